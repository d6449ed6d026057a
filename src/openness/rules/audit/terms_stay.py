"""R04: terms that stay on every derivative, and are not declared."""

from collections.abc import Iterator

from openness.core.audit import AuditFinding, Status
from openness.core.license_vocabulary import Condition, DerivativeTerms, Permission
from openness.rules.audit.case import Case, names

RULE = "R04"
CONTESTED = "Whether an adapter alone is a derivative, and whether weights are protected by copyright, is not settled."


def check(case: Case) -> Iterator[AuditFinding]:
    """Find declared licenses that take the place of one that must stay."""
    compatible = any(part.id in case.base.facts.compatible_with for part in case.declared)
    if case.reaches and case.base.facts.derivatives is DerivativeTerms.SAME and not (case.carried or compatible or case.same_family):
        message = f"what is made from it stays under {case.base.id}, which {names(case.declared)} does not carry"
        term = case.base.duty(Condition.SHARE_ALIKE) or case.base.facts.permissions.get(Permission.DISTRIBUTION)
        yield case.find(RULE, Status.CONFLICT, message, term, CONTESTED)
