"""How open an AI model is, and what its license lets you do."""

__version__ = "0.1.0"
