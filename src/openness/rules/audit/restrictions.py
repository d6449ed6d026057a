"""R05: use restrictions that must reach whoever gets the model, and do not."""

from collections.abc import Iterator

from openness.core.audit import AuditFinding, Status
from openness.core.license_vocabulary import DerivativeTerms
from openness.rules.audit.case import Case, names

RULE = "R05"
CONTESTED = "Whether weights are protected by copyright is not settled; as a contract the term binds who accepted it."
_RAIL = "rail"


def check(case: Case) -> Iterator[AuditFinding]:
    """Compare the restrictions of the upstream with those of the declared license."""
    base = case.base
    if not case.reaches:
        return
    if base.facts.derivatives is DerivativeTerms.KEEP_CONDITION and not case.carried:
        yield case.find(RULE, Status.CONFLICT, f"a condition of {base.id} follows every derivative, and is not declared", None, CONTESTED)
    term = base.passing_on
    if term is None or base.restriction is None:
        return
    own = [part for part in case.declared if part.restriction is not None]
    rail = any(part.facts.family == base.facts.family == _RAIL for part in own)
    if case.carried or rail:
        yield case.find(RULE, Status.OBLIGATION, f"the use restrictions of {base.id} must be passed on", term)
    elif own:
        message = f"{base.id} has its use restrictions passed on; whether those of {names(own)} are equivalent was not compared"
        yield case.find(RULE, Status.WARNING, message, term)
    else:
        message = f"{base.id} has its use restrictions passed on, and {names(case.declared)} has none"
        yield case.find(RULE, Status.CONFLICT, message, term, CONTESTED)
