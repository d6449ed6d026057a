"""What is amiss in the world: one root, raised with `from`, caught once in `cli`."""


class OpennessError(Exception):
    """Stop the program with a message for the person who ran it."""

    exit_code = 2


class NotFoundError(OpennessError):
    """Say that nothing goes by a name, and what comes close."""


class UnreadableError(OpennessError):
    """Say that a registry or file cannot be read at all."""


class QueryError(OpennessError):
    """Say what is wrong with a question."""
