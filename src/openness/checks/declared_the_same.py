"""A declared license that says what is concluded.

`declared` is there for the publisher's word where it differs; two equal fields only hide a difference.
"""

from collections.abc import Iterator

from openness.checks import Context
from openness.core.finding import Issue, Place, Severity
from openness.rules.walk import all_offers


def check(context: Context) -> Iterator[Issue]:
    """Find declared licenses that equal the concluded one."""
    for place, offer in all_offers(context.registry):
        if offer.declared is not None and offer.license is not None and offer.declared.casefold() == offer.license.casefold():
            at = Place(collection=place.collection, record=place.record, path=(*place.path, "declared"))
            message = f"{offer.declared!r} is what is concluded"
            yield Issue(code="declared-the-same", place=at, message=message, hint="take declared out", severity=Severity.WARNING)
