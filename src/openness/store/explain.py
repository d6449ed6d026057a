"""Say in words why a value has not the shape of a record: every error, with its path and a hint."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING, cast

from msgspec import Struct

from openness.core.finding import Path
from openness.core.registry import Collection
from openness.store.schema import explainer
from openness.store.strict_yaml import Value

if TYPE_CHECKING:
    from jsonschema import ValidationError

_TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "keys with values",
    "null": "nothing",
}
_SHOWN = 60


class ShapeProblem(Struct, frozen=True, kw_only=True):
    """Say what is wrong at a path."""

    code: str
    path: Path
    message: str
    hint: str | None = None
    at_key: bool = False


def explain(collection: Collection, value: Value) -> tuple[ShapeProblem, ...]:
    """List everything that keeps a value from being a record; never empty for a value that does not fit."""
    errors = explainer(collection).iter_errors(value)
    problems = {problem: None for error in errors for problem in _explain(error)}
    return tuple(problems) or (ShapeProblem(code="wrong-shape", path=(), message=f"not a record of {collection.value}"),)


def _explain(error: "ValidationError") -> Iterator[ShapeProblem]:
    path: Path = tuple(error.absolute_path)
    if "propertyNames" in error.absolute_schema_path:
        yield _bad_key(error, path)
        return
    match error.validator:
        case "additionalProperties":
            yield from _unknown_keys(error, path)
        case "required":
            yield from _missing_keys(error, path)
        case "enum":
            yield _not_in_list(error, path)
        case "type":
            yield _wrong_type(error, path)
        case "oneOf" | "anyOf":
            yield from _no_alternative(error, path)
        case "pattern" | "format":
            yield _wrong_text(error, path)
        case _:
            yield ShapeProblem(code="wrong-value", path=path, message=_shorten(error.message), hint=_expectation(error))


def _unknown_keys(error: "ValidationError", path: Path) -> Iterator[ShapeProblem]:
    schema = cast("dict[str, dict[str, object]]", error.schema)
    known = list(schema.get("properties", {}))
    for key in cast("dict[str, object]", error.instance):
        if key not in known:
            hint = did_you_mean(str(key), known) or f"expected one of {', '.join(known)}"
            yield ShapeProblem(code="unknown-key", path=(*path, key), message=f"unknown key {key!r}", hint=hint, at_key=True)


def _missing_keys(error: "ValidationError", path: Path) -> Iterator[ShapeProblem]:
    present = cast("dict[str, object]", error.instance)
    for key in cast("list[str]", error.validator_value):
        if key not in present:
            hint = f"add {key}: {_meaning(error, key)}".rstrip(": ")
            yield ShapeProblem(code="missing-key", path=path, message=f"key {key!r} is missing", hint=hint)


def _meaning(error: "ValidationError", key: str) -> str:
    schema = cast("dict[str, dict[str, dict[str, object]]]", error.schema)
    described = schema.get("properties", {}).get(key, {})
    return str(described.get("description", "")).rstrip(".")


def _not_in_list(error: "ValidationError", path: Path) -> ShapeProblem:
    allowed = [str(word) for word in cast("list[object]", error.validator_value)]
    hint = did_you_mean(str(error.instance), allowed) or f"expected one of {', '.join(allowed)}"
    return ShapeProblem(code="unknown-word", path=path, message=f"{_show(error.instance)} is not in the list", hint=hint)


def _wrong_type(error: "ValidationError", path: Path) -> ShapeProblem:
    wanted = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
    expected = " or ".join(_TYPES[str(name)] for name in wanted)
    message = f"expected {expected}, got {_show(error.instance)}"
    return ShapeProblem(code="wrong-type", path=path, message=message, hint=_expectation(error))


def _wrong_text(error: "ValidationError", path: Path) -> ShapeProblem:
    schema = cast("dict[str, object]", error.schema)
    title = str(schema.get("title", error.validator_value)).lower()
    code = {"date": "wrong-date", "web address": "wrong-url", "license expression": "wrong-license"}.get(title, "wrong-text")
    message = f"{_show(error.instance)} does not fit: {title}"
    return ShapeProblem(code=code, path=path, message=message, hint=_expectation(error))


def _no_alternative(error: "ValidationError", path: Path) -> Iterator[ShapeProblem]:
    alternatives = cast("list[dict[str, list[str]]]", error.validator_value)
    keys = [key for alternative in alternatives for key in alternative.get("required", [])]
    if all("required" in alternative for alternative in alternatives):
        number = "one" if error.validator == "oneOf" else "at least one"
        message = f"expected exactly {number} of the keys {', '.join(keys)}".replace("exactly at least", "at least")
        yield ShapeProblem(code="missing-key", path=path, message=message)
    else:
        yield ShapeProblem(
            code="wrong-value", path=path, message=f"{_show(error.instance)} fits none of the ways to write it", hint=_expectation(error)
        )


def _bad_key(error: "ValidationError", path: Path) -> ShapeProblem:
    key = str(error.instance)
    hint = re.sub(r"[^a-z0-9]+", "-", key.lower()).strip("-")
    message = f"key {key!r} does not fit: lower-case letters, digits, dots and hyphens"
    return ShapeProblem(code="wrong-key", path=(*path, key), message=message, hint=f"for example {hint!r}" if hint else None, at_key=True)


def _expectation(error: "ValidationError") -> str | None:
    schema = cast("dict[str, object]", error.schema)
    description, examples = schema.get("description"), cast("list[object]", schema.get("examples", []))
    parts = [str(description).rstrip(".")] if description else []
    parts += [f"for example {examples[0]!r}"] if examples and not isinstance(examples[0], dict | list) else []
    return "; ".join(parts) or None


def _show(value: object) -> str:
    if isinstance(value, dict | list):
        return "keys with values" if isinstance(value, dict) else "a list"
    return "nothing" if value is None else _shorten(repr(value))


def _shorten(text: str) -> str:
    return text if len(text) <= _SHOWN * 2 else text[: _SHOWN * 2] + " ..."


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Return a hint that names the nearest known word, if one is near."""
    folded = {candidate.casefold(): candidate for candidate in known}
    near = get_close_matches(word[:100].casefold(), list(folded), n=1, cutoff=0.6)
    return f"did you mean {folded[near[0]]!r}?" if near else None
