"""Whether a model generates content of some kind."""

from msgspec import Struct

from openness.core.outcome import Outcome
from openness.core.verdict import Judgement
from openness.core.vocabulary import Modality
from openness.rules.coverage import Subject, pointers
from openness.rules.words import join


class Generates(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ask for one of some output modalities, optionally only from one of some inputs."""

    output: tuple[Modality, ...]
    input: tuple[Modality, ...] = ()

    def judge(self, subject: Subject) -> Judgement:
        """Compare with the recorded modalities."""
        modalities = subject.model.modalities
        fits = set(self.output) & set(modalities.output) and (not self.input or set(self.input) & set(modalities.input))
        reason = f"{join((m.value for m in modalities.input), 'and')} in, {join((m.value for m in modalities.output), 'and')} out"
        evidence = pointers(subject.id, subject.model.stated_in, subject.model.evidence)
        remedy = None if fits else f"generate {join(modality.value for modality in self.output)}"
        return Judgement(outcome=Outcome.MET if fits else Outcome.NOT_MET, reason=reason, evidence=evidence, remedy=remedy)
