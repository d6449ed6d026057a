"""Whether the hardware of the training run is public."""

from msgspec import Struct

from openness.core.outcome import Outcome, every
from openness.core.verdict import Judgement
from openness.core.vocabulary import VariantFact
from openness.rules.coverage import Subject, pointers


class HardwareNamed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ask that each variant names the machines of its run."""

    def judge(self, subject: Subject) -> Judgement:
        """Read the variants; hardware kept secret is not met, hardware not recorded is not known."""
        model = subject.model
        outcomes = {
            name: Outcome.MET if variant.hardware else Outcome.NOT_MET if VariantFact.HARDWARE in variant.undisclosed else Outcome.UNKNOWN
            for name, variant in model.variants.items()
        }
        outcome = every(outcomes.values())
        evidence = tuple(
            dict.fromkeys(p for variant in model.variants.values() for p in pointers(subject.id, variant.evidence, model.evidence))
        )
        if outcome is Outcome.MET:
            first = next(iter(model.variants.values()))
            return Judgement(outcome=outcome, reason=f"{first.hardware}", evidence=evidence)
        words = "is undisclosed" if outcome is Outcome.NOT_MET else "is not known"
        names = ", ".join(name for name, found in outcomes.items() if found is outcome)
        return Judgement(
            outcome=outcome, reason=f"the hardware of {names} {words}", evidence=evidence, remedy="name the hardware of the run"
        )
