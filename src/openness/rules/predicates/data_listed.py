"""Whether training data that others hold is listed with the place where it is to be had."""

from msgspec import Struct

from openness.core.model import TrainingSet
from openness.core.outcome import Outcome
from openness.core.verdict import Judgement
from openness.core.vocabulary import Completeness, DataClass
from openness.rules.coverage import Subject, dataset_of, pointers
from openness.rules.terms import HAD
from openness.rules.words import join


class DataListed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ask that every set of some classes says where it can be had."""

    classes: tuple[DataClass, ...]

    def judge(self, subject: Subject) -> Judgement:
        """Look for an address of each set that falls under the classes."""
        data = subject.model.training_data
        if data is None:
            return Judgement(
                outcome=Outcome.UNKNOWN, reason="nobody looked for the training data", remedy="find out what it was trained on"
            )
        evidence = pointers(subject.id, data.evidence, subject.model.evidence)
        words = join(found.value for found in self.classes)
        if data.completeness is Completeness.PARTIAL or any(found.data_class is DataClass.UNDISCLOSED for found in data.sets):
            return Judgement(
                outcome=Outcome.NOT_MET,
                reason="not all training data is named",
                evidence=evidence,
                remedy=f"list all training data that is {words}",
            )
        concerned = [found for found in data.sets if found.data_class in self.classes]
        lost = [found for found in concerned if not self._has_place(subject, found)]
        undecided = data.completeness is Completeness.UNKNOWN or any(found.data_class is DataClass.UNKNOWN for found in data.sets)
        if lost or undecided:
            names = join((found.name or found.dataset or "a set" for found in lost), "and")
            reason = f"no place was found for {names}" if lost else "whether all training data is named is not known"
            return Judgement(
                outcome=Outcome.UNKNOWN, reason=reason, evidence=evidence, remedy=f"say where training data that is {words} can be had"
            )
        reason = f"all {len(concerned)} sets that are {words} have an address" if concerned else f"no training data is {words}"
        return Judgement(outcome=Outcome.MET, reason=reason, evidence=evidence)

    def _has_place(self, subject: Subject, found: TrainingSet) -> bool:
        """Tell whether there is an address now; that of an offer that has ended is none."""
        dataset = dataset_of(found, subject.registry.datasets)
        offers = dataset.offers if dataset is not None else ()
        return found.url is not None or any(offer.url and offer.is_current and offer.access in HAD for offer in offers)
