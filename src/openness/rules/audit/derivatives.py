"""R02: derivatives that a license does not let anybody share."""

from collections.abc import Iterator

from openness.core.audit import AuditFinding, Status, UpstreamRelation
from openness.core.license_vocabulary import Answer, DerivativeTerms, Permission
from openness.rules.audit.case import WEIGHTS, Case

RULE = "R02"
CONTESTED = "Whether weights are protected by copyright is not settled; as a contract the term binds who accepted it."


def check(case: Case) -> Iterator[AuditFinding]:
    """Find derivatives of what may not be changed and shared."""
    term = case.base.facts.permissions.get(Permission.MODIFICATION)
    forbidden = case.base.facts.derivatives is DerivativeTerms.NONE or case.base.says(Answer.NO, term)
    if forbidden and case.upstream.relation in WEIGHTS - {UpstreamRelation.COPY}:
        yield case.find(RULE, Status.CONFLICT, f"{case.base.id} lets nobody share what was made from the work", term, CONTESTED)
