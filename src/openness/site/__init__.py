"""Registry and verdicts to pages. Pure; templates and assets lie in the top-level `site/`."""
