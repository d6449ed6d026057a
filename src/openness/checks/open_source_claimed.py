"""A release called open source under terms that limit what one may do with it.

No mistake of the record but of the release, so that readers see both. The limits are named with their clauses.
"""

from collections.abc import Iterator

from openness.checks import Context
from openness.core.finding import Issue, Severity
from openness.core.outcome import Outcome
from openness.core.vocabulary import Assertion
from openness.rules.lineage_terms import weights_license
from openness.rules.standards import Standard, meets, missing_freedoms
from openness.rules.walk import model_place

_SAYS = frozenset({Assertion.OPEN_SOURCE, Assertion.OPEN_LICENSE})
_SHOWN = 4


def check(context: Context) -> Iterator[Issue]:
    """Find claims of open source about weights whose license does not grant the four freedoms."""
    licenses = context.registry.licenses
    for model_id, model in context.registry.models.items():
        claimed = [number for number, claim in enumerate(model.claims) if _SAYS & set(claim.says)]
        expression = weights_license(model) if claimed else None
        if expression is None or meets(Standard.FOUR_FREEDOMS, expression, licenses) is not Outcome.NOT_MET:
            continue
        limits = missing_freedoms(expression, licenses)
        more = f" and {len(limits) - _SHOWN} more" if len(limits) > _SHOWN else ""
        for number in claimed:
            yield Issue(
                code="open-source-claimed",
                place=model_place(model_id, "claims", number),
                message=f"{model.claims[number].term!r}, but {expression} limits it: {'; '.join(limits[:_SHOWN])}{more}",
                hint="openness show prints the claim beside what the facts show",
                severity=Severity.NOTE,
            )
