"""Whether users are told what a model can do, what it cannot do, and how to run it."""

from msgspec import Struct

from openness.core.outcome import Outcome
from openness.core.verdict import Judgement
from openness.core.vocabulary import UsageFacet
from openness.rules.coverage import Subject, pointers
from openness.rules.words import join


class UsageTold(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ask for every one of some kinds of information for users."""

    facets: tuple[UsageFacet, ...] = tuple(UsageFacet)

    def judge(self, subject: Subject) -> Judgement:
        """Look for each kind in the record; what nobody recorded is not known."""
        usage, sources = subject.model.usage, subject.model.evidence
        missing = [facet.value for facet in self.facets if facet not in usage]
        evidence = tuple(dict.fromkeys(pointer for facet in self.facets for pointer in pointers(subject.id, usage.get(facet, ()), sources)))
        if missing:
            reason, remedy = f"nobody recorded {join(missing, 'or')}", f"find or publish {join(missing, 'and')}"
            return Judgement(outcome=Outcome.UNKNOWN, reason=reason, evidence=evidence, remedy=remedy)
        return Judgement(outcome=Outcome.MET, reason=f"{join((facet.value for facet in self.facets), 'and')} are public", evidence=evidence)
