"""A list of variants that names one which the record does not have."""

from collections.abc import Iterator

from openness.checks import Context
from openness.core.finding import Issue, Path
from openness.core.model import Model
from openness.rules.walk import model_offers, model_place
from openness.rules.words import closest


def check(context: Context) -> Iterator[Issue]:
    """Find variants of offers, training sets and steps that do not exist."""
    for model_id, model in context.registry.models.items():
        for path, variants in _lists(model):
            for number, variant in enumerate(variants):
                if variant not in model.variants:
                    place = model_place(model_id, *path, "variants", number)
                    hint = closest(variant, model.variants) or f"expected one of {', '.join(model.variants)}"
                    yield Issue(code="dangling-variant", place=place, message=f"no variant is named {variant!r}", hint=hint)


def _lists(model: Model) -> Iterator[tuple[Path, tuple[str, ...]]]:
    for path, offer in model_offers(model):
        if offer.variants:
            yield path, offer.variants
    for number, found in enumerate(model.training_data.sets if model.training_data else ()):
        yield ("training_data", "sets", number), found.variants
    for number, step in enumerate(model.lineage or ()):
        yield ("lineage", number), step.variants
