"""A source that nothing cites.

It may be left over from an edit, or a claim may have lost its evidence.
"""

from collections.abc import Iterator

from openness.checks import Context
from openness.core.finding import Issue, Place, Severity
from openness.core.registry import Collection
from openness.rules.walk import evidence_uses, records_with_evidence


def check(context: Context) -> Iterator[Issue]:
    """Find sources of models and datasets that no claim cites."""
    for collection, record_id, record in records_with_evidence(context.registry):
        if collection not in (Collection.MODELS, Collection.DATASETS):
            continue
        used = {key for _, keys in evidence_uses(record) for key in keys}
        for key in record.evidence:
            if key not in used:
                place = Place(collection=collection, record=record_id, path=("evidence", key), at_key=True)
                message = f"nothing cites {key!r}"
                yield Issue(code="unused-evidence", place=place, message=message, hint="cite it or take it out", severity=Severity.WARNING)
