"""A key that names no evidence of the record.

What a claim cites stands in the `evidence` of the same record.
"""

from collections.abc import Iterator

from openness.checks import Context
from openness.core.finding import Issue, Place
from openness.rules.walk import evidence_uses, records_with_evidence
from openness.rules.words import closest


def check(context: Context) -> Iterator[Issue]:
    """Find keys that are cited and not defined."""
    for collection, record_id, record in records_with_evidence(context.registry):
        for path, keys in evidence_uses(record):
            for key in keys:
                if key not in record.evidence:
                    place = Place(collection=collection, record=record_id, path=path)
                    hint = closest(key, record.evidence) or f"expected one of {', '.join(record.evidence)}"
                    yield Issue(code="unknown-evidence", place=place, message=f"no evidence has the key {key!r}", hint=hint)
