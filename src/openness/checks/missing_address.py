"""Something that can be had, without the place where.

What is public or gated has a `url`, or is `documented_in` a source.
"""

from collections.abc import Iterator

from openness.checks import Context
from openness.core.finding import Issue
from openness.core.vocabulary import Access
from openness.rules.walk import all_offers


def check(context: Context) -> Iterator[Issue]:
    """Find current offers without an address."""
    for place, offer in all_offers(context.registry):
        if offer.access in (Access.PUBLIC, Access.GATED) and offer.is_current and not offer.url and not offer.documented_in:
            yield Issue(code="missing-address", place=place, message=f"{offer.access.value}, but where?", hint="add url: or documented_in:")
