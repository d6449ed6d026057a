"""R07: names that derived models must begin with."""

import re
from collections.abc import Iterator

from openness.core.audit import AuditFinding, Status, UpstreamRelation
from openness.core.license_vocabulary import Condition, Trigger
from openness.rules.audit.case import WEIGHTS, Case

RULE = "R07"
CONTESTED = "Whether a name prefix binds a mere conversion of the same weights is not settled."
_FIRST_WORDS = 3


def check(case: Case) -> Iterator[AuditFinding]:
    """Find names that do not begin as the upstream's license asks."""
    term = case.base.duty(Condition.NAMING)
    if term is None or not term.wording:
        return
    triggers = term.triggers or (Trigger.WEIGHTS,)
    relation = case.upstream.relation
    hit = (relation in WEIGHTS and Trigger.WEIGHTS in triggers) or (relation is UpstreamRelation.OUTPUTS and Trigger.OUTPUTS in triggers)
    name = case.model.rpartition("/")[2]
    if not hit or _fold(name).startswith(_fold(term.wording)):
        return
    first = _fold("".join(re.split(r"[\s_.-]+", name)[:_FIRST_WORDS]))
    status = Status.WARNING if _fold(term.wording) in first else Status.CONFLICT
    message = f"by {case.base.id} the name must begin with {term.wording!r}; it is {name!r}"
    yield case.find(RULE, status, message, term, CONTESTED)


def _fold(text: str) -> str:
    return re.sub(r"[^0-9a-z]+", "", text.casefold())
