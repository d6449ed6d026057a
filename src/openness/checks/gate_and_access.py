"""A gate without gated access, or gated access without a gate."""

from collections.abc import Iterator

from openness.checks import Context
from openness.core.finding import Issue, Severity
from openness.core.vocabulary import Access
from openness.rules.walk import all_offers

_BEHIND_A_GATE = (Access.GATED, Access.REQUEST, Access.WITHDRAWN, Access.API, Access.PAID)


def check(context: Context) -> Iterator[Issue]:
    """Find offers whose gate and access contradict each other."""
    for place, offer in all_offers(context.registry):
        if offer.gate is not None and offer.access not in _BEHIND_A_GATE:
            message = f"a gate before something whose access is {offer.access.value!r}"
            yield Issue(code="gate-and-access", place=place, message=message, hint="write access: gated, or take the gate out")
        if offer.gate is None and offer.access is Access.GATED:
            hint = "add gate: {mode: auto | manual | unknown}"
            yield Issue(code="gate-and-access", place=place, message="gated, but by what?", hint=hint, severity=Severity.WARNING)
