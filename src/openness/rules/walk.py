"""Walk through records: every offer, reference and use of evidence, with its path."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from openness.core.dataset import Dataset
from openness.core.finding import Path, Place
from openness.core.license import License, Term
from openness.core.model import Model
from openness.core.offer import Offer
from openness.core.registry import Collection, Record, Registry
from openness.core.source import EvidenceKeys

_DATASET_OFFERS = (
    ("offers", "offers"),
    ("data-card", "data_card"),
    ("research-paper", "research_paper"),
    ("preprocessing-code", "preprocessing_code"),
)
_TERM_GROUPS = ("permissions", "conditions", "limits", "approvals", "patents", "termination")


def model_place(model_id: str, *path: str | int) -> Place:
    """Point into a model."""
    return Place(collection=Collection.MODELS, record=model_id, path=path)


def dataset_place(dataset_id: str, *path: str | int) -> Place:
    """Point into a dataset."""
    return Place(collection=Collection.DATASETS, record=dataset_id, path=path)


def records_with_evidence(registry: Registry) -> Iterator[tuple[Collection, str, Record]]:
    """Yield every record of a registry."""
    for collection in Collection:
        for record_id, record in registry.records(collection).items():
            yield collection, record_id, record


def model_offers(model: Model) -> Iterator[tuple[Path, Offer]]:
    """Yield every offer of a model with its path."""
    for name, offers in model.components.items():
        for number, offer in enumerate(offers):
            yield ("components", name.value, number), offer


def dataset_offers(dataset: Dataset) -> Iterator[tuple[Path, Offer]]:
    """Yield every offer of a dataset with its path."""
    for key, field in _DATASET_OFFERS:
        for number, offer in enumerate(getattr(dataset, field)):
            yield (key, number), offer


def all_offers(registry: Registry) -> Iterator[tuple[Place, Offer]]:
    """Yield every offer of every model and dataset with its place."""
    for model_id, model in registry.models.items():
        for path, offer in model_offers(model):
            yield Place(collection=Collection.MODELS, record=model_id, path=path), offer
    for dataset_id, dataset in registry.datasets.items():
        for path, offer in dataset_offers(dataset):
            yield Place(collection=Collection.DATASETS, record=dataset_id, path=path), offer


def terms_of(license_: License) -> Iterator[tuple[Path, Term]]:
    """Yield every term of a license with its path."""
    for group in _TERM_GROUPS:
        terms: Mapping[str, Term] = getattr(license_, group)
        for name, term in terms.items():
            yield (group, str(name)), term
    if license_.outputs_are_derivatives is not None:
        yield ("outputs_are_derivatives",), license_.outputs_are_derivatives


def evidence_uses(record: Record) -> Iterator[tuple[Path, EvidenceKeys]]:
    """Yield every place in a record that cites its evidence."""
    match record:
        case Model():
            yield from _model_uses(record)
        case Dataset():
            yield from _dataset_uses(record)
        case License():
            yield from (((*path, "evidence"), term.evidence) for path, term in terms_of(record))
            yield from ((("versions", number, "evidence"), text.evidence) for number, text in enumerate(record.versions))
        case _:
            return


def _model_uses(model: Model) -> Iterator[tuple[Path, EvidenceKeys]]:
    yield ("stated_in",), model.stated_in
    for number, claim in enumerate(model.claims):
        yield ("claims", number, "evidence"), claim.evidence
    for usage, keys in model.usage.items():
        yield ("usage", usage.value), keys
    for slug, variant in model.variants.items():
        yield ("variants", slug, "evidence"), variant.evidence
    for number, step in enumerate(model.lineage or ()):
        yield ("lineage", number, "evidence"), step.evidence
    if model.training_data is not None:
        yield ("training_data", "evidence"), model.training_data.evidence
        for number, found in enumerate(model.training_data.sets):
            yield ("training_data", "sets", number, "evidence"), found.evidence
            for facet, keys in found.described.items():
                yield ("training_data", "sets", number, "described", facet.value), keys
    if model.eu is not None:
        yield ("eu", "evidence"), model.eu.evidence
    yield from _offer_uses(model_offers(model))


def _dataset_uses(dataset: Dataset) -> Iterator[tuple[Path, EvidenceKeys]]:
    yield ("stated_in",), dataset.stated_in
    numbered: Iterator[tuple[str, str | int, EvidenceKeys]] = chain(
        (("sizes", number, size.evidence) for number, size in enumerate(dataset.sizes)),
        (("parts", slug, part.evidence) for slug, part in dataset.parts.items()),
        (("derived_from", number, source.evidence) for number, source in enumerate(dataset.derived_from)),
        (("produced_by", number, producer.evidence) for number, producer in enumerate(dataset.produced_by)),
    )
    for key, step, keys in numbered:
        yield (key, step, "evidence"), keys
    for facet, keys in dataset.described.items():
        yield ("described", facet.value), keys
    yield from _offer_uses(dataset_offers(dataset))


def _offer_uses(offers: Iterable[tuple[Path, Offer]]) -> Iterator[tuple[Path, EvidenceKeys]]:
    for path, offer in offers:
        yield (*path, "evidence"), offer.evidence
        if offer.documented_in:
            yield (*path, "documented_in"), (offer.documented_in,)


def model_references(model: Model) -> Iterator[tuple[Path, str]]:
    """Yield every reference from a model to other models, with its path."""
    for number, step in enumerate(model.lineage or ()):
        if step.base:
            yield ("lineage", number, "base"), step.base
        for key in ("all_of", "any_of"):
            for position, reference in enumerate(getattr(step, key)):
                yield ("lineage", number, key, position), reference
    for path, offer in model_offers(model):
        for position, reference in enumerate(offer.needs):
            yield (*path, "needs", position), reference


def license_uses(record: Record) -> Iterator[tuple[Path, str]]:
    """Yield every license expression of a record with its path."""
    offers = model_offers(record) if isinstance(record, Model) else dataset_offers(record) if isinstance(record, Dataset) else ()
    for path, offer in offers:
        if offer.license is not None:
            yield (*path, "license"), offer.license
    if isinstance(record, Dataset):
        for slug, part in record.parts.items():
            if part.license is not None:
                yield ("parts", slug, "license"), part.license
        for number, producer in enumerate(record.produced_by):
            if producer.terms is not None:
                yield ("produced_by", number, "terms"), producer.terms
    if isinstance(record, License) and record.superseded_by is not None:
        yield ("superseded_by",), record.superseded_by
    if isinstance(record, License):
        yield from ((("compatible_with", number), license_id) for number, license_id in enumerate(record.compatible_with))


def repositories(model: Model) -> Iterator[tuple[Path, str]]:
    """Yield every Hub repository of a model with its path."""
    for slug, variant in model.variants.items():
        if variant.repo_id is not None:
            yield ("variants", slug, "repo_id"), variant.repo_id
        for key in ("more_repo_ids", "former_repo_ids", "copy_repo_ids"):
            for number, repo_id in enumerate(getattr(variant, key)):
                yield ("variants", slug, key, number), repo_id
