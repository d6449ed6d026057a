"""A model that was made from itself, or a dataset that was.

Lineage goes back in time, so it never comes back to where it began.
"""

from collections.abc import Callable, Iterator

from openness.checks import Context
from openness.core.finding import Issue, Place
from openness.rules.lineage import find_cycles, lineage_of
from openness.rules.walk import dataset_place, model_place


def check(context: Context) -> Iterator[Issue]:
    """Find every record that lies on a cycle."""
    models, datasets = context.registry.models, context.registry.datasets
    for cycle in find_cycles({model_id: lineage_of(model) for model_id, model in models.items() if model.lineage}):
        yield from _issues(cycle, lambda record: model_place(record, "lineage"))
    sources = {
        dataset_id: tuple(found.dataset for found in dataset.derived_from)
        for dataset_id, dataset in datasets.items()
        if dataset.derived_from
    }
    for cycle in find_cycles(sources):
        yield from _issues(cycle, lambda record: dataset_place(record, "derived_from"))


def _issues(cycle: tuple[str, ...], place: Callable[[str], Place]) -> Iterator[Issue]:
    way = " <- ".join((*cycle, cycle[0]))
    for record in cycle:
        yield Issue(
            code="lineage-cycle", place=place(record), message=f"lineage runs in a circle: {way}", hint="one of these steps is wrong"
        )
