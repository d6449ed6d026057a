"""A number of parameters far from what the name says.

`12b` as the key of a variant or within the name of its repository promises 12 billion parameters, or as many active ones.
Names round, so a warning begins beyond a third; twice or half as many is an error.
"""

import re
from collections.abc import Iterator

from openness.checks import Context
from openness.core.finding import Issue, Severity
from openness.core.model import Variant
from openness.rules.walk import model_place
from openness.rules.words import shorten

_SIZE = re.compile(r"(?<![a-z0-9.])(\d+(?:\.\d+)?)([mb])(?![a-z0-9])")
_UNITS = {"m": 1e6, "b": 1e9}
_ROUGH = 4 / 3
_WRONG = 2.0


def check(context: Context) -> Iterator[Issue]:
    """Find sizes in names that neither the parameters nor the active ones come near."""
    for model_id, model in context.registry.models.items():
        for slug, variant in model.variants.items():
            numbers = [number for number in (variant.parameters, variant.active_parameters) if number]
            for name in _names(slug, variant):
                far = _farthest(name, numbers)
                if far > _ROUGH:
                    yield Issue(
                        code="number-far-from-name",
                        place=model_place(model_id, "variants", slug, "parameters"),
                        message=f"{shorten(numbers[0])} parameters do not fit the name {name!r}",
                        hint="read the source again; where it says so, name the variant by its size",
                        severity=Severity.ERROR if far > _WRONG else Severity.WARNING,
                    )
                    break


def _names(slug: str, variant: Variant) -> tuple[str, ...]:
    return (slug, *(repo_id.rpartition("/")[2] for repo_id in (variant.repo_id, *variant.more_repo_ids) if repo_id))


def _farthest(name: str, numbers: list[int]) -> float:
    """Return by which factor the nearest size in a name misses the nearest number; 1 where there is nothing to compare."""
    spellings = (name.lower().replace("_", "-"), name.lower().replace("_", "."))  # `1_6b` is 1.6b to some, and `phi_2b` a size of 2b
    sizes = {float(amount) * _UNITS[unit] for spelling in spellings for amount, unit in _SIZE.findall(spelling)}
    factors = [max(size / number, number / size) for size in sizes if size for number in numbers]
    return min(factors, default=1.0)
