"""Whether a model was designated as one with systemic risk."""

from msgspec import Struct

from openness.core.outcome import Outcome
from openness.core.verdict import Judgement
from openness.rules.coverage import Subject, pointers


class NotDesignated(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ask that nobody designated the model; without a record of it, nobody is known to have."""

    def judge(self, subject: Subject) -> Judgement:
        """Read the EU facts of the record."""
        eu = subject.model.eu
        if eu is None or eu.designated_systemic is None:
            return Judgement(outcome=Outcome.UNKNOWN, reason="nobody looked for a designation", remedy="look in the Commission's list")
        evidence = pointers(subject.id, eu.evidence, subject.model.evidence)
        if eu.designated_systemic:
            return Judgement(
                outcome=Outcome.NOT_MET,
                reason="designated as a model with systemic risk",
                evidence=evidence,
                remedy="an end of the designation",
            )
        return Judgement(outcome=Outcome.MET, reason="not designated", evidence=evidence)
