"""Knowledge: what is known of each field of a record, and on what it rests."""

from enum import StrEnum

from msgspec import Struct


class Knowledge(StrEnum):
    """What is known of one field."""

    EVIDENCED = "evidenced"
    UNKNOWN = "unknown"
    UNDISCLOSED = "undisclosed"
    NOBODY_LOOKED = "nobody-looked"


class Weakness(StrEnum):
    """Why a source should be read again."""

    UNDATED_COPY = "undated-copy"
    STORED_COPY = "stored-copy"
    NO_REVISION = "no-revision"
    THIRD_PARTY = "third-party"


class SourceState(Struct, frozen=True, kw_only=True):
    """Say how much of a record rests on one source, and what is weak in it; `copy` is None where the live source was read."""

    key: str
    url: str
    seen: str
    by: str
    statements: int
    weaknesses: tuple[Weakness, ...]
    copy: str | None = None
    revision: str | None = None


class RecordKnowledge(Struct, frozen=True, kw_only=True):
    """Hold how often each field of a record is known in each way, and the sources of the record."""

    fields: dict[str, dict[Knowledge, int]]
    sources: tuple[SourceState, ...]
