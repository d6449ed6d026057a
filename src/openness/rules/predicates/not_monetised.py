"""Whether access to a model is paid for, in money or in personal data."""

from msgspec import Struct

from openness.core.outcome import Outcome
from openness.core.verdict import Judgement
from openness.core.vocabulary import Monetisation
from openness.rules.coverage import Subject, pointers
from openness.rules.words import join


class NotMonetised(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ask that none of some kinds of payment was found by somebody who looked."""

    kinds: tuple[Monetisation, ...] = tuple(Monetisation)

    def judge(self, subject: Subject) -> Judgement:
        """Read the EU facts of the record."""
        eu = subject.model.eu
        if eu is None or eu.monetisation is None:
            return Judgement(outcome=Outcome.UNKNOWN, reason="nobody looked for payment", remedy="find out whether access is paid for")
        found = [kind.value for kind in eu.monetisation if kind in self.kinds]
        evidence = pointers(subject.id, eu.evidence, subject.model.evidence)
        if found:
            return Judgement(
                outcome=Outcome.NOT_MET,
                reason=f"monetised by {join(found, 'and')}",
                evidence=evidence,
                remedy="give access without payment",
            )
        return Judgement(outcome=Outcome.MET, reason="no payment was found", evidence=evidence)
