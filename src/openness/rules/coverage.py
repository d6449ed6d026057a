"""Coverage: for each component, the offers that have to hold, per variant and per training set.

A release meets a requirement when each of its variants does, and its data when each of its sets does. So a component
is a list of groups: every group needs one offer that will do.
"""

from collections.abc import Mapping

from msgspec import Struct, field

from openness.core.dataset import Dataset
from openness.core.model import Model, TrainingSet
from openness.core.offer import Offer
from openness.core.outcome import Outcome
from openness.core.registry import Registry
from openness.core.source import Evidence, EvidenceKeys
from openness.core.verdict import Pointer
from openness.core.vocabulary import Access, Completeness, Component, DataClass


class Subject(Struct, frozen=True, kw_only=True):
    """Hold a model that is to be judged, and the registry it stands in.

    `above` names the models made from it on the way here; `judged` keeps outcomes by model and framework, for all who share it.
    """

    id: str
    model: Model
    registry: Registry
    above: frozenset[str] = frozenset()
    judged: dict[tuple[str, str], Outcome] = field(default_factory=dict)


class LocatedOffer(Struct, frozen=True, kw_only=True):
    """Hold an offer with the evidence of the record that states it."""

    offer: Offer
    record: str
    sources: Evidence

    @property
    def pointers(self) -> tuple[Pointer, ...]:
        """Point at the offer's evidence."""
        return pointers(self.record, self.offer.evidence, self.sources)


class Group(Struct, frozen=True, kw_only=True):
    """Hold offers of which one has to do; `of` names the variant or training set, empty for the whole release.

    `named` is false for the data that a list leaves out.
    """

    offers: tuple[LocatedOffer, ...]
    of: str = ""
    named: bool = True


_ACCESS_OF_CLASS = {
    DataClass.OPEN: Access.PUBLIC,
    DataClass.PUBLIC: Access.PUBLIC,
    DataClass.OBTAINABLE: Access.REQUEST,
    DataClass.UNSHAREABLE: Access.NONE,
    DataClass.UNDISCLOSED: Access.UNDISCLOSED,
    DataClass.UNKNOWN: Access.UNKNOWN,
}


def pointers(record: str, keys: EvidenceKeys, sources: Evidence) -> tuple[Pointer, ...]:
    """Point at evidence by its keys; keys without a source are left out (a check reports them)."""
    return tuple(Pointer(record=record, key=key, url=sources[key].url) for key in keys if key in sources)


def groups(subject: Subject, component: Component) -> tuple[Group, ...]:
    """Return what has to hold for a component; empty where nobody looked."""
    stated = subject.model.components.get(component)
    return _derived(subject, component) if stated is None else _per_variant(subject, stated)


def _derived(subject: Subject, component: Component) -> tuple[Group, ...]:
    match component:
        case Component.DATASETS:
            return _per_set(subject)
        case Component.DATA_CARD:
            return _cards_of_sets(subject)
        case _:
            return ()


def _per_variant(subject: Subject, offers: tuple[Offer, ...]) -> tuple[Group, ...]:
    model = subject.model
    located = tuple(LocatedOffer(offer=offer, record=subject.id, sources=model.evidence) for offer in offers)
    if not any(offer.variants for offer in offers):
        return (Group(offers=located),)
    return tuple(
        Group(of=variant, offers=tuple(found for found in located if not found.offer.variants or variant in found.offer.variants))
        for variant in model.variants
    )


def _per_set(subject: Subject) -> tuple[Group, ...]:
    data = subject.model.training_data
    if data is None:
        return ()
    sets = tuple(_group_of_set(subject, training_set) for training_set in data.sets)
    if data.completeness is Completeness.COMPLETE:
        return sets
    access = Access.NONE if data.completeness is Completeness.PARTIAL else Access.UNKNOWN
    rest = _located(subject, Offer(access=access, evidence=data.evidence))
    return (*sets, Group(of="the sets that are not named", offers=(rest,), named=False))


def _group_of_set(subject: Subject, training_set: TrainingSet) -> Group:
    dataset = dataset_of(training_set, subject.registry.datasets)
    if dataset is None or training_set.dataset is None:
        access = Access.UNKNOWN if training_set.dataset else _ACCESS_OF_CLASS[training_set.data_class]
        offer = Offer(access=access, url=training_set.url, evidence=training_set.evidence)
        return Group(of=training_set.name or training_set.dataset or "", offers=(_located(subject, offer),))
    return Group(of=dataset.name, offers=_offers_of(training_set.dataset, dataset, dataset.offers))


def _cards_of_sets(subject: Subject) -> tuple[Group, ...]:
    data = subject.model.training_data
    if data is None or data.completeness is not Completeness.COMPLETE:
        return ()
    found = []
    for training_set in data.sets:
        dataset = dataset_of(training_set, subject.registry.datasets)
        if dataset is None or training_set.dataset is None or not dataset.data_card:
            return ()
        found.append(Group(of=dataset.name, offers=_offers_of(training_set.dataset, dataset, dataset.data_card)))
    return tuple(found)


def dataset_of(training_set: TrainingSet, datasets: Mapping[str, Dataset]) -> Dataset | None:
    """Return the record of a training set, if it has one."""
    return datasets.get(training_set.dataset) if training_set.dataset else None


def _located(subject: Subject, offer: Offer) -> LocatedOffer:
    return LocatedOffer(offer=offer, record=subject.id, sources=subject.model.evidence)


def _offers_of(record: str, dataset: Dataset, offers: tuple[Offer, ...]) -> tuple[LocatedOffer, ...]:
    return tuple(LocatedOffer(offer=offer, record=record, sources=dataset.evidence) for offer in offers)
