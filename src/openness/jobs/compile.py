"""Compile a registry: read and judge it once, and keep the answers for queries."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec

from openness.checks import Context, run_checks
from openness.core.answer import ModelAnswer
from openness.core.finding import Issue
from openness.core.registry import Collection, Registry
from openness.rules.answer import answer_model
from openness.rules.facts import row_of
from openness.rules.names import names_of
from openness.rules.record_answer import (
    answer_dataset,
    answer_framework,
    answer_license,
    results_by_framework,
    users_of_datasets,
    users_of_licenses,
)
from openness.store.compiled import Contents, StoredName, write_compiled
from openness.store.reader import read_registry


def compile_registry(root: Path, target: Path, stamp: str, today: date) -> int:
    """Compile a registry into a file and return how many records could not be read."""
    reading = read_registry(root)
    registry = reading.registry
    issues = _by_record(run_checks(Context(registry=registry, today=today)))
    answers = {model_id: answer_model(model_id, registry, issues[Collection.MODELS, model_id]) for model_id in sorted(registry.models)}
    contents = Contents(
        answers=_answers(registry, answers, issues),
        names=_names(registry),
        facts=[(model_id, msgspec.json.encode(row_of(answer))) for model_id, answer in answers.items()],
    )
    write_compiled(target, stamp, contents)
    return len(registry.unreadable)


def _by_record(issues: tuple[Issue, ...]) -> dict[tuple[Collection, str], list[Issue]]:
    found: dict[tuple[Collection, str], list[Issue]] = defaultdict(list)
    for issue in issues:
        found[issue.place.collection, issue.place.record].append(issue)
    return found


def _answers(
    registry: Registry, models: dict[str, ModelAnswer], issues: dict[tuple[Collection, str], list[Issue]]
) -> Iterator[tuple[str, str, bytes]]:
    encode = msgspec.json.Encoder().encode
    for model_id, answer in models.items():
        yield Collection.MODELS, model_id, encode(answer)
    datasets, licenses = users_of_datasets(registry), users_of_licenses(registry)
    for dataset_id in registry.datasets:
        found = answer_dataset(dataset_id, registry, datasets.get(dataset_id, ()), issues[Collection.DATASETS, dataset_id])
        yield Collection.DATASETS, dataset_id, encode(found)
    for license_id in registry.licenses:
        text = answer_license(license_id, registry, licenses.get(license_id, ()), issues[Collection.LICENSES, license_id])
        yield Collection.LICENSES, license_id, encode(text)
    results = results_by_framework(models.values())
    for framework_id in registry.frameworks:
        yield Collection.FRAMEWORKS, framework_id, encode(answer_framework(framework_id, registry, results.get(framework_id, {})))


def _names(registry: Registry) -> Iterator[StoredName]:
    for model_id, model in registry.models.items():
        for name in names_of(model_id, model):
            shown = f"{model.name} {name.variant}" if name.variant else model.name
            yield StoredName(key=name.key, kind=name.kind.value, id=name.id, variant=name.variant, shown=shown)
