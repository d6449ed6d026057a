"""A reference to a model or variant that has no record.

Bases, needed works and producers are written as ids of records, with `#variant` for one of its variants.
"""

from collections.abc import Iterator

from openness.checks import Context
from openness.core.finding import Issue, Place
from openness.core.reference import parse_reference
from openness.core.registry import Collection
from openness.rules.walk import dataset_place, model_place, model_references
from openness.rules.words import closest


def check(context: Context) -> Iterator[Issue]:
    """Find references of models and datasets that lead nowhere."""
    for model_id, model in context.registry.models.items():
        for path, reference in model_references(model):
            yield from _judge(context, model_place(model_id, *path), reference)
    for dataset_id, dataset in context.registry.datasets.items():
        for number, producer in enumerate(dataset.produced_by):
            if producer.model is not None:
                yield from _judge(context, dataset_place(dataset_id, "produced_by", number, "model"), producer.model)


def _judge(context: Context, place: Place, text: str) -> Iterator[Issue]:
    reference = parse_reference(text)
    if not context.registry.has(Collection.MODELS, reference.id):
        hint = closest(reference.id, context.registry.models) or f"write models/{reference.id}.yaml"
        yield Issue(code="dangling-model", place=place, message=f"no model has the id {reference.id!r}", hint=hint)
        return
    model = context.registry.models.get(reference.id)
    if model is not None and reference.variant is not None and reference.variant not in model.variants:
        message = f"{reference.id} has no variant {reference.variant!r}"
        yield Issue(code="dangling-model", place=place, message=message, hint=f"expected one of {', '.join(model.variants)}")
