"""Sources: how much of a record rests on each, and what is weak in it."""

from collections import Counter

from openness.core.dataset import Dataset
from openness.core.knowledge import SourceState, Weakness
from openness.core.license import License
from openness.core.model import Model
from openness.core.source import Source
from openness.core.vocabulary import Asserter
from openness.rules.walk import evidence_uses

_UNDATED = "undated"


def sources_of(record: Model | Dataset | License) -> tuple[SourceState, ...]:
    """Return the state of every source of a record, in the record's order."""
    statements = Counter(key for _, keys in evidence_uses(record) for key in keys)
    return tuple(
        SourceState(
            key=key,
            url=source.url,
            seen=source.seen.isoformat(),
            by=source.by.value,
            statements=statements[key],
            weaknesses=weaknesses(source),
            copy=source.copy,
            revision=source.revision,
        )
        for key, source in record.evidence.items()
    )


def weaknesses(source: Source) -> tuple[Weakness, ...]:
    """Say why a source should be read again: it was a copy, it can change unseen, or somebody else says it."""
    pinned = source.revision or (source.expect and source.expect.sha256)
    found = (
        (Weakness.UNDATED_COPY, source.copy == _UNDATED),
        (Weakness.STORED_COPY, source.copy not in (None, _UNDATED)),
        (Weakness.NO_REVISION, not pinned),
        (Weakness.THIRD_PARTY, source.by is Asserter.THIRD_PARTY),
    )
    return tuple(weakness for weakness, holds in found if holds)
