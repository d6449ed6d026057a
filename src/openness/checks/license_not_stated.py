"""Something that can be had, and nobody looked for its license.

Write what you conclude; `NONE` where it was released without one, `NOASSERTION` where it is not known.
"""

from collections.abc import Iterator

from openness.checks import Context
from openness.core.finding import Issue, Severity
from openness.core.vocabulary import Access
from openness.rules.walk import all_offers

_HAD = (Access.PUBLIC, Access.GATED, Access.REQUEST, Access.PAID)


def check(context: Context) -> Iterator[Issue]:
    """Find current offers without a license."""
    for place, offer in all_offers(context.registry):
        if offer.access in _HAD and offer.is_current and offer.license is None:
            hint = "add license: an SPDX expression, LicenseRef-..., NONE or NOASSERTION"
            yield Issue(code="license-not-stated", place=place, message="no license is stated", hint=hint, severity=Severity.WARNING)
