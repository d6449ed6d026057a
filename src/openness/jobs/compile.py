"""Compile a registry: read and judge it once, and keep the answers for queries."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec

from openness.core.registry import Collection, Registry
from openness.jobs.answers import Answers
from openness.rules.facts import row_of, words_of
from openness.rules.knowledge import knowledge_of_dataset, knowledge_of_license, knowledge_of_model
from openness.rules.names import names_of
from openness.store.compiled import Contents, StoredName, write_compiled
from openness.store.reader import read_registry


def compile_registry(root: Path, target: Path, stamp: str, today: date) -> int:
    """Compile a registry into a file and return how many records could not be read."""
    registry = read_registry(root).registry
    facts: list[tuple[str, bytes]] = []
    write_compiled(
        target,
        stamp,
        Contents(
            answers=_answers(Answers(registry, today), facts),
            names=_names(registry),
            facts=facts,
            knowledge=_knowledge(registry),
            words=msgspec.json.encode(words_of(registry.frameworks)).decode(),
        ),
    )
    return len(registry.unreadable)


def _answers(answers: Answers, facts: list[tuple[str, bytes]]) -> Iterator[tuple[str, str, bytes]]:
    """Yield every answer as JSON, and fill in the facts of the models as they go by."""
    encode = msgspec.json.Encoder().encode
    for model in answers.models():
        facts.append((model.id, encode(row_of(model))))
        yield Collection.MODELS, model.id, encode(model)
    for dataset in answers.datasets():
        yield Collection.DATASETS, dataset.id, encode(dataset)
    for license_ in answers.licenses():
        yield Collection.LICENSES, license_.id, encode(license_)
    for framework in answers.frameworks():
        yield Collection.FRAMEWORKS, framework.id, encode(framework)


def _knowledge(registry: Registry) -> Iterator[tuple[str, str, bytes]]:
    encode = msgspec.json.Encoder().encode
    for model_id in registry.models:
        yield Collection.MODELS, model_id, encode(knowledge_of_model(model_id, registry))
    for dataset_id, dataset in registry.datasets.items():
        yield Collection.DATASETS, dataset_id, encode(knowledge_of_dataset(dataset))
    for license_id, license_ in registry.licenses.items():
        yield Collection.LICENSES, license_id, encode(knowledge_of_license(license_))


def _names(registry: Registry) -> Iterator[StoredName]:
    for model_id, model in registry.models.items():
        for name in names_of(model_id, model):
            shown = f"{model.name} {name.variant}" if name.variant else model.name
            yield StoredName(key=name.key, kind=name.kind.value, id=name.id, variant=name.variant, shown=shown)
