"""A fact that is given and called undisclosed or unknown at once."""

from collections.abc import Iterator

from openness.checks import Context
from openness.core.finding import Issue
from openness.rules.walk import model_place


def check(context: Context) -> Iterator[Issue]:
    """Find facts of variants that contradict their own list."""
    for model_id, model in context.registry.models.items():
        for slug, variant in model.variants.items():
            for key in ("undisclosed", "unknown"):
                for number, fact in enumerate(getattr(variant, key)):
                    if getattr(variant, fact.value) is not None:
                        place = model_place(model_id, "variants", slug, key, number)
                        message = f"{fact.value} is given and called {key}"
                        yield Issue(code="stated-and-missing", place=place, message=message, hint="take one of the two out")
            for number, fact in enumerate(variant.rounded):
                if getattr(variant, fact.value) is None:
                    place = model_place(model_id, "variants", slug, "rounded", number)
                    yield Issue(
                        code="stated-and-missing", place=place, message=f"{fact.value} is rounded and not given", hint=f"give {fact.value}"
                    )
