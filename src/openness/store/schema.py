"""The schemas: `jsonschema-rs` screens every record, `jsonschema` explains the ones that fail."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, TypeAlias, cast

import jsonschema_rs

from openness.core.registry import Collection
from openness.store.bundled import bundled
from openness.store.strict_yaml import Value

if TYPE_CHECKING:
    from jsonschema import ValidationError
    from jsonschema.protocols import Validator

Schema: TypeAlias = dict[str, object]

NAMES = {
    Collection.MODELS: "model",
    Collection.DATASETS: "dataset",
    Collection.LICENSES: "license",
    Collection.FRAMEWORKS: "framework",
}
_COMMON = "common.schema.json#/$defs/"


def load_schema(name: str) -> Schema:
    """Read one schema as it is published, with references to `common.schema.json`."""
    text = (bundled("schema") / f"{name}.schema.json").read_text(encoding="utf-8")
    return cast("Schema", json.loads(text))


@cache
def self_contained(name: str) -> Schema:
    """Return a schema with the shared shapes copied in, so that it refers to nothing outside."""
    schema, common = load_schema(name), load_schema("common")
    shared = {f"common-{key}": _point_inside(shape, "#/$defs/") for key, shape in _defs(common).items()}
    own = {key: _point_inside(shape, _COMMON) for key, shape in _defs(schema).items()}
    rest = {key: _point_inside(shape, _COMMON) for key, shape in schema.items() if key != "$defs"}
    return {**rest, "$defs": {**shared, **own}}


def _defs(schema: Schema) -> Schema:
    return cast("Schema", schema.get("$defs", {}))


def _point_inside(shape: object, prefix: str) -> object:
    """Rewrite references that begin with a prefix to the copies of the shared shapes."""
    if isinstance(shape, dict):
        return {
            key: "#/$defs/common-" + value.removeprefix(prefix)
            if key == "$ref" and isinstance(value, str) and value.startswith(prefix)
            else _point_inside(value, prefix)
            for key, value in shape.items()
        }
    return [_point_inside(item, prefix) for item in shape] if isinstance(shape, list) else shape


@cache
def _screen(collection: Collection) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(self_contained(NAMES[collection]), validate_formats=True)


def fits(collection: Collection, value: Value) -> bool:
    """Tell whether a value has the shape of a record."""
    return _screen(collection).is_valid(value)


@cache
def explainer(collection: Collection) -> "Validator":
    """Return the slow validator that can say what is wrong."""
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    kind = extend(Draft202012Validator, {"pattern": _match})  # type: ignore[no-untyped-call] # its stubs leave it out
    return cast("Validator", kind(self_contained(NAMES[collection]), format_checker=Draft202012Validator.FORMAT_CHECKER))


def _match(_: "Validator", pattern: str, instance: object, __: Schema) -> Iterator["ValidationError"]:
    """Judge a pattern as the screen does, by ECMA 262."""
    from jsonschema import ValidationError

    if isinstance(instance, str) and not _compiled(pattern).search(instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Bend a pattern where Python differs: `$` before a last line break, digits of other scripts, U+FEFF as a blank."""
    bent = pattern.replace(r"\d", "[0-9]").replace(r"\s", r"\s\ufeff")
    return re.compile(bent.removesuffix("$") + r"\Z" if bent.endswith("$") else bent)
