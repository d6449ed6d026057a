"""R14: terms of the data that a model learned from."""

from collections.abc import Iterator

from openness.core.audit import AuditFinding, Status, UpstreamKind
from openness.core.license_vocabulary import Answer, Condition, Permission
from openness.rules.audit.case import Case, names

RULE = "R14"
CONTESTED = (
    "Whether a model is an adaptation of its training data, and whether terms of a service bind who only received outputs, is not settled."
)


def check(case: Case) -> Iterator[AuditFinding]:
    """Find data whose terms go further than the declared license."""
    if case.upstream.kind is not UpstreamKind.DATASET:
        return
    training = case.base.facts.permissions.get(Permission.TRAINING_ON_OUTPUTS)
    alike = case.base.duty(Condition.SHARE_ALIKE)
    if case.base.is_non_commercial and not any(part.is_non_commercial for part in case.declared):
        message = f"{case.base.id} forbids commercial use of the data, and {names(case.declared)} allows that of the model"
        yield case.find(RULE, Status.WARNING, message, case.base.commerce, CONTESTED)
    elif training is not None and training.answer in (Answer.NO, Answer.CONDITIONAL):
        limit = f": {training.when}" if training.when else ""
        yield case.find(RULE, Status.WARNING, f"{case.base.id} limits training models on what it gives{limit}", training, CONTESTED)
    elif alike is not None and not case.carried:
        yield case.find(RULE, Status.WARNING, f"{case.base.id} wants adaptations to stay under its terms", alike, CONTESTED)
