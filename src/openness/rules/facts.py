"""Facts: one flat row per model, by which people filter, sort and compare."""

from collections.abc import Mapping
from typing import TypeAlias

from openness.core.answer import ModelAnswer
from openness.core.framework import Framework
from openness.core.license_vocabulary import Answer, Permission
from openness.core.outcome import Outcome, PartState
from openness.core.vocabulary import Access, Assertion, Completeness, Component, Form, Kind, Relation
from openness.rules.claims import Result
from openness.rules.compute import Band
from openness.rules.service import QUESTIONS

Scalar: TypeAlias = str | float | None
Row: TypeAlias = dict[str, Scalar | list[Scalar]]

NOBODY_LOOKED = "nobody-looked"
_HAD = tuple(access.value for access in (Access.PUBLIC, Access.GATED, Access.REQUEST, Access.PAID))
ALIASES = {
    "weights": Component.MODEL_PARAMETERS_FINAL.value,
    "checkpoints": Component.MODEL_PARAMETERS_INTERMEDIATE.value,
    "architecture": Component.MODEL_ARCHITECTURE.value,
    "data": Component.DATASETS.value,
    "paper": Component.RESEARCH_PAPER.value,
    "commercial": Permission.COMMERCIAL_USE.value,
    "tokens": "training-tokens",
    "size": "parameters",
}
PER_VARIANT = ("variants", "repo-id", "band", "hardware")
NUMBERS = (
    "parameters",
    "active-parameters",
    "training-tokens",
    "unique-tokens",
    "tokens-per-parameter",
    "compute-flop",
    "gpu-hours",
    "context-length",
)


def state_of(access: str, form: str) -> str:
    """Name a state for filters: `public` is public in full, `public-described` is a description that anyone can read."""
    return access if form == Form.FULL.value or access not in _HAD else f"{access}-{form}"


def row_of(answer: ModelAnswer) -> Row:
    """Flatten an answer; what differs per variant becomes a list in the order of the variants, with None where nothing is known."""
    row: Row = {
        "id": answer.id,
        "name": answer.name,
        "family": answer.family,
        "organization": answer.id.partition("/")[0],
        "developer": answer.developer,
        "released": answer.released,
        "kind": answer.kind,
        "input": list(answer.input),
        "output": list(answer.output),
        "license": _license(answer),
        "variants": list(answer.variants),
        "repo-id": [variant.repo_id for variant in answer.variants.values()],
        "band": [variant.band for variant in answer.variants.values()],
        "base": [base for step in answer.lineage or () for base in (*step.bases, step.unreleased) if base],
        "dataset": [found.dataset or found.name for found in answer.training_data.sets] if answer.training_data else [],
        "data-completeness": answer.training_data.completeness if answer.training_data else NOBODY_LOOKED,
        "outputs-of": _outputs_of(answer),
        "undisclosed": _undisclosed(answer),
        "past-license": _past_licenses(answer),
        "hardware": [variant.hardware for variant in answer.variants.values()],
        "claims": [claim.term for claim in answer.claims],
        **{result.value: _claimed(answer, result) for result in Result},
    }
    for number in NUMBERS:
        values = [getattr(variant, number.replace("-", "_")) for variant in answer.variants.values()]
        row[number] = [None if value is None else float(value) for value in values]
    for component in Component:
        found = answer.components.get(component.value)
        row[component.value] = state_of(found.access, found.form) if found else NOBODY_LOOKED
    for name, reply in answer.permissions.items():
        row[name] = reply.answer
    for question in QUESTIONS:
        row[f"api-{question.value}"] = answer.service[question.value].answer if question.value in answer.service else "no-api"
    return row | {name: value for name, value in _verdict_fields(answer).items() if name not in row}


def _outputs_of(answer: ModelAnswer) -> list[Scalar]:
    """Name the services and models whose outputs the model learned from, by its sets or by its lineage."""
    sets = answer.training_data.sets if answer.training_data else ()
    named = [name for found in sets for producer in found.outputs_of for name in (producer.service, producer.model) if name]
    named += [base for step in answer.lineage or () if step.relation == Relation.OUTPUTS.value for base in step.bases]
    return [*dict.fromkeys(named)]


def _undisclosed(answer: ModelAnswer) -> list[Scalar]:
    """Name what the publisher keeps secret: numbers of any variant, and components."""
    numbers = [fact.replace("_", "-") for variant in answer.variants.values() for fact in variant.undisclosed]
    components = [name for name, found in answer.components.items() if found.access == Access.UNDISCLOSED.value]
    return [*dict.fromkeys(numbers + components)]


def _past_licenses(answer: ModelAnswer) -> list[Scalar]:
    """Name the licenses under which the weights were once offered, and are no more."""
    weights = answer.components.get(Component.MODEL_PARAMETERS_FINAL.value)
    offers = weights.offers if weights else ()
    now = {offer.license for offer in offers if offer.current}
    return [*dict.fromkeys(offer.license for offer in offers if not offer.current and offer.license and offer.license not in now)]


def _claimed(answer: ModelAnswer, result: Result) -> list[Scalar]:
    """List what the publisher's claims come down to, where the facts show this of them."""
    return [*sorted({found.says for claim in answer.claims for found in claim.judged if found.result == result.value})]


def _license(answer: ModelAnswer) -> str | None:
    weights = answer.components.get(Component.MODEL_PARAMETERS_FINAL.value)
    return weights.license if weights else None


def _verdict_fields(answer: ModelAnswer) -> Row:
    row: Row = {}
    for framework, verdict in answer.verdicts.items():
        row[framework] = verdict.level or verdict.outcome.value
        for name, part in verdict.parts.items():
            row[f"{framework}.{name}"] = part.state.value
    return row


def fields_of(rows: list[Row] | Mapping[str, Row]) -> tuple[str, ...]:
    """List every field that can be asked for, with the short names."""
    first = next(iter(rows.values() if isinstance(rows, Mapping) else rows), {})
    return (*first, *ALIASES)


def words_of(frameworks: Mapping[str, Framework]) -> dict[str, list[str]]:
    """Name every word that a field can have, for the fields whose words are a closed list."""
    states = [access.value for access in Access]
    states += [f"{access}-{form.value}" for access in _HAD for form in Form if form is not Form.FULL]
    words = {component.value: [*states, NOBODY_LOOKED] for component in Component}
    words |= {permission.value: [answer.value for answer in Answer] for permission in Permission}
    for name, framework in frameworks.items():
        words[name] = [outcome.value for outcome in Outcome] + [level.id for level in framework.levels]
        words |= {f"{name}.{part}": [state.value for state in PartState] for part in framework.parts}
    words |= {f"api-{question.value}": [*(answer.value for answer in Answer), "no-api"] for question in QUESTIONS}
    words |= {result.value: [assertion.value for assertion in Assertion] for result in Result}
    words["band"] = [band.value for band in Band]
    words["kind"] = [kind.value for kind in Kind]
    words["data-completeness"] = [*(one.value for one in Completeness), NOBODY_LOOKED]
    return words


def reserved_fields() -> frozenset[str]:
    """Name the facts that no framework may take the name of."""
    head = (
        "id",
        "name",
        "family",
        "organization",
        "developer",
        "released",
        "kind",
        "input",
        "output",
        "license",
        "base",
        "dataset",
        "data-completeness",
        "outputs-of",
        "past-license",
        "undisclosed",
        "claims",
        *Result,
        *(f"api-{question.value}" for question in QUESTIONS),
    )
    words = (*(component.value for component in Component), *(permission.value for permission in Permission))
    return frozenset((*head, *PER_VARIANT, *NUMBERS, *ALIASES, *words))
