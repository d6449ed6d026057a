"""R08: sentences that must be shown."""

from collections.abc import Iterator

from openness.core.audit import AuditFinding, Status, UpstreamRelation
from openness.core.license_vocabulary import Condition, Trigger
from openness.rules.audit.case import Case

RULE = "R08"


def check(case: Case) -> Iterator[AuditFinding]:
    """Remind of a sentence to show; whether the card shows it was not read."""
    term = case.base.duty(Condition.DISPLAY)
    if term is None:
        return
    taught = case.upstream.relation is UpstreamRelation.OUTPUTS and Trigger.OUTPUTS in term.triggers
    if case.reaches or taught:
        words = f" {term.wording!r}" if term.wording else ""
        yield case.find(RULE, Status.OBLIGATION, f"{case.base.id} asks to show{words}", term)
