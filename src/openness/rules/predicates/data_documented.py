"""Whether every training set has a document about it, under a kind of license."""

from msgspec import Struct

from openness.core.outcome import Outcome, every, some
from openness.core.verdict import Judgement
from openness.core.vocabulary import Access, Completeness
from openness.rules.coverage import Subject, dataset_of, pointers
from openness.rules.standards import Standard, meets
from openness.rules.words import join


class DataDocumented(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ask for a public card or paper of each training set, under a license of some standard."""

    license: Standard

    def judge(self, subject: Subject) -> Judgement:
        """Take the set that is documented least; each of them by its best document."""
        data = subject.model.training_data
        if data is None or data.completeness is not Completeness.COMPLETE or not data.sets:
            return Judgement(outcome=Outcome.UNKNOWN, reason="not all training data is named", remedy="name all training data")
        outcomes, evidence = {}, []
        for found in data.sets:
            dataset = dataset_of(found, subject.registry.datasets)
            documents = dataset.data_card + dataset.research_paper if dataset is not None else ()
            public = [offer for offer in documents if offer.access is Access.PUBLIC and offer.is_current]
            licenses = subject.registry.licenses
            name = dataset.name if dataset is not None else found.name or "a set"
            outcomes[name] = some(meets(self.license, offer.license, licenses) for offer in public) if public else Outcome.UNKNOWN
            sources = dataset.evidence if dataset is not None else {}
            evidence += [pointer for offer in public for pointer in pointers(found.dataset or "", offer.evidence, sources)]
        outcome = every(outcomes.values())
        deciding = join((name for name, one in outcomes.items() if one is outcome), "and")
        words = {Outcome.MET: "a document under open terms describes", Outcome.NOT_MET: "no document under open terms describes"}
        reason = f"{words.get(outcome, 'whether a document under open terms describes')} {deciding}"
        if outcome is Outcome.UNKNOWN:
            reason = f"{reason} is not known"
        remedy = None if outcome is Outcome.MET else f"put the card or paper of {deciding} under open terms"
        return Judgement(outcome=outcome, reason=reason, evidence=tuple(dict.fromkeys(evidence)), remedy=remedy)
