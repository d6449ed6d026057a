"""Parameters that disagree with what the Hub counts.

The Hub sums up the headers of safetensors files. It counts buffers as well, and tied weights as often as they are stored, so
its number is no ruling: read both and say in `note` which is right. A rounded number agrees within its last digit.
"""

from collections.abc import Iterator

from openness.checks import Context
from openness.core.finding import Issue, Severity
from openness.core.model import Variant
from openness.core.vocabulary import VariantFact
from openness.rules.walk import model_place
from openness.rules.words import shorten

_TOLERANCE = 0.02
_NOT_NUMBERS = frozenset({"BOOL"})
_PACKED = frozenset({"I8", "U8", "I16", "U16", "I32", "U32", "I64", "U64"})


def check(context: Context) -> Iterator[Issue]:
    """Find variants whose published parameters are not those that the Hub counts in their files."""
    for model_id, model in context.registry.models.items():
        for slug, variant in model.variants.items():
            for repo_id in (variant.repo_id, *variant.more_repo_ids):
                counted = _counted(context, repo_id)
                if counted and variant.parameters and abs(counted - variant.parameters) > _slack(variant, variant.parameters):
                    yield Issue(
                        code="parameters-against-hub",
                        place=model_place(model_id, "variants", slug, "parameters"),
                        message=f"{shorten(variant.parameters)} parameters, but the Hub counts {shorten(counted)} in {repo_id}",
                        hint="the Hub counts buffers too, and tied weights twice: read both, and say in note which is right",
                        severity=Severity.WARNING,
                    )


def _counted(context: Context, repo_id: str | None) -> int | None:
    """Return the Hub's count; None where it counted nothing, or where weights are packed into integers."""
    snapshot = context.registry.hub.get(repo_id.casefold()) if repo_id else None
    if snapshot is None or snapshot.repo_type != "model":
        return None
    kinds = {kind: count for kind, count in snapshot.safetensors.items() if kind not in _NOT_NUMBERS}
    packed = sum(count for kind, count in kinds.items() if kind in _PACKED)
    total = sum(kinds.values())
    return None if packed * 10 > total else total


def _slack(variant: Variant, parameters: int) -> float:
    """Return by how much the two may differ: two in a hundred, or one step of the last digit of a rounded number."""
    step = 1
    while VariantFact.PARAMETERS in variant.rounded and parameters % (step * 10) == 0:
        step *= 10
    return max(_TOLERANCE * parameters, step if VariantFact.PARAMETERS in variant.rounded else 0)
