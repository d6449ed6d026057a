"""Evidence that nobody has looked at for more than a year.

Terms change and repositories vanish. Old evidence is a warning with its age, never an error.
"""

from collections.abc import Iterator
from datetime import timedelta

from openness.checks import Context
from openness.core.finding import Issue, Place, Severity
from openness.core.registry import Collection
from openness.rules.walk import records_with_evidence

LIMIT = timedelta(days=365)


def check(context: Context) -> Iterator[Issue]:
    """Find sources of models and datasets that were read long ago."""
    for collection, record_id, record in records_with_evidence(context.registry):
        if collection not in (Collection.MODELS, Collection.DATASETS):
            continue
        for key, source in record.evidence.items():
            age = context.today - source.seen
            if age > LIMIT:
                place = Place(collection=collection, record=record_id, path=("evidence", key, "seen"))
                message = f"{key!r} was read {age.days} days ago"
                yield Issue(
                    code="old-evidence", place=place, message=message, hint="read it again and move the date", severity=Severity.WARNING
                )
