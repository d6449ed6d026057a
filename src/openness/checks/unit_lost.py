"""Numbers that look as if they had lost their unit: 300 tokens where 300 billion are meant.

Every number is written out in full. A model or a set of tokens smaller than any that was published, and a pretraining run
with far fewer or far more tokens per parameter than any known, is a number without its unit.
"""

from collections.abc import Iterator

from openness.checks import Context
from openness.core.dataset import Dataset
from openness.core.finding import Issue, Path, Place, Severity
from openness.core.model import Model, Variant
from openness.core.registry import Registry
from openness.core.vocabulary import SizeUnit
from openness.rules.walk import dataset_place, model_place
from openness.rules.words import shorten

_LEAST = {"parameters": 10_000, "active_parameters": 10_000, "training_tokens": 100_000, "unique_tokens": 100_000}
_LEAST_FLOP = 1e12
_LEAST_IN_SET = 10_000
_RATIO = (0.1, 200_000)


def check(context: Context) -> Iterator[Issue]:
    """Find numbers that are too small to be whole."""
    for place, message in _lost(context.registry):
        yield Issue(
            code="unit-lost",
            place=place,
            message=message,
            hint="write numbers out in full, such as 300000000000",
            severity=Severity.WARNING,
        )


def _lost(registry: Registry) -> Iterator[tuple[Place, str]]:
    for model_id, model in registry.models.items():
        for path, message in _of_model(model):
            yield model_place(model_id, *path), message
    for dataset_id, dataset in registry.datasets.items():
        for path, message in _of_dataset(dataset):
            yield dataset_place(dataset_id, *path), message


def _of_model(model: Model) -> Iterator[tuple[Path, str]]:
    for slug, variant in model.variants.items():
        small = list(_too_small(variant))
        for field, message in small:
            yield ("variants", slug, field), message
        if not small and not model.lineage and (ratio := _ratio(variant)) and not _RATIO[0] <= ratio <= _RATIO[1]:
            yield ("variants", slug, "training_tokens"), f"{ratio:.3g} tokens per parameter, as no model was ever pretrained"
    for number, found in enumerate(model.training_data.sets if model.training_data else ()):
        if found.tokens is not None and found.tokens < _LEAST_IN_SET:
            yield ("training_data", "sets", number, "tokens"), f"{found.tokens} tokens are too few for a set"


def _too_small(variant: Variant) -> Iterator[tuple[str, str]]:
    for field, least in _LEAST.items():
        number = getattr(variant, field)
        if number is not None and number < least:
            yield field, f"{number} {field.replace('_', ' ')} are too few for a model"
    if variant.compute is not None and variant.compute.flop < _LEAST_FLOP:
        yield "compute", f"{shorten(variant.compute.flop)} floating-point operations are too few for training"


def _ratio(variant: Variant) -> float | None:
    return variant.training_tokens / variant.parameters if variant.training_tokens and variant.parameters else None


def _of_dataset(dataset: Dataset) -> Iterator[tuple[Path, str]]:
    for number, size in enumerate(dataset.sizes):
        if size.unit is SizeUnit.TOKENS and size.amount < _LEAST_IN_SET:
            yield ("sizes", number, "amount"), f"{size.amount:g} tokens are too few for a set"
