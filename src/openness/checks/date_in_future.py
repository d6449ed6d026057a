"""A day that has not come yet."""

from collections.abc import Iterator
from datetime import date

from openness.checks import Context
from openness.core.finding import Issue, Path, Place
from openness.core.registry import Collection, Record
from openness.rules.walk import all_offers, records_with_evidence


def check(context: Context) -> Iterator[Issue]:
    """Find days after today."""
    for place, day in _days(context):
        if day > context.today:
            message = f"{day.isoformat()} is after today, {context.today.isoformat()}"
            yield Issue(code="date-in-future", place=place, message=message, hint="write a day that somebody saw")


def _days(context: Context) -> Iterator[tuple[Place, date]]:
    for collection, record_id, record in records_with_evidence(context.registry):
        for path, day in _record_days(record):
            if day is not None:
                yield Place(collection=collection, record=record_id, path=path), day
    for place, offer in all_offers(context.registry):
        for key, day in (("from", offer.since), ("until", offer.until)):
            if day is not None:
                yield Place(collection=place.collection, record=place.record, path=(*place.path, key)), day
    for model_id, model in context.registry.models.items():
        for slug, variant in model.variants.items():
            if variant.released is not None:
                yield Place(collection=Collection.MODELS, record=model_id, path=("variants", slug, "released")), variant.released


def _record_days(record: Record) -> Iterator[tuple[Path, date | None]]:
    for key in ("released", "published"):
        yield (key,), getattr(record, key, None)
    for key, source in record.evidence.items():
        yield ("evidence", key, "seen"), source.seen
        if source.copy is not None and source.copy != "undated":
            yield ("evidence", key, "copy"), date.fromisoformat(source.copy)
