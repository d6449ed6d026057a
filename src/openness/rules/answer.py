"""Put together everything that is known and concluded about a model."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from openness.core.answer import (
    ClaimAnswer,
    ComponentAnswer,
    FindingAnswer,
    GateAnswer,
    GroundAnswer,
    ModelAnswer,
    OfferAnswer,
    OutputsAnswer,
    PermissionReply,
    SetAnswer,
    SourceAnswer,
    StepAnswer,
    TrainingDataAnswer,
    VariantAnswer,
)
from openness.core.dataset import Dataset, Producer
from openness.core.finding import Issue
from openness.core.license import License
from openness.core.license_vocabulary import Permission
from openness.core.model import Claim, Step, TrainingSet, Variant
from openness.core.outcome import Outcome
from openness.core.registry import Registry
from openness.core.source import Evidence, Source
from openness.core.vocabulary import Access, Component, Form
from openness.rules.claims import judge_claim
from openness.rules.compute import band, tokens_per_parameter, training_flop
from openness.rules.coverage import Group, LocatedOffer, Subject, dataset_of, groups, pointers
from openness.rules.judge import judge_by_all
from openness.rules.lineage import goes_on_from_weights
from openness.rules.permissions import Ground, PermissionAnswer, duties_of, permissions_of
from openness.rules.service import OF_OUTPUTS, end_of_service, service_permissions_of, terms_of_outputs
from openness.rules.standards import Standard, meets
from openness.rules.terms import is_had

_ACCESS_RANK = {access: number for number, access in enumerate(Access)}
_FORM_RANK = {form: number for number, form in enumerate((Form.FULL, Form.PARTIAL, Form.DELTA, Form.INDEX, Form.DESCRIBED))}
_OPEN_RANK = {Outcome.MET: 0, Outcome.UNKNOWN: 1, Outcome.NOT_MET: 2}
_DERIVED = (Component.DATASETS, Component.DATA_CARD)


def answer_model(
    model_id: str, registry: Registry, issues: Iterable[Issue] = (), judged: dict[tuple[str, str], Outcome] | None = None
) -> ModelAnswer:
    """Build the whole answer for one model of a registry; `judged` keeps what bases come out as, from one model to the next."""
    model = registry.models[model_id]
    subject = Subject(id=model_id, model=model, registry=registry, judged={} if judged is None else judged)
    limits, conditions = duties_of(model_id, registry)
    service = service_permissions_of(model_id, registry)
    answer = ModelAnswer(
        id=model_id,
        family=model.family,
        name=model.name,
        developer=model.developer,
        released=_day(model.released),
        kind=model.kind.value,
        input=tuple(modality.value for modality in model.modalities.input),
        output=tuple(modality.value for modality in model.modalities.output),
        description=model.description,
        aliases=model.aliases,
        variants={slug: _variant(subject, slug, variant) for slug, variant in model.variants.items()},
        lineage=None if model.lineage is None else tuple(_step(subject, step) for step in model.lineage),
        training_data=_training_data(subject),
        components=_components(subject),
        permissions={name.value: _permission(found) for name, found in _permissions(model_id, registry, service).items()},
        service={name.value: _permission(found) for name, found in service.items()},
        service_until=_day(end_of_service(model)),
        limits={name.value: _grounds(found) for name, found in limits.items()},
        conditions={name.value: _grounds(found) for name, found in conditions.items()},
        verdicts=judge_by_all(subject),
        evidence={key: show_source(source) for key, source in model.evidence.items()},
        as_of=newest(model.evidence).isoformat(),
        findings=tuple(
            FindingAnswer(code=issue.code, severity=issue.severity.value, message=issue.message, hint=issue.hint) for issue in issues
        ),
        note=model.note,
    )
    return replace(answer, claims=tuple(_claim(claim, answer, model.evidence, registry) for claim in model.claims))


def _permissions(model_id: str, registry: Registry, service: Mapping[Permission, PermissionAnswer]) -> dict[Permission, PermissionAnswer]:
    """Answer for the weights; where they cannot be had, outputs come from the service alone, and its terms answer for them."""
    found = permissions_of(model_id, registry)
    offers = registry.models[model_id].components.get(Component.MODEL_PARAMETERS_FINAL, ())
    if any(is_had(offer) or offer.access is Access.WITHDRAWN for offer in offers):
        return found
    return found | {name: service[name] for name in OF_OUTPUTS if name in service}


def _claim(claim: Claim, answer: ModelAnswer, evidence: Evidence, registry: Registry) -> ClaimAnswer:
    return ClaimAnswer(
        term=claim.term,
        judged=tuple(judge_claim(assertion, answer, registry.licenses) for assertion in claim.says),
        quote=claim.quote,
        evidence=pointers(answer.id, claim.evidence, evidence),
        note=claim.note,
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def show_source(source: Source) -> SourceAnswer:
    """Show one source."""
    return SourceAnswer(
        url=source.url, seen=source.seen.isoformat(), by=source.by.value, revision=source.revision, copy=source.copy, note=source.note
    )


def _variant(subject: Subject, slug: str, variant: Variant) -> VariantAnswer:
    ratio = None if goes_on_from_weights(subject.model, slug) else tokens_per_parameter(variant)
    place = band(ratio)
    flop = training_flop(variant)
    return VariantAnswer(
        repo_id=variant.repo_id,
        more_repo_ids=variant.more_repo_ids,
        former_repo_ids=variant.former_repo_ids,
        copy_repo_ids=variant.copy_repo_ids,
        released=_day(variant.released),
        parameters=variant.parameters,
        active_parameters=variant.active_parameters,
        training_tokens=variant.training_tokens,
        unique_tokens=variant.unique_tokens,
        training_examples=variant.training_examples,
        epochs=variant.epochs,
        context_length=variant.context_length,
        compute_flop=flop,
        compute_basis=None if flop is None else variant.compute.basis.value if variant.compute else "6 x parameters x tokens",
        hardware=variant.hardware,
        gpu_hours=variant.gpu_hours,
        tokens_per_parameter=None if ratio is None else round(ratio, 2),
        band=place.value if place else None,
        undisclosed=tuple(fact.value for fact in variant.undisclosed),
        unknown=tuple(fact.value for fact in variant.unknown),
        rounded=tuple(fact.value for fact in variant.rounded),
        evidence=pointers(subject.id, variant.evidence, subject.model.evidence),
        note=variant.note,
    )


def _step(subject: Subject, step: Step) -> StepAnswer:
    return StepAnswer(
        relation=step.relation.value,
        bases=step.bases,
        unreleased=step.unreleased,
        choice="any" if step.any_of else "all",
        variants=step.variants,
        evidence=pointers(subject.id, step.evidence, subject.model.evidence),
        note=step.note,
    )


def _components(subject: Subject) -> dict[str, ComponentAnswer]:
    stated = subject.model.components
    found = {name: groups(subject, name) for name in Component if name in stated or name in _DERIVED}
    return {
        name.value: _component(subject, of, derived=name not in stated) for name, of in found.items() if any(group.offers for group in of)
    }


def _component(subject: Subject, found: tuple[Group, ...], *, derived: bool) -> ComponentAnswer:
    """Show the best offer of any variant; what is derived from several sets is only as available as the least available."""
    licenses = subject.registry.licenses
    best_of = [(group, _best(group, licenses)) for group in found if group.offers]
    best = _least_available(best_of, licenses) if derived else min((one for _, one in best_of), key=lambda one: _rank(one, licenses))
    unique = {id(located.offer): (group.of, located) for group in found for located in group.offers}
    offer = best.offer
    return ComponentAnswer(
        access=offer.access.value if offer.is_current else Access.WITHDRAWN.value,
        form=offer.form.value,
        license=offer.license,
        declared=offer.declared,
        url=offer.url,
        evidence=best.pointers,
        offers=tuple(offer_answer(located, of if derived else None) for of, located in unique.values()),
        derived=derived,
    )


def _best(group: Group, licenses: Mapping[str, License]) -> LocatedOffer:
    current = [located for located in group.offers if located.offer.is_current] or group.offers
    return min(current, key=lambda located: _rank(located, licenses))


def _least_available(best_of: Sequence[tuple[Group, LocatedOffer]], licenses: Mapping[str, License]) -> LocatedOffer:
    """Choose the set that is hardest to have; what a list leaves out counts only where every named set can be had."""

    def hardness(found: tuple[Group, LocatedOffer]) -> tuple[int, tuple[int, int, int]]:
        group, best = found
        rank = _rank(best, licenses)
        return rank[0] if group.named else _ACCESS_RANK[Access.API], rank

    return max(best_of, key=hardness)[1]


def _rank(located: LocatedOffer, licenses: Mapping[str, License]) -> tuple[int, int, int]:
    offer = located.offer
    return _ACCESS_RANK[offer.access], _FORM_RANK[offer.form], _OPEN_RANK[meets(Standard.FOUR_FREEDOMS, offer.license, licenses)]


def offer_answer(located: LocatedOffer, of: str | None = None) -> OfferAnswer:
    """Show one offer; `of` names the dataset that it belongs to."""
    offer = located.offer
    return OfferAnswer(
        access=offer.access.value,
        form=offer.form.value,
        license=offer.license,
        declared=offer.declared,
        url=offer.url,
        needs=offer.needs,
        channel=offer.channel,
        gate=GateAnswer(mode=offer.gate.mode.value, asks=tuple(asked.value for asked in offer.gate.asks)) if offer.gate else None,
        since=_day(offer.since),
        until=_day(offer.until),
        current=offer.is_current,
        variants=offer.variants,
        documented_in=offer.documented_in,
        count=offer.count,
        where=offer.where,
        of=of,
        evidence=located.pointers,
        note=offer.note,
    )


def _training_data(subject: Subject) -> TrainingDataAnswer | None:
    data = subject.model.training_data
    if data is None:
        return None
    return TrainingDataAnswer(
        completeness=data.completeness.value,
        sets=tuple(_set(subject, found) for found in data.sets),
        evidence=pointers(subject.id, data.evidence, subject.model.evidence),
        note=data.note,
    )


def _set(subject: Subject, found: TrainingSet) -> SetAnswer:
    dataset = dataset_of(found, subject.registry.datasets)
    offers = [offer for offer in dataset.offers if offer.is_current] or list(dataset.offers) if dataset else []
    best = min(offers, key=lambda offer: (_ACCESS_RANK[offer.access], _FORM_RANK[offer.form]), default=None)
    described = {**found.described, **(dataset.described if dataset else {})}
    return SetAnswer(
        name=_name_of_set(found, dataset),
        dataset=found.dataset,
        stage=found.stage.value,
        data_class=found.data_class.value,
        access=best.access.value if best else None,
        form=best.form.value if best else None,
        license=best.license if best else None,
        url=(best.url if best else None) or found.url,
        variants=found.variants,
        tokens=found.tokens,
        share=found.share,
        epochs=found.epochs,
        described=tuple(sorted(facet.value for facet in described)),
        outputs_of=tuple(_outputs(found.dataset or "", producer, subject.registry) for producer in dataset.produced_by) if dataset else (),
        evidence=pointers(subject.id, found.evidence, subject.model.evidence),
        note=found.note,
    )


def _name_of_set(found: TrainingSet, dataset: Dataset | None) -> str:
    """Name a set by its record, and by the part of it where the model's record names one."""
    if dataset is None:
        return found.name or found.dataset or ""
    return f"{dataset.name} ({found.name})" if found.name and found.name != dataset.name else dataset.name


def _outputs(dataset_id: str, producer: Producer, registry: Registry) -> OutputsAnswer:
    ground = terms_of_outputs(producer, dataset_id, registry)
    return OutputsAnswer(service=producer.service, model=producer.model, terms=_grounds((ground,))[0] if ground else None)


def _permission(found: PermissionAnswer) -> PermissionReply:
    return PermissionReply(answer=found.answer.value, because=_grounds(found.because))


def _grounds(found: Iterable[Ground]) -> tuple[GroundAnswer, ...]:
    return tuple(
        GroundAnswer(
            license=one.license, answer=one.answer.value, via=one.via, clause=one.clause, when=one.when, note=one.note, past=one.past
        )
        for one in found
    )


def newest(evidence: Evidence) -> date:
    """Return the newest day on which a source was read."""
    return max(source.seen for source in evidence.values())
