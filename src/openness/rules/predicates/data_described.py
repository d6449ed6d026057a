"""Whether all training data is described, facet by facet."""

from msgspec import Struct

from openness.core.model import TrainingSet
from openness.core.outcome import Outcome, every
from openness.core.verdict import Judgement, Pointer
from openness.core.vocabulary import Completeness, DataClass, Facet
from openness.rules.coverage import Subject, dataset_of, pointers
from openness.rules.words import join


class DataDescribed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ask that the list of sets is complete and each set described by every one of `facets`."""

    facets: tuple[Facet, ...] = tuple(Facet)

    def judge(self, subject: Subject) -> Judgement:
        """Take the list of sets first, then the set that is described least."""
        data = subject.model.training_data
        if data is None:
            return Judgement(
                outcome=Outcome.UNKNOWN, reason="nobody looked for the training data", remedy="find out what it was trained on"
            )
        own = pointers(subject.id, data.evidence, subject.model.evidence)
        if data.completeness is Completeness.PARTIAL or any(found.data_class is DataClass.UNDISCLOSED for found in data.sets):
            return Judgement(
                outcome=Outcome.NOT_MET, reason="not all training data is named", evidence=own, remedy="name and describe all training data"
            )
        missing = {name: facets for name, facets in (self._missing(subject, found) for found in data.sets) if facets}
        listed = Outcome.MET if data.completeness is Completeness.COMPLETE else Outcome.UNKNOWN
        outcome = every([listed, Outcome.UNKNOWN if missing or not data.sets else Outcome.MET])
        evidence = own + tuple(pointer for found in data.sets for pointer in self._evidence(subject, found))
        if outcome is Outcome.MET:
            asked = join((facet.value for facet in self.facets), "and")
            sets = "the one set is" if len(data.sets) == 1 else f"all {len(data.sets)} sets are"
            return Judgement(outcome=outcome, reason=f"{sets} described by {asked}", evidence=tuple(dict.fromkeys(evidence)))
        gaps = "; ".join(f"{name}: {join(facets, 'and')}" for name, facets in missing.items())
        reason = f"no description was found of {gaps}" if gaps else "whether all training data is named is not known"
        return Judgement(
            outcome=outcome,
            reason=reason,
            evidence=tuple(dict.fromkeys(evidence)),
            remedy="describe all training data, or find where it is described",
        )

    def _missing(self, subject: Subject, found: TrainingSet) -> tuple[str, list[str]]:
        dataset = dataset_of(found, subject.registry.datasets)
        described = set(found.described) | set(dataset.described if dataset else ())
        name = dataset.name if dataset else found.name or found.dataset or "a set"
        return name, [facet.value for facet in self.facets if facet not in described]

    def _evidence(self, subject: Subject, found: TrainingSet) -> tuple[Pointer, ...]:
        dataset = dataset_of(found, subject.registry.datasets)
        own = [pointers(subject.id, keys, subject.model.evidence) for keys in found.described.values()]
        if dataset is not None and found.dataset is not None:
            own += [pointers(found.dataset, keys, dataset.evidence) for keys in dataset.described.values()]
        return tuple(pointer for group in own for pointer in group)
