"""A license text that another has taken the place of.

An offer keeps the terms that it was made under. But where a newer text of the publisher exists, somebody may have read the
wrong one.
"""

from collections.abc import Iterator

from openness.checks import Context
from openness.core.finding import Issue, Severity
from openness.rules.expression import ExpressionError, leaves, read_expression
from openness.rules.walk import all_offers


def check(context: Context) -> Iterator[Issue]:
    """Find current offers under a license whose record names a successor."""
    successors = {license_id: found.superseded_by for license_id, found in context.registry.licenses.items() if found.superseded_by}
    for place, offer in all_offers(context.registry) if successors else ():
        for leaf in _leaves(offer.license) if offer.is_current and offer.license else ():
            if leaf in successors:
                yield Issue(
                    code="superseded-license",
                    place=place,
                    message=f"{leaf} was superseded by {successors[leaf]}",
                    hint="make sure that the offer still stands under the older text, and say so in note",
                    severity=Severity.NOTE,
                )


def _leaves(expression: str | None) -> tuple[str, ...]:
    try:
        return tuple(str(leaf) for leaf in leaves(read_expression(expression or "NONE")))
    except ExpressionError:
        return ()
