"""Numbers that cannot all be true.

Active parameters are at most all parameters, unique tokens at most the tokens seen, and shares sum to one at most.
"""

from collections.abc import Iterator

from openness.checks import Context
from openness.core.finding import Issue
from openness.core.model import Model, Variant
from openness.rules.walk import model_place
from openness.rules.words import shorten

_SHARES = 1.02


def check(context: Context) -> Iterator[Issue]:
    """Find contradictions among the numbers of a record."""
    for model_id, model in context.registry.models.items():
        for slug, variant in model.variants.items():
            for field, message in _contradictions(variant):
                yield Issue(
                    code="impossible-number",
                    place=model_place(model_id, "variants", slug, field),
                    message=message,
                    hint="read the source again",
                )
        total = sum(_shares(model))
        if total > _SHARES:
            place = model_place(model_id, "training_data", "sets")
            yield Issue(code="impossible-number", place=place, message=f"shares sum to {total:.2f}", hint="shares are parts of one")


def _contradictions(variant: Variant) -> Iterator[tuple[str, str]]:
    if variant.parameters and variant.active_parameters and variant.active_parameters > variant.parameters:
        yield "active_parameters", f"more active parameters than parameters, {shorten(variant.parameters)}"
    if (
        variant.unique_tokens
        and variant.training_tokens
        and variant.unique_tokens > variant.training_tokens
        and not (variant.epochs and variant.epochs < 1)
    ):
        yield "unique_tokens", f"more unique tokens than tokens seen, {shorten(variant.training_tokens)}"


def _shares(model: Model) -> list[float]:
    sets = model.training_data.sets if model.training_data else ()
    stages = {found.stage for found in sets if found.share}
    return [found.share for found in sets if found.share and len(stages) == 1 and not found.variants]
