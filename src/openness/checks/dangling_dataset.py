"""A reference to a dataset that has no record."""

from collections.abc import Iterator

from openness.checks import Context
from openness.core.finding import Issue, Place
from openness.core.registry import Collection
from openness.rules.walk import dataset_place, model_place
from openness.rules.words import closest


def check(context: Context) -> Iterator[Issue]:
    """Find references of models and datasets that lead nowhere."""
    for place, dataset_id in _references(context):
        if not context.registry.has(Collection.DATASETS, dataset_id):
            hint = closest(dataset_id, context.registry.datasets) or f"write datasets/{dataset_id}.yaml"
            yield Issue(code="dangling-dataset", place=place, message=f"no dataset has the id {dataset_id!r}", hint=hint)


def _references(context: Context) -> Iterator[tuple[Place, str]]:
    for model_id, model in context.registry.models.items():
        for number, found in enumerate(model.training_data.sets if model.training_data else ()):
            if found.dataset is not None:
                yield model_place(model_id, "training_data", "sets", number, "dataset"), found.dataset
    for dataset_id, dataset in context.registry.datasets.items():
        if dataset.superseded_by is not None:
            yield dataset_place(dataset_id, "superseded_by"), dataset.superseded_by
        for number, source in enumerate(dataset.derived_from):
            yield dataset_place(dataset_id, "derived_from", number, "dataset"), source.dataset
        for slug, part in dataset.parts.items():
            if part.dataset is not None:
                yield dataset_place(dataset_id, "parts", slug, "dataset"), part.dataset
