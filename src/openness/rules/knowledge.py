"""Knowledge: for each field of a record, whether it is evidenced, unknown, undisclosed, or nobody looked.

A field that cannot be asked of a record (the license of what was never released, the active parameters of a dense model) is
not counted at all.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TypeAlias

from openness.core.dataset import Dataset
from openness.core.knowledge import Knowledge, RecordKnowledge
from openness.core.license import License
from openness.core.license_vocabulary import Answer, Approval, Condition, Limit, Patent, Permission, Termination
from openness.core.model import Model, Variant
from openness.core.offer import Offer
from openness.core.registry import Registry
from openness.core.vocabulary import Access, Completeness, Component, DataClass, Facet, Form, UsageFacet, VariantFact
from openness.rules.coverage import Group, Subject, groups
from openness.rules.expression import NOASSERTION
from openness.rules.sources import sources_of

Known: TypeAlias = Iterator[tuple[str, Knowledge]]

_ORDER = (Knowledge.EVIDENCED, Knowledge.UNDISCLOSED, Knowledge.UNKNOWN, Knowledge.NOBODY_LOOKED)
_TO_BE_HAD = frozenset({Access.PUBLIC, Access.GATED, Access.REQUEST, Access.PAID})
_OF_ACCESS = {Access.UNKNOWN: Knowledge.UNKNOWN, Access.UNDISCLOSED: Knowledge.UNDISCLOSED}
_OF_CLASS = {DataClass.UNKNOWN: Knowledge.UNKNOWN, DataClass.UNDISCLOSED: Knowledge.UNDISCLOSED}
_OF_LIST = {
    Completeness.COMPLETE: Knowledge.EVIDENCED,
    Completeness.PARTIAL: Knowledge.EVIDENCED,
    Completeness.UNKNOWN: Knowledge.UNKNOWN,
}
_EU_FACTS = ("monetisation", "copyright_policy", "training_content_summary", "designated_systemic")
_TERMS: tuple[tuple[str, type[StrEnum]], ...] = (
    ("permissions", Permission),
    ("conditions", Condition),
    ("limits", Limit),
    ("approvals", Approval),
    ("patents", Patent),
    ("termination", Termination),
)


def knowledge_of_model(model_id: str, registry: Registry) -> RecordKnowledge:
    """Return what is known of each field of a model."""
    model = registry.models[model_id]
    return RecordKnowledge(fields=_count(_model_fields(Subject(id=model_id, model=model, registry=registry))), sources=sources_of(model))


def knowledge_of_dataset(dataset: Dataset) -> RecordKnowledge:
    """Return what is known of each field of a dataset."""
    return RecordKnowledge(fields=_count(_dataset_fields(dataset)), sources=sources_of(dataset))


def knowledge_of_license(license_: License) -> RecordKnowledge:
    """Return what is known of each field of a license."""
    return RecordKnowledge(fields=_count(_license_fields(license_)), sources=sources_of(license_))


def total(records: Iterable[RecordKnowledge]) -> dict[str, dict[Knowledge, int]]:
    """Add up the fields of many records; the license of an artefact follows the artefact."""
    found = _count((field, state) for record in records for field, counts in record.fields.items() for state in Counter(counts).elements())
    order = {field: number for number, field in enumerate(found)}
    return dict(sorted(found.items(), key=lambda item: (order.get(item[0].removesuffix(".license"), order[item[0]]), order[item[0]])))


def add_up(fields: Iterable[Mapping[Knowledge, int]]) -> dict[Knowledge, int]:
    """Sum up over fields."""
    counted = list(fields)
    return {state: sum(counts.get(state, 0) for counts in counted) for state in Knowledge}


def _count(known: Iterable[tuple[str, Knowledge]]) -> dict[str, dict[Knowledge, int]]:
    counted: dict[str, Counter[Knowledge]] = defaultdict(Counter)
    for field, state in known:
        counted[field][state] += 1
    return {field: {state: counts[state] for state in Knowledge if counts[state]} for field, counts in counted.items()}


def _looked(value: object) -> Knowledge:
    return Knowledge.NOBODY_LOOKED if value is None else Knowledge.EVIDENCED


def _model_fields(subject: Subject) -> Known:
    model = subject.model
    yield "released", _looked(model.released)
    for variant in model.variants.values():
        yield from _variant_fields(variant)
    yield "lineage", _looked(model.lineage)
    yield from _data_fields(model)
    for component in Component:
        yield from _component_fields(f"components.{component}", groups(subject, component))
    yield "claims", _looked(model.claims or None)
    for usage in UsageFacet:
        yield f"usage.{usage}", _looked(model.usage.get(usage))
    for fact in _EU_FACTS:
        yield f"eu.{fact}", _looked(getattr(model.eu, fact) if model.eu else None)


def _variant_fields(variant: Variant) -> Known:
    for fact in VariantFact:
        field = f"variants.{fact}"
        if fact in variant.undisclosed:
            yield field, Knowledge.UNDISCLOSED
        elif fact in variant.unknown:
            yield field, Knowledge.UNKNOWN
        elif fact is not VariantFact.ACTIVE_PARAMETERS or variant.active_parameters is not None:
            yield field, _looked(getattr(variant, fact))


def _data_fields(model: Model) -> Known:
    data = model.training_data
    yield "training_data.completeness", _OF_LIST[data.completeness] if data else Knowledge.NOBODY_LOOKED
    for found in data.sets if data else ():
        yield "training_data.sets", _OF_CLASS.get(found.data_class, Knowledge.EVIDENCED)


def _component_fields(field: str, found: tuple[Group, ...]) -> Known:
    """Yield how well access to an artefact is known, and its license where there is something to be had.

    What differs per variant or set is as well known as the part that is known least.
    """
    current = [[located.offer for located in group.offers if located.offer.is_current] for group in found]
    if _never_asked(offer for offers in current for offer in offers):
        return
    yield field, _worst(_best(offers, _access_known) for offers in current)
    had = [[offer for offer in offers if offer.access in _TO_BE_HAD and offer.form is not Form.DESCRIBED] for offers in current]
    licensed = [_best(offers, _license_known) for offers in had if offers]
    if licensed:
        yield f"{field}.license", _worst(licensed)


def _never_asked(offers: Iterable[Offer]) -> bool:
    return {offer.access for offer in offers} == {Access.NOT_APPLICABLE}


def _best(offers: Iterable[Offer], known: Callable[[Offer], Knowledge]) -> Knowledge:
    return min((known(offer) for offer in offers), key=_ORDER.index, default=Knowledge.NOBODY_LOOKED)


def _worst(states: Iterable[Knowledge]) -> Knowledge:
    return max(states, key=_ORDER.index, default=Knowledge.NOBODY_LOOKED)


def _access_known(offer: Offer) -> Knowledge:
    return _OF_ACCESS.get(offer.access, Knowledge.EVIDENCED)


def _license_known(offer: Offer) -> Knowledge:
    if offer.license is None:
        return Knowledge.NOBODY_LOOKED
    return Knowledge.UNKNOWN if offer.license == NOASSERTION else Knowledge.EVIDENCED


def _dataset_fields(dataset: Dataset) -> Known:
    yield "released", _looked(dataset.released)
    for field, offers in (
        ("offers", dataset.offers),
        ("data-card", dataset.data_card),
        ("research-paper", dataset.research_paper),
        ("preprocessing-code", dataset.preprocessing_code),
    ):
        current = [offer for offer in offers if offer.is_current]
        if _never_asked(current):
            continue
        yield field, _best(current, _access_known)
        had = [offer for offer in current if offer.access in _TO_BE_HAD and offer.form is not Form.DESCRIBED]
        if had:
            yield f"{field}.license", _best(had, _license_known)
    yield "sizes", _looked(dataset.sizes or None)
    for part in dataset.parts.values():
        yield "parts.license", Knowledge.UNKNOWN if part.license == NOASSERTION else _looked(part.license)
    for facet in Facet:
        yield f"described.{facet}", _looked(dataset.described.get(facet))


def _license_fields(license_: License) -> Known:
    for group, words in _TERMS:
        for word in words:
            term = getattr(license_, group).get(word)
            unknown = term is not None and term.answer is Answer.UNKNOWN
            yield f"{group}.{word}", Knowledge.UNKNOWN if unknown else _looked(term)
