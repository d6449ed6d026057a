"""Evidence or an offer that points at the repository of another model.

A card speaks of its own model. What a record cites from the Hub is its own repository, that of a base, of a needed work, or
of its family, unless the source is marked `by: third-party`.
"""

import re
from collections.abc import Iterator, Mapping

from openness.checks import Context
from openness.core.finding import Issue
from openness.core.model import Model
from openness.core.vocabulary import Asserter
from openness.rules.lineage import bases_of
from openness.rules.walk import model_offers, model_place, repositories

_HUB = re.compile(r"https?://(?:www\.)?(?:huggingface\.co|hf\.co)/(?!datasets/|spaces/|papers/|docs/|blog/|collections/)([^/?#]+/[^/?#]+)")


def check(context: Context) -> Iterator[Issue]:
    """Find Hub addresses that belong to a model that has nothing to do with the record."""
    models = context.registry.models
    owners = {repo_id.casefold(): model_id for model_id, model in models.items() for _, repo_id in repositories(model)}
    for model_id, model in models.items():
        related: frozenset[str] | None = None
        for path, url in _addresses(model):
            match = _HUB.match(url)
            owner = owners.get(match[1].casefold()) if match else None
            if owner is None or owner == model_id:
                continue
            related = related or _related(model_id, model, models)
            if owner not in related:
                message = f"{url} is the repository of {owner}"
                hint = "cite this model's own repository, or mark the source by: third-party"
                yield Issue(code="foreign-evidence", place=model_place(model_id, *path), message=message, hint=hint)


def _addresses(model: Model) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for key, source in model.evidence.items():
        if source.by is not Asserter.THIRD_PARTY:
            yield ("evidence", key, "url"), source.url
    for path, offer in model_offers(model):
        if offer.url is not None:
            yield (*path, "url"), offer.url


def _related(model_id: str, model: Model, models: Mapping[str, Model]) -> frozenset[str]:
    family = {other for other, found in models.items() if model.family and found.family == model.family}
    return frozenset({model_id, *bases_of(model), *family})
