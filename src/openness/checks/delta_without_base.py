"""A delta that does not say what it needs.

A delta cannot be used alone, and the terms of what it needs reach the result.
"""

from collections.abc import Iterator

from openness.checks import Context
from openness.core.finding import Issue
from openness.core.vocabulary import Form
from openness.rules.walk import all_offers


def check(context: Context) -> Iterator[Issue]:
    """Find deltas without `needs`."""
    for place, offer in all_offers(context.registry):
        if offer.form is Form.DELTA and not offer.needs:
            yield Issue(code="delta-without-base", place=place, message="a delta that needs nothing", hint="add needs: [id of the base]")
