"""A path that has nothing to do with the name of the record.

The path is the id by which everything else refers to a record, so it says what the record is about.
"""

import re
from collections.abc import Iterator

from openness.checks import Context
from openness.core.finding import Issue, Place
from openness.core.registry import Collection


def check(context: Context) -> Iterator[Issue]:
    """Find models and datasets whose file shares no word with their names."""
    for collection in (Collection.MODELS, Collection.DATASETS):
        for record_id, record in context.registry.records(collection).items():
            names = (record.name, *getattr(record, "aliases", ()))
            if not _words(record_id.partition("/")[2]) & {word for name in names for word in _words(name)}:
                place = Place(collection=collection, record=record_id, path=("name",))
                message = f"{record.name!r} shares no word with its path {record_id!r}"
                yield Issue(code="path-against-name", place=place, message=message, hint="rename the file, or add an alias")


def _words(text: str) -> set[str]:
    joined = re.sub(r"[^a-z0-9]+", "", text.casefold())
    return {joined, *re.findall(r"[a-z]+|\d+", text.casefold())}
