"""Days that run backwards.

An offer ends after it began, a stored copy is no younger than the day on which it was read, and the text of a license
ends after it began.
"""

from collections.abc import Iterator
from datetime import date

from openness.checks import Context
from openness.core.finding import Issue, Place
from openness.core.registry import Collection
from openness.rules.walk import all_offers, records_with_evidence


def check(context: Context) -> Iterator[Issue]:
    """Find pairs of days in the wrong order."""
    for place, offer in all_offers(context.registry):
        if offer.since and offer.until and offer.until < offer.since:
            yield _issue(
                Place(collection=place.collection, record=place.record, path=(*place.path, "until")),
                "until",
                offer.until,
                "from",
                offer.since,
            )
    for collection, record_id, record in records_with_evidence(context.registry):
        for key, source in record.evidence.items():
            if source.copy not in (None, "undated") and date.fromisoformat(str(source.copy)) > source.seen:
                place = Place(collection=collection, record=record_id, path=("evidence", key, "copy"))
                yield _issue(place, "seen", source.seen, "copy", date.fromisoformat(str(source.copy)))
    for license_id, license_ in context.registry.licenses.items():
        for number, text in enumerate(license_.versions):
            if text.since and text.until and text.until < text.since:
                place = Place(collection=Collection.LICENSES, record=license_id, path=("versions", number, "until"))
                yield _issue(place, "until", text.until, "from", text.since)


def _issue(place: Place, later: str, later_day: date, earlier: str, earlier_day: date) -> Issue:
    message = f"{later} {later_day.isoformat()} is before {earlier} {earlier_day.isoformat()}"
    return Issue(code="date-order", place=place, message=message, hint="one of the two is wrong")
