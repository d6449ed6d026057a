"""Put together everything that is known about a license, a dataset or a framework."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

from openness.core.answer import FindingAnswer
from openness.core.dataset import Dataset
from openness.core.finding import Issue
from openness.core.license import License, Term
from openness.core.record_answer import (
    DatasetAnswer,
    FrameworkAnswer,
    FrameworkRequirement,
    LicenseAnswer,
    PartAnswer,
    ProducerAnswer,
    RelatedSet,
    SizeAnswer,
    TermAnswer,
)
from openness.core.registry import Registry
from openness.rules.answer import newest, offer_answer, show_source
from openness.rules.coverage import LocatedOffer, pointers
from openness.rules.expression import leaves, read_expression
from openness.rules.standards import Standard, meets
from openness.rules.walk import license_uses

S = TypeVar("S", bound=str)


def answer_license(license_id: str, registry: Registry, used_by: Iterable[str] = (), issues: Iterable[Issue] = ()) -> LicenseAnswer:
    """Build the whole answer for one license."""
    found = registry.licenses[license_id]
    return LicenseAnswer(
        id=license_id,
        name=found.name,
        publisher=found.publisher,
        family=found.family,
        version=found.version,
        published=found.published.isoformat() if found.published else None,
        aliases=found.aliases,
        hub_ids=found.hub_ids,
        scancode_key=found.scancode_key,
        targets=tuple(target.value for target in found.targets),
        confidence=found.confidence.value,
        permissions=_terms(found.permissions),
        conditions=_terms(found.conditions),
        limits=_terms(found.limits),
        approvals=_terms(found.approvals),
        patents=_terms(found.patents),
        termination=_terms(found.termination),
        outputs_are_derivatives=_term(found.outputs_are_derivatives) if found.outputs_are_derivatives else None,
        derivatives=found.derivatives.value,
        superseded_by=found.superseded_by,
        open={standard.value: meets(standard, license_id, registry.licenses).value for standard in Standard},
        evidence={key: show_source(source) for key, source in found.evidence.items()},
        as_of=newest(found.evidence).isoformat(),
        used_by=tuple(used_by),
        findings=finding_answers(issues),
        note=found.note,
    )


def _terms(terms: Mapping[S, Term]) -> dict[str, TermAnswer]:
    return {str(name): _term(term) for name, term in terms.items()}


def _term(term: Term) -> TermAnswer:
    return TermAnswer(
        answer=term.answer.value,
        clause=term.clause,
        when=term.when,
        threshold=term.threshold,
        unit=term.unit.value if term.unit else None,
        excluded=term.excluded,
        wording=term.wording,
        note=term.note,
    )


def finding_answers(issues: Iterable[Issue]) -> tuple[FindingAnswer, ...]:
    """Show issues without their place."""
    return tuple(FindingAnswer(code=issue.code, severity=issue.severity.value, message=issue.message, hint=issue.hint) for issue in issues)


def answer_dataset(dataset_id: str, registry: Registry, used_by: Iterable[str] = (), issues: Iterable[Issue] = ()) -> DatasetAnswer:
    """Build the whole answer for one dataset."""
    found = registry.datasets[dataset_id]

    def located(name: str) -> tuple[LocatedOffer, ...]:
        return tuple(LocatedOffer(offer=offer, record=dataset_id, sources=found.evidence) for offer in getattr(found, name))

    documents = {"data-card": "data_card", "research-paper": "research_paper", "preprocessing-code": "preprocessing_code"}
    return DatasetAnswer(
        id=dataset_id,
        name=found.name,
        publisher=found.publisher,
        released=found.released.isoformat() if found.released else None,
        description=found.description,
        aliases=found.aliases,
        repo_id=found.repo_id,
        former_repo_ids=found.former_repo_ids,
        offers=tuple(offer_answer(offer) for offer in located("offers")),
        documents={
            key: tuple(offer_answer(offer) for offer in located(field)) for key, field in documents.items() if getattr(found, field)
        },
        sizes=tuple(
            SizeAnswer(amount=size.amount, unit=size.unit.value, tokenizer=size.tokenizer, of=size.of, note=size.note)
            for size in found.sizes
        ),
        parts=_parts(found),
        derived_from=tuple(RelatedSet(dataset=step.dataset, relation=step.relation.value, note=step.note) for step in found.derived_from),
        superseded_by=found.superseded_by,
        produced_by=tuple(ProducerAnswer(service=p.service, model=p.model, terms=p.terms, note=p.note) for p in found.produced_by),
        described={facet.value: pointers(dataset_id, keys, found.evidence) for facet, keys in sorted(found.described.items())},
        evidence={key: show_source(source) for key, source in found.evidence.items()},
        as_of=newest(found.evidence).isoformat(),
        used_by=tuple(used_by),
        findings=finding_answers(issues),
        note=found.note,
    )


def _parts(found: Dataset) -> dict[str, PartAnswer]:
    return {
        slug: PartAnswer(
            name=part.name,
            dataset=part.dataset,
            license=part.license,
            declared=part.declared,
            data_class=part.data_class.value if part.data_class else None,
            size=part.size,
            note=part.note,
        )
        for slug, part in found.parts.items()
    }


def answer_framework(framework_id: str, registry: Registry, results: Mapping[str, str]) -> FrameworkAnswer:
    """Build the whole answer for one framework; `results` maps model ids to the words of their verdicts."""
    found = registry.frameworks[framework_id]
    return FrameworkAnswer(
        id=framework_id,
        name=found.name,
        version=found.version,
        publisher=found.publisher,
        published=found.published.isoformat() if found.published else None,
        summary=found.summary,
        question=found.question,
        requirements=tuple(
            FrameworkRequirement(id=name, title=asked.title, clause=asked.clause) for name, asked in found.requirements.items()
        ),
        levels=tuple(level.name for level in found.levels),
        parts=tuple(part.name for part in found.parts.values()),
        evidence={key: show_source(source) for key, source in found.evidence.items()},
        results=dict(results),
        note=found.note,
    )


def users_of_licenses(registry: Registry) -> Mapping[str, tuple[str, ...]]:
    """Map each license to the models and datasets that use it, sorted."""
    users: dict[str, set[str]] = defaultdict(set)
    records: dict[str, License | object] = {**registry.models, **{f"datasets/{key}": value for key, value in registry.datasets.items()}}
    for record_id, record in records.items():
        for _, expression in license_uses(record):  # type: ignore[arg-type] # models and datasets only
            for leaf in leaves(read_expression(expression)):
                users[str(leaf)].add(record_id)
    return {license_id: tuple(sorted(found)) for license_id, found in users.items()}


def users_of_datasets(registry: Registry) -> Mapping[str, tuple[str, ...]]:
    """Map each dataset to the models trained on it, sorted."""
    users: dict[str, set[str]] = defaultdict(set)
    for model_id, model in registry.models.items():
        for found in model.training_data.sets if model.training_data else ():
            if found.dataset is not None:
                users[found.dataset].add(model_id)
    return {dataset_id: tuple(sorted(found)) for dataset_id, found in users.items()}
