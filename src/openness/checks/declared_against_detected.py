"""A license that is concluded although the text in the repository is another.

What the license file of a repository on the Hub was found to be is kept by machine. Where it is another license than the one
that the record concludes for the weights, somebody has to read both.
"""

from collections.abc import Iterator

from openness.checks import Context
from openness.core.finding import Issue, Path, Severity
from openness.core.hub import Snapshot
from openness.core.model import Model
from openness.core.offer import Offer
from openness.core.vocabulary import Component
from openness.rules.expression import NOASSERTION, NONE, ExpressionError, leaves, read_expression
from openness.rules.terms import is_had
from openness.rules.walk import model_offers, model_place

_TEXT_FILES = ("license", "licence", "copying", "notice")
_NAMED = ("exact", "with-other-text")


def check(context: Context) -> Iterator[Issue]:
    """Find weights whose license is not the one that their repository holds word for word."""
    for model_id, model in context.registry.models.items():
        for path, offer, snapshot in _offered(context, model):
            detected = {
                found.license for found in snapshot.licenses_found if _is_text(found.file) and found.kind in _NAMED and found.license
            }
            if detected and not detected & _concluded(offer.license):
                yield Issue(
                    code="declared-against-detected",
                    place=model_place(model_id, *path),
                    message=f"{offer.license}, but the text in {snapshot.repo_id} is {', '.join(sorted(str(one) for one in detected))}",
                    hint="read the text, and say in note which is right",
                    severity=Severity.WARNING,
                )


def _offered(context: Context, model: Model) -> Iterator[tuple[Path, Offer, Snapshot]]:
    """Yield the current offers of weights with what the Hub said of the repositories they speak of."""
    for path, offer in model_offers(model):
        known = offer.license not in (None, NONE, NOASSERTION)
        if path[1] != Component.MODEL_PARAMETERS_FINAL.value or not (offer.is_current and is_had(offer) and known):
            continue
        for slug, variant in model.variants.items():
            snapshot = context.registry.hub.get((variant.repo_id or "").casefold())
            if snapshot is not None and (not offer.variants or slug in offer.variants):
                yield path, offer, snapshot


def _is_text(file: str) -> bool:
    return file.rpartition("/")[2].casefold().startswith(_TEXT_FILES)


def _concluded(expression: str | None) -> set[str]:
    try:
        return {str(leaf) for leaf in leaves(read_expression(expression or NONE))}
    except ExpressionError:
        return set()
