"""A license for something that nobody can have.

What was not released or is kept secret has no license to conclude.
"""

from collections.abc import Iterator

from openness.checks import Context
from openness.core.finding import Issue, Place
from openness.core.vocabulary import Access
from openness.rules.walk import all_offers

_NOT_RELEASED = (Access.NONE, Access.UNDISCLOSED, Access.NOT_APPLICABLE)


def check(context: Context) -> Iterator[Issue]:
    """Find licenses of offers that offer nothing."""
    for place, offer in all_offers(context.registry):
        if offer.access in _NOT_RELEASED and offer.license is not None:
            at = Place(collection=place.collection, record=place.record, path=(*place.path, "license"))
            message = f"{offer.license!r} for something whose access is {offer.access.value!r}"
            yield Issue(code="license-without-release", place=at, message=message, hint="take the license out, or correct the access")
