"""Answer everything: one answer per record of a registry, made one at a time where there are many."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from msgspec.structs import replace

from openness.checks import Context, run_checks
from openness.core.answer import ModelAnswer
from openness.core.finding import Issue
from openness.core.outcome import Outcome
from openness.core.record_answer import DatasetAnswer, FrameworkAnswer, LicenseAnswer
from openness.core.registry import Collection, Registry
from openness.rules.answer import answer_model, newest
from openness.rules.record_answer import (
    answer_dataset,
    answer_framework,
    answer_license,
    users_of_datasets,
    users_of_licenses,
)


class Answers:
    """Give the answers of a registry, models first: the frameworks' results are counted as the models go by."""

    def __init__(self, registry: Registry, today: date) -> None:
        issues = run_checks(Context(registry=registry, today=today))
        self._registry = _without_broken_frameworks(registry, issues)
        self._issues = _by_record(issues)
        self._judged: dict[tuple[str, str], Outcome] = {}
        self._results: dict[str, dict[str, str]] = defaultdict(dict)

    @property
    def as_of(self) -> str:
        """Return the newest day on which a source of a model was read."""
        return max((newest(model.evidence).isoformat() for model in self._registry.models.values()), default="")

    def models(self) -> Iterator[ModelAnswer]:
        """Yield the answer of every model, sorted by id."""
        for model_id in sorted(self._registry.models):
            answer = answer_model(model_id, self._registry, self._issues[Collection.MODELS, model_id], self._judged)
            for framework, verdict in answer.verdicts.items():
                self._results[framework][model_id] = verdict.word
            yield answer

    def datasets(self) -> Iterator[DatasetAnswer]:
        """Yield the answer of every dataset, sorted by id."""
        users = users_of_datasets(self._registry)
        for dataset_id in sorted(self._registry.datasets):
            yield answer_dataset(dataset_id, self._registry, users.get(dataset_id, ()), self._issues[Collection.DATASETS, dataset_id])

    def licenses(self) -> Iterator[LicenseAnswer]:
        """Yield the answer of every license, sorted by id."""
        users = users_of_licenses(self._registry)
        for license_id in sorted(self._registry.licenses):
            yield answer_license(license_id, self._registry, users.get(license_id, ()), self._issues[Collection.LICENSES, license_id])

    def frameworks(self) -> Iterator[FrameworkAnswer]:
        """Yield the answer of every framework, sorted by id; call it when all models have gone by."""
        for framework_id in sorted(self._registry.frameworks):
            yield answer_framework(framework_id, self._registry, self._results.get(framework_id, {}))


def _without_broken_frameworks(registry: Registry, issues: tuple[Issue, ...]) -> Registry:
    """Leave out frameworks that nobody can judge by."""
    broken = {issue.place.record for issue in issues if issue.code == "framework-broken"}
    return replace(registry, frameworks={name: found for name, found in registry.frameworks.items() if name not in broken})


def _by_record(issues: tuple[Issue, ...]) -> Mapping[tuple[Collection, str], list[Issue]]:
    found: dict[tuple[Collection, str], list[Issue]] = defaultdict(list)
    for issue in issues:
        found[issue.place.collection, issue.place.record].append(issue)
    return found
