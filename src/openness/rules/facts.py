"""Facts: one flat row per model, by which people filter, sort and compare."""

from collections.abc import Mapping
from typing import TypeAlias

from openness.core.answer import ModelAnswer
from openness.core.license_vocabulary import Permission
from openness.core.vocabulary import Component

Scalar: TypeAlias = str | float | None
Row: TypeAlias = dict[str, Scalar | list[str] | list[float]]

NOBODY_LOOKED = "nobody-looked"
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


def row_of(answer: ModelAnswer) -> Row:
    """Flatten an answer; numbers that differ per variant become lists."""
    row: Row = {
        "id": answer.id,
        "name": answer.name,
        "family": answer.family,
        "developer": answer.developer,
        "released": answer.released,
        "kind": answer.kind,
        "input": list(answer.input),
        "output": list(answer.output),
        "license": _license(answer),
        "variants": list(answer.variants),
        "repo-id": [variant.repo_id for variant in answer.variants.values() if variant.repo_id],
        "band": sorted({variant.band for variant in answer.variants.values() if variant.band}),
        "base": [base for step in answer.lineage or () for base in step.bases],
        "dataset": [found.dataset or found.name for found in answer.training_data.sets] if answer.training_data else [],
        "data-completeness": answer.training_data.completeness if answer.training_data else NOBODY_LOOKED,
        "claims": [claim.term for claim in answer.claims],
    }
    for number in NUMBERS:
        field = number.replace("-", "_")
        row[number] = [float(value) for variant in answer.variants.values() if (value := getattr(variant, field)) is not None]
    for component in Component:
        found = answer.components.get(component.value)
        row[component.value] = found.access if found else NOBODY_LOOKED
    for name, reply in answer.permissions.items():
        row[name] = reply.answer
    return {**row, **_verdict_fields(answer)}


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
