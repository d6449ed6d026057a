"""R10: models trained on the outputs of another."""

from collections.abc import Iterator

from openness.core.audit import AuditFinding, Status, UpstreamKind, UpstreamRelation
from openness.core.license_vocabulary import Answer, Permission
from openness.rules.audit.case import Case

RULE = "R10"
CONTESTED = "Whether somebody who only received outputs is bound by the terms of the model is not settled."


def check(case: Case) -> Iterator[AuditFinding]:
    """Ask the teacher's license whether others may be trained on its outputs.

    A ban that names an exception is kept by a model that carries the teacher's own license.
    """
    if case.upstream.relation is not UpstreamRelation.OUTPUTS or case.upstream.kind is not UpstreamKind.MODEL:
        return
    term = case.base.facts.permissions.get(Permission.TRAINING_ON_OUTPUTS)
    answer = term.answer if term else Answer.UNKNOWN
    limit = f": {term.when}" if term and term.when else ""
    allowed = f"{case.base.id} allows training on outputs"
    match answer:
        case Answer.NO if limit and case.carried:
            yield case.find(RULE, Status.OBLIGATION, f"{allowed} within its family alone{limit}", term, CONTESTED)
        case Answer.NO:
            yield case.find(RULE, Status.CONFLICT, f"{case.base.id} forbids training other models on outputs{limit}", term, CONTESTED)
        case Answer.CONDITIONAL:
            yield case.find(RULE, Status.OBLIGATION, f"{allowed}{limit or ' under a condition'}", term, CONTESTED)
        case Answer.YES:
            yield case.find(RULE, Status.NOTE, f"{case.base.id} allows training other models on outputs", term)
        case Answer.UNKNOWN:
            yield case.find(RULE, Status.UNKNOWN, f"what {case.base.id} says of training on outputs is not known", term)
