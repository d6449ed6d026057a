"""Whether the hardware of the training run is public."""

from msgspec import Struct

from openness.core.outcome import Outcome, every, some
from openness.core.verdict import Judgement
from openness.core.vocabulary import VariantFact
from openness.rules.coverage import Subject, pointers


class HardwareNamed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ask that each variant names the machines of its run; `some` is content with one variant."""

    some: bool = False

    def judge(self, subject: Subject) -> Judgement:
        """Read the variants; hardware kept secret is not met, hardware not recorded is not known."""
        variants = subject.model.variants
        outcomes = {
            name: Outcome.MET if variant.hardware else Outcome.NOT_MET if VariantFact.HARDWARE in variant.undisclosed else Outcome.UNKNOWN
            for name, variant in variants.items()
        }
        outcome = (some if self.some else every)(outcomes.values())
        deciding = [name for name, found in outcomes.items() if found is outcome]
        evidence = tuple(
            dict.fromkeys(p for name in deciding for p in pointers(subject.id, variants[name].evidence, subject.model.evidence))
        )
        if outcome is Outcome.MET:
            return Judgement(outcome=outcome, reason=f"{deciding[0]}: {variants[deciding[0]].hardware}", evidence=evidence)
        words = "is undisclosed" if outcome is Outcome.NOT_MET else "is not known"
        reason = f"the hardware of {', '.join(deciding)} {words}"
        return Judgement(outcome=outcome, reason=reason, evidence=evidence, remedy="name the hardware of the run")
