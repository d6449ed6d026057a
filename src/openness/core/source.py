"""Evidence: documents that were read, and when."""

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from msgspec import Struct

from openness.core.vocabulary import Asserter

EvidenceKeys: TypeAlias = tuple[str, ...]


class Expect(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """State what a machine should find at a source, where that cannot be derived."""

    sha256: str | None = None
    phrase: str | None = None


class Source(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Name one document that was read.

    `copy` is the day of a stored copy, `undated`, or None where the live source was read.
    """

    url: str
    seen: date
    by: Asserter
    revision: str | None = None
    copy: str | None = None
    expect: Expect | None = None
    note: str | None = None


Evidence: TypeAlias = Mapping[str, Source]
