"""Whether what a model was made from meets a framework too."""

from msgspec import Struct

from openness.core.outcome import Outcome, every, some
from openness.core.reference import parse_reference
from openness.core.verdict import Judgement
from openness.rules.coverage import Subject, pointers
from openness.rules.lineage import WEIGHTS_GO_ON
from openness.rules.words import join

MAX_DEPTH = 64


class BasesMeet(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ask that every base whose weights go on meets a framework."""

    framework: str

    def judge(self, subject: Subject) -> Judgement:
        """Judge each base by the same framework; a model made from nothing passes."""
        lineage = subject.model.lineage
        if lineage is None:
            return Judgement(outcome=Outcome.UNKNOWN, reason="nobody looked for a base", remedy="find out what it was made from")
        steps = [step for step in lineage if step.relation in WEIGHTS_GO_ON]
        if not steps:
            return Judgement(outcome=Outcome.MET, reason="made from no other model's weights")

        unreleased = [step for step in steps if step.unreleased]
        if unreleased:
            return Judgement(
                outcome=Outcome.NOT_MET,
                reason=f"the base {join((str(step.unreleased) for step in unreleased), 'and')} was never released",
                evidence=tuple(p for step in unreleased for p in pointers(subject.id, step.evidence, subject.model.evidence)),
                remedy=f"a base that meets {self.framework}",
            )
        outcomes = {base: self._outcome_of(subject, parse_reference(base).id) for step in steps for base in step.bases}
        outcome = every((some if step.any_of else every)([outcomes[base] for base in step.bases]) for step in steps)
        evidence = tuple(p for step in steps for p in pointers(subject.id, step.evidence, subject.model.evidence))
        bases = join(dict.fromkeys(base for step in steps for base in step.bases), "and")
        words = {Outcome.MET: "meets", Outcome.NOT_MET: "does not meet"}.get(outcome, "may or may not meet")
        remedy = None if outcome is Outcome.MET else f"a base that meets {self.framework}"
        return Judgement(outcome=outcome, reason=f"the base {bases} {words} {self.framework}", evidence=evidence, remedy=remedy)

    def _outcome_of(self, subject: Subject, base: str) -> Outcome:
        """Judge one base; one without a record, one below itself, and one far down are not known."""
        from openness.rules.judge import judge_model

        model = subject.registry.models.get(base)
        above = subject.above | {subject.id}
        if model is None or base in above or len(above) > MAX_DEPTH or self.framework not in subject.registry.frameworks:
            return Outcome.UNKNOWN
        key = (base, self.framework)
        if key not in subject.judged:
            below = Subject(id=base, model=model, registry=subject.registry, above=above, judged=subject.judged)
            subject.judged[key] = judge_model(below, self.framework).outcome
        return subject.judged[key]
