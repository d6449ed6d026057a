"""Comparison: the facts of several models side by side."""

from collections.abc import Sequence

from msgspec import Struct

from openness.core.answer import ComponentAnswer, ModelAnswer
from openness.core.license_vocabulary import Permission
from openness.core.verdict import Verdict
from openness.core.vocabulary import Component
from openness.rules.facts import state_of
from openness.rules.words import shorten

NOBODY_LOOKED = "nobody looked"


class ComparedRow(Struct, frozen=True, kw_only=True):
    """Hold one fact of every model, in order, and whether they differ."""

    group: str
    fact: str
    values: tuple[str, ...]
    differs: bool


def compare(answers: Sequence[ModelAnswer]) -> tuple[ComparedRow, ...]:
    """Compare models fact by fact; facts that nobody looked for in any of them are left out."""
    rows = [*_about(answers), *_openness(answers), *_terms(answers), *_training(answers), *_components(answers)]
    return tuple(row for row in rows if any(value != NOBODY_LOOKED for value in row.values))


def _row(group: str, fact: str, values: Sequence[str]) -> ComparedRow:
    return ComparedRow(group=group, fact=fact, values=tuple(values), differs=len(set(values)) > 1)


def _about(answers: Sequence[ModelAnswer]) -> list[ComparedRow]:
    return [
        _row("about", "developer", [answer.developer for answer in answers]),
        _row("about", "released", [answer.released or "unknown" for answer in answers]),
        _row("about", "kind", [answer.kind for answer in answers]),
        _row("about", "made from", [_bases(answer) for answer in answers]),
    ]


def _bases(answer: ModelAnswer) -> str:
    if answer.lineage is None:
        return NOBODY_LOOKED
    named = [name for step in answer.lineage for name in (*step.bases, step.unreleased) if name]
    return ", ".join(dict.fromkeys(named)) or "nothing"


def _openness(answers: Sequence[ModelAnswer]) -> list[ComparedRow]:
    rows = []
    for framework in dict.fromkeys(name for answer in answers for name in answer.verdicts):
        verdicts = [answer.verdicts.get(framework) for answer in answers]
        parts = dict.fromkeys(name for verdict in verdicts if verdict for name in verdict.parts)
        rows += [_row(framework, part, [_word_of_part(verdict, part) for verdict in verdicts]) for part in parts]
        if not parts:
            rows.append(_row("openness", framework, [verdict.word if verdict else NOBODY_LOOKED for verdict in verdicts]))
    return rows


def _word_of_part(verdict: Verdict | None, part: str) -> str:
    return verdict.parts[part].word if verdict and part in verdict.parts else NOBODY_LOOKED


def _terms(answers: Sequence[ModelAnswer]) -> list[ComparedRow]:
    weights = [answer.components.get(Component.MODEL_PARAMETERS_FINAL.value) for answer in answers]
    rows = [_row("terms", "license of the weights", [found.license or found.access if found else NOBODY_LOOKED for found in weights])]
    for permission in Permission:
        replies = [answer.permissions.get(permission.value) for answer in answers]
        rows.append(_row("terms", permission.value, [reply.answer if reply else NOBODY_LOOKED for reply in replies]))
    return rows


def _training(answers: Sequence[ModelAnswer]) -> list[ComparedRow]:
    fields = (
        ("parameters", "parameters"),
        ("training tokens", "training_tokens"),
        ("tokens per parameter", "tokens_per_parameter"),
        ("band", "band"),
    )
    rows = [_row("training", label, [_range(answer, field) for answer in answers]) for label, field in fields]
    data = [answer.training_data for answer in answers]
    sets = [", ".join(dict.fromkeys(s.name for s in found.sets)) or found.completeness if found else NOBODY_LOOKED for found in data]
    return [*rows, _row("training", "training data", sets)]


_MADE_OF = {"tokens_per_parameter": ("training_tokens", "parameters"), "band": ("training_tokens", "parameters")}


def _range(answer: ModelAnswer, field: str) -> str:
    values = [getattr(variant, field) for variant in answer.variants.values()]
    known = [value for value in values if value is not None]
    if not known:
        return _why_none(answer, _MADE_OF.get(field, (field,)))
    if isinstance(known[0], str):
        return ", ".join(sorted(set(known)))
    low, high = min(known), max(known)
    return shorten(low) if low == high else f"{shorten(low)} to {shorten(high)}"


def _why_none(answer: ModelAnswer, fields: tuple[str, ...]) -> str:
    for word in ("undisclosed", "unknown"):
        if any(field in getattr(variant, word) for variant in answer.variants.values() for field in fields):
            return word
    return NOBODY_LOOKED


def _components(answers: Sequence[ModelAnswer]) -> list[ComparedRow]:
    rows = []
    for component in Component:
        found = [answer.components.get(component.value) for answer in answers]
        rows.append(_row("components", component.value, [_how(one) for one in found]))
    return rows


def _how(found: ComponentAnswer | None) -> str:
    if found is None:
        return NOBODY_LOOKED
    state = state_of(found.access, found.form)
    return f"{state}, {found.license}" if found.license else state
