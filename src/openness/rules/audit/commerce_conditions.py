"""R06: conditions on commercial use that the declared license leaves out."""

from collections.abc import Iterator

from openness.core.audit import AuditFinding, Status
from openness.core.license_vocabulary import Answer
from openness.rules.audit.case import Case, names

RULE = "R06"
CONTESTED = "Whether weights are protected by copyright is not settled; as a contract the term binds who accepted it."


def check(case: Case) -> Iterator[AuditFinding]:
    """Find declared licenses that allow freely what the upstream allows under a condition."""
    term = case.base.commerce
    if not case.reaches or not case.base.says(Answer.CONDITIONAL, term) or term is None:
        return
    condition = term.when or "under a condition"
    if case.carried:
        yield case.find(RULE, Status.OBLIGATION, f"commercial use stays bound by {case.base.id}: {condition}", term)
    elif all(part.says(Answer.YES, part.commerce) for part in case.declared):
        message = f"{case.base.id} allows commercial use only {condition}; {names(case.declared)} allows it freely"
        yield case.find(RULE, Status.CONFLICT, message, term, CONTESTED)
