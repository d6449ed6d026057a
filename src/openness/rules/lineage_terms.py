"""Lineage terms: what went into a model of a registry, with the license under which each stands."""

from openness.core.audit import AuditSubject, Upstream, UpstreamKind, UpstreamRelation
from openness.core.model import Model, Step
from openness.core.offer import Offer
from openness.core.reference import parse_reference
from openness.core.registry import Registry
from openness.core.vocabulary import Access, Component, Relation
from openness.rules.expression import NOASSERTION, NONE
from openness.rules.terms import HAD

_NOT_ASSERTED = frozenset({NONE, NOASSERTION})
_RELATIONS = {
    Relation.FINETUNE: UpstreamRelation.FINETUNE,
    Relation.ADAPTER: UpstreamRelation.ADAPTER,
    Relation.MERGE: UpstreamRelation.MERGE,
    Relation.QUANTIZED: UpstreamRelation.QUANTIZED,
    Relation.COPY: UpstreamRelation.COPY,
    Relation.DISTILLED: UpstreamRelation.OUTPUTS,
    Relation.OUTPUTS: UpstreamRelation.OUTPUTS,
}


def subject_of_model(model_id: str, registry: Registry) -> AuditSubject:
    """Gather what an audit asks about a model: its own license, its bases with all that they were made from, and its data."""
    model = registry.models[model_id]
    upstreams = [*_bases(model_id, registry), *_ancestors(model_id, registry), *_data(model, registry)]
    return AuditSubject(
        id=model_id,
        declared=weights_license(model),
        upstreams=tuple(dict.fromkeys(upstreams)),
        lineage_known=model.lineage is not None,
    )


def weights_license(model: Model) -> str | None:
    """Return the license of the weights: of what can be had now, else of what could be had last; None where it is not known."""
    offers = model.components.get(Component.MODEL_PARAMETERS_FINAL, ())
    current = [offer for offer in offers if offer.is_current and offer.access in (*HAD, Access.API, Access.WITHDRAWN)]
    past = sorted((offer for offer in offers if offer.until), key=lambda offer: str(offer.until), reverse=True)
    return next((offer.license for offer in (*current, *past) if offer.license and offer.license not in _NOT_ASSERTED), None)


def _bases(model_id: str, registry: Registry) -> list[Upstream]:
    return [_upstream(base, step, registry) for step in registry.models[model_id].lineage or () for base in step.bases]


def _upstream(base: str, step: Step, registry: Registry) -> Upstream:
    record = parse_reference(base).id
    found = registry.models.get(record)
    return Upstream(relation=_RELATIONS[step.relation], ref=record, license=weights_license(found) if found else None)


def _ancestors(model_id: str, registry: Registry) -> list[Upstream]:
    """List what bases were made from in turn, as far as weights go on."""
    found: list[Upstream] = []
    seen = {model_id}
    waiting = [upstream.ref for upstream in _bases(model_id, registry) if upstream.relation is not UpstreamRelation.OUTPUTS]
    while waiting:
        base = waiting.pop()
        if base in seen or base not in registry.models:
            continue
        seen.add(base)
        for upstream in _bases(base, registry):
            if upstream.relation is not UpstreamRelation.OUTPUTS:
                found.append(Upstream(relation=UpstreamRelation.ANCESTOR, ref=upstream.ref, license=upstream.license))
                waiting.append(upstream.ref)
    return found


def _data(model: Model, registry: Registry) -> list[Upstream]:
    """List the sets that a model learned from, and the services whose outputs they hold."""
    found = []
    for training_set in model.training_data.sets if model.training_data else ():
        dataset = registry.datasets.get(training_set.dataset or "")
        if dataset is None or training_set.dataset is None:
            continue
        found.append(_dataset(training_set.dataset, _license_of(dataset.offers)))
        found += [_dataset(f"{training_set.dataset} ({producer.service})", producer.terms) for producer in dataset.produced_by]
    return found


def _dataset(ref: str, license_: str | None) -> Upstream:
    return Upstream(relation=UpstreamRelation.DATASET, kind=UpstreamKind.DATASET, ref=ref, license=license_)


def _license_of(offers: tuple[Offer, ...]) -> str | None:
    current = [offer for offer in offers if offer.is_current]
    return next((offer.license for offer in (*current, *offers) if offer.license and offer.license not in _NOT_ASSERTED), None)
