"""Findings: what is amiss in the data."""

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from openness.core.registry import Collection

Path: TypeAlias = tuple[str | int, ...]


class Severity(StrEnum):
    """How bad a finding is; only errors make a registry invalid."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Place(Struct, frozen=True, kw_only=True):
    """Point at a place in a record; `at_key` means the key itself rather than its value."""

    collection: Collection
    record: str
    path: Path = ()
    at_key: bool = False


class Finding(Struct, frozen=True, kw_only=True):
    """Say what is wrong, where, and which edit mends it.

    `file` is relative to the registry; `line` and `column` count from 1.
    """

    code: str
    severity: Severity
    message: str
    file: str
    line: int = 1
    column: int = 1
    hint: str | None = None
    record: str | None = None


class Issue(Struct, frozen=True, kw_only=True):
    """Hold a finding whose place is not yet turned into file, line and column."""

    code: str
    place: Place
    message: str
    hint: str | None = None
    severity: Severity = Severity.ERROR
