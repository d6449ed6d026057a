"""Whether training took more floating-point operations than a threshold."""

from msgspec import Struct

from openness.core.outcome import Outcome
from openness.core.verdict import Judgement
from openness.rules.compute import training_flop
from openness.rules.coverage import Subject, pointers


class ComputedAbove(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ask whether the largest variant took strictly more than `flop`; `negated` asks for the contrary."""

    flop: float
    negated: bool = False

    def judge(self, subject: Subject) -> Judgement:
        """Use published FLOP, else six times parameters times tokens; one variant above is enough."""
        model = subject.model
        known = {name: training_flop(variant) for name, variant in model.variants.items()}
        largest = max(known, key=lambda name: known[name] or 0.0)
        value = known[largest]
        evidence = pointers(subject.id, model.variants[largest].evidence, model.evidence)
        above = value is not None and value > self.flop
        if not above and (value is None or None in known.values()):
            remedy = "publish training compute, or parameters and tokens"
            missing = ", ".join(name for name, flop in known.items() if flop is None)
            most = f"; {largest}: {value:.2g} FLOP" if value is not None else ""
            return Judgement(
                outcome=Outcome.UNKNOWN, reason=f"the compute of {missing} is not known{most}", evidence=evidence, remedy=remedy
            )
        met = above is not self.negated
        basis = "stated" if model.variants[largest].compute else "6 x parameters x tokens"
        reason = f"{largest}: {value:.2g} FLOP ({basis}), {'more' if above else 'not more'} than {self.flop:.0e}"
        return Judgement(
            outcome=Outcome.MET if met else Outcome.NOT_MET,
            reason=reason,
            evidence=evidence,
            remedy=None if met else "another amount of training",
        )
