"""Two records that answer to one name.

Names, aliases and ids are compared without case and punctuation, since people write them in every way. Records of one
family may share nothing but the family.
"""

from collections import defaultdict
from collections.abc import Iterator

from openness.checks import Context
from openness.core.finding import Issue, Path, Place
from openness.core.registry import Collection
from openness.rules.names import fold_name


def check(context: Context) -> Iterator[Issue]:
    """Find names and aliases that belong to more than one record of a kind."""
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
