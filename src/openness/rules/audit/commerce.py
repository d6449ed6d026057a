"""R03: commercial use allowed by a model that was made from something non-commercial."""

from collections.abc import Iterator

from openness.core.audit import AuditFinding, Status
from openness.rules.audit.case import Case, names

RULE = "R03"
CONTESTED = "Whether weights are protected by copyright is not settled; as a contract the term binds who accepted it."


def check(case: Case) -> Iterator[AuditFinding]:
    """Find declared licenses that allow what the upstream forbids."""
    stays = case.carried or any(part.is_non_commercial for part in case.declared)
    if case.reaches and case.base.is_non_commercial and not stays:
        message = f"{case.base.id} forbids commercial use, and {names(case.declared)} allows it"
        yield case.find(RULE, Status.CONFLICT, message, case.base.commerce, CONTESTED)
