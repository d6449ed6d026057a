"""Training data called available although one of its sets is not.

What a model says of its `datasets` comes before what follows from its sets. So it must not promise in full what the record of a
set calls withdrawn, secret or never released: say `partial`, or say in the set's own record how it can be had.
"""

from collections.abc import Iterator

from openness.checks import Context
from openness.core.finding import Issue, Severity
from openness.core.model import Model, TrainingSet
from openness.core.registry import Registry
from openness.core.vocabulary import Access, Component, DataClass
from openness.rules.coverage import dataset_of
from openness.rules.terms import is_had
from openness.rules.walk import model_place

_NOT_TO_BE_HAD = frozenset({Access.NONE, Access.WITHDRAWN, Access.UNDISCLOSED})


def check(context: Context) -> Iterator[Issue]:
    """Find models whose data are said to be there in full, and are not by the records of their sets."""
    for model_id, model in context.registry.models.items():
        promised = [
            number for number, offer in enumerate(model.components.get(Component.DATASETS, ())) if offer.is_current and is_had(offer)
        ]
        missing = [found.dataset or found.name or "a set" for found in _sets(model) if _is_missing(found, context.registry)]
        if promised and missing:
            yield Issue(
                code="data-against-sets",
                place=model_place(model_id, "components", Component.DATASETS.value, promised[0]),
                message=f"said to be had in full, but {', '.join(missing)} cannot be",
                hint="add form: partial, or mend the record of the set",
                severity=Severity.WARNING,
            )


def _sets(model: Model) -> tuple[TrainingSet, ...]:
    return model.training_data.sets if model.training_data else ()


def _is_missing(found: TrainingSet, registry: Registry) -> bool:
    dataset = dataset_of(found, registry.datasets)
    if dataset is None:
        return found.data_class in (DataClass.UNDISCLOSED, DataClass.UNSHAREABLE)
    current = [offer for offer in dataset.offers if offer.is_current]
    return bool(current) and all(offer.access in _NOT_TO_BE_HAD for offer in current)
