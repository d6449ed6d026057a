"""One Hub repository claimed by two variants.

A repository holds one thing, so it belongs to one variant of one record.
"""

from collections import defaultdict
from collections.abc import Iterator

from openness.checks import Context
from openness.core.finding import Issue, Path, Place
from openness.core.registry import Collection
from openness.rules.walk import repositories


def check(context: Context) -> Iterator[Issue]:
    """Find repositories that appear twice among models, or twice among datasets."""
    yield from _repeated(Collection.MODELS, _of_models(context))
    yield from _repeated(Collection.DATASETS, _of_datasets(context))


def _of_models(context: Context) -> Iterator[tuple[str, Path, str]]:
    for model_id, model in context.registry.models.items():
        for path, repo_id in repositories(model):
            yield model_id, path, repo_id


def _of_datasets(context: Context) -> Iterator[tuple[str, Path, str]]:
    for dataset_id, dataset in context.registry.datasets.items():
        if dataset.repo_id is not None:
            yield dataset_id, ("repo_id",), dataset.repo_id
        for number, repo_id in enumerate(dataset.former_repo_ids):
            yield dataset_id, ("former_repo_ids", number), repo_id


def _repeated(collection: Collection, claims: Iterator[tuple[str, Path, str]]) -> Iterator[Issue]:
    owners: dict[str, list[tuple[str, Path, str]]] = defaultdict(list)
    for record_id, path, repo_id in claims:
        owners[repo_id.casefold()].append((record_id, path, repo_id))
    for same in owners.values():
        for record_id, path, repo_id in same if len(same) > 1 else ():
            others = " and ".join(dict.fromkeys(other for other, place, _ in same if (other, place) != (record_id, path)))
            place = Place(collection=collection, record=record_id, path=path)
            yield Issue(
                code="duplicate-repository", place=place, message=f"{repo_id} is claimed by {others} too", hint="it belongs to one variant"
            )
