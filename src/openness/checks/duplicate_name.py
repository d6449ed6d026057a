"""Two records that answer to one name.

Names, aliases and ids are compared without case and punctuation, since people write them in every way. Records of one
family may share nothing but the family.
"""

from collections import defaultdict
from collections.abc import Iterator

from openness.checks import Context
from openness.core.finding import Issue, Path, Place
from openness.core.registry import Collection
from openness.rules.names import NameKind, fold_name, names_of

_EXACT = (NameKind.REPO, NameKind.REPO_NAME, NameKind.VARIANT)


def check(context: Context) -> Iterator[Issue]:
    """Find names that belong to more than one record, and aliases that take a repository or variant of another model."""
    yield from _same_names(context)
    yield from _taken_names(context)


def _taken_names(context: Context) -> Iterator[Issue]:
    models = context.registry.models
    taken = {name.key: name.id for model_id, model in models.items() for name in names_of(model_id, model) if name.kind in _EXACT}
    for model_id, model in models.items():
        for number, alias in enumerate(model.aliases):
            owner = taken.get(fold_name(alias), model_id)
            if owner != model_id:
                place = Place(collection=Collection.MODELS, record=model_id, path=("aliases", number))
                yield Issue(code="duplicate-name", place=place, message=f"{alias!r} means {owner!r}", hint="take it out")


def _same_names(context: Context) -> Iterator[Issue]:
    for collection in (Collection.MODELS, Collection.DATASETS, Collection.LICENSES):
        owners: dict[str, dict[str, Path]] = defaultdict(dict)
        for record_id, record in context.registry.records(collection).items():
            aliases = getattr(record, "aliases", ())
            paths: list[tuple[str, Path]] = [(record_id, ()), (record.name, ("name",))]
            paths += [(alias, ("aliases", number)) for number, alias in enumerate(aliases)]
            for name, path in paths:
                owners[fold_name(name) or name].setdefault(record_id, path)
        for same in owners.values():
            for record_id in same if len(same) > 1 else ():
                place = Place(collection=collection, record=record_id, path=same[record_id])
                others = " and ".join(repr(other) for other in same if other != record_id)
                yield Issue(
                    code="duplicate-name", place=place, message=f"{others} goes by this name too", hint="take it out of all but one"
                )
