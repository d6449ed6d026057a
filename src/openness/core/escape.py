"""Escapes for each exit: what strangers write stays text wherever it lands."""

import re

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def for_terminal(text: str) -> str:
    """Replace control sequences and direction overrides, so that a record cannot drive a terminal."""
    return _CONTROL.sub("\ufffd", text)


def for_terminal_line(text: str) -> str:
    """Escape for a terminal, on one line."""
    return for_terminal(text).replace("\n", " ").replace("\t", " ")


def for_github_message(text: str) -> str:
    """Escape the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def for_github_property(text: str) -> str:
    """Escape a property of a workflow command."""
    return for_github_message(text).replace(":", "%3A").replace(",", "%2C")


def for_csv(text: str) -> str:
    """Keep spreadsheets from reading a cell as a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
