"""R13: merged models whose terms cannot both stay."""

from collections.abc import Iterator

from openness.core.audit import AuditFinding, Status, UpstreamRelation
from openness.core.license_vocabulary import DerivativeTerms
from openness.rules.audit.case import Case

RULE = "R13"
CONTESTED = "Whether merged weights are a derivative of each of their parents is not settled."


def check(case: Case) -> Iterator[AuditFinding]:
    """Find bases of which each wants its own terms to stay."""
    if case.upstream.relation is not UpstreamRelation.MERGE or case.base.facts.derivatives is not DerivativeTerms.SAME:
        return
    for other in case.merged:
        apart = other.id != case.base.id and other.facts.derivatives is DerivativeTerms.SAME
        if apart and case.base.id not in other.facts.compatible_with and other.id not in case.base.facts.compatible_with:
            message = f"{case.base.id} and {other.id} both want derivatives to stay under their own terms"
            yield case.find(RULE, Status.CONFLICT, message, None, CONTESTED)
