"""Identification: which license a text is, and how it differs from the one that it resembles."""

from enum import StrEnum

from msgspec import Struct


class TextKind(StrEnum):
    """How a text relates to the license that it resembles most."""

    EXACT = "exact"
    MODIFIED = "modified"
    WITH_ADDED_TERMS = "with-added-terms"
    WITH_OTHER_TEXT = "with-other-text"
    NOTICE = "notice"
    UNKNOWN = "unknown"


class Change(StrEnum):
    """What happened to words of a license."""

    CHANGED = "changed"
    ADDED = "added"
    MISSING = "missing"


class Difference(Struct, frozen=True, kw_only=True):
    """Say where a text departs from a license: the line, the words that stand there, and how many words of the license do not."""

    change: Change
    line: int
    words: str
    missing: int = 0


class Identified(Struct, frozen=True, kw_only=True):
    """Say which license a text is; `license` only where it is one, word for word; `others` are further licenses in it.

    `similarity` is the share of words of the nearest license that the text has, from 0 to 1.
    """

    kind: TextKind
    license: str | None = None
    others: tuple[str, ...] = ()
    nearest: str | None = None
    text: str | None = None
    similarity: float = 0.0
    differences: tuple[Difference, ...] = ()
    reason: str = ""
