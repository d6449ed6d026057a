"""Whether what a model was made from meets a framework too."""

from msgspec import Struct

from openness.core.outcome import Outcome, every, some
from openness.core.reference import parse_reference
from openness.core.verdict import Judgement
from openness.core.vocabulary import Relation
from openness.rules.coverage import Subject, pointers
from openness.rules.words import join

WEIGHTS_GO_ON = frozenset({Relation.FINETUNE, Relation.ADAPTER, Relation.MERGE, Relation.QUANTIZED, Relation.COPY})


class BasesMeet(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ask that every base whose weights go on meets a framework."""

    framework: str

    def judge(self, subject: Subject) -> Judgement:
        """Judge each base by the same framework; a model made from nothing passes."""
        from openness.rules.judge import judge_model

        lineage = subject.model.lineage
        if lineage is None:
            return Judgement(outcome=Outcome.UNKNOWN, reason="nobody looked for a base", remedy="find out what it was made from")
        steps = [step for step in lineage if step.relation in WEIGHTS_GO_ON]
        if not steps:
            return Judgement(outcome=Outcome.MET, reason="made from no other model's weights")

        def outcome_of(base: str) -> Outcome:
            found = subject.registry.models.get(parse_reference(base).id)
            if found is None:
                return Outcome.UNKNOWN
            other = Subject(id=parse_reference(base).id, model=found, registry=subject.registry)
            return judge_model(other, self.framework).outcome

        outcome = every((some if step.any_of else every)([outcome_of(base) for base in step.bases]) for step in steps)
        evidence = tuple(p for step in steps for p in pointers(subject.id, step.evidence, subject.model.evidence))
        bases = join(dict.fromkeys(base for step in steps for base in step.bases), "and")
        words = {Outcome.MET: "meets", Outcome.NOT_MET: "does not meet"}.get(outcome, "may or may not meet")
        remedy = None if outcome is Outcome.MET else f"a base that meets {self.framework}"
        return Judgement(outcome=outcome, reason=f"the base {bases} {words} {self.framework}", evidence=evidence, remedy=remedy)
