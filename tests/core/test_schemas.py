"""The schemas are the one description of the shape; the types repeat it, and these tests prove that they agree."""

import json
from typing import Any

import answer_schema
import msgspec
import pytest
from jsonschema import Draft202012Validator

from openness.core.dataset import Dataset
from openness.core.framework import Framework
from openness.core.license import License
from openness.core.model import Model
from openness.core.registry import Collection
from openness.store.schema import NAMES, load_schema, self_contained

ROOTS = {"model": Model, "dataset": Dataset, "license": License, "framework": Framework}
# Written shorter by people than the types hold it; `store.decode` unifies them.
UNIFIED = {
    "components",
    "offers",
    "data-card",
    "research-paper",
    "preprocessing-code",
    "applies",
    "passes",
    "rule",
    "open",
    "partial",
    "ask",
}
SCHEMAS = ("common", "model", "dataset", "license", "framework", "hub", "answer")

Shape = dict[str, Any]


def shape_of(kind: type) -> tuple[Shape, Shape]:
    """Return the shape of a type and those that it refers to; a predicate takes any arguments."""
    (reference,), types = msgspec.json.schema_components(
        [kind], schema_hook=lambda _: {"description": "anything"}, ref_template="#/$defs/{name}"
    )
    return reference, types


def follow(shape: Shape, root: Shape) -> Shape:
    """Resolve references and unions with null."""
    while True:
        if "$ref" in shape:
            shape = root["$defs"][shape["$ref"].rpartition("/")[2]] if "$defs" in root else root[shape["$ref"].rpartition("/")[2]]
        elif "anyOf" in shape and {"type": "null"} in shape["anyOf"]:
            (shape,) = [part for part in shape["anyOf"] if part != {"type": "null"}]
        else:
            return shape


def differences(typed: Shape, types: Shape, written: Shape, schema: Shape, path: str) -> list[str]:
    """List where the shape of a type and of a schema differ."""
    typed, written = follow(typed, types), follow(written, schema)
    if "enum" in typed:
        return [] if set(typed["enum"]) == set(written.get("enum", ())) else [f"{path}: words differ"]
    if typed.get("type") == "array":
        return differences(typed["items"], types, written["items"], schema, f"{path}[]") if typed.get("items") else []
    if typed.get("type") == "object" and "properties" in typed:
        return object_differences(typed, types, written, schema, path)
    if typed.get("type") == "object":
        return mapping_differences(typed, types, written, schema, path)
    if typed.get("type") != written.get("type") and "enum" not in written:
        return [f"{path}: {typed.get('type')} and {written.get('type')}"]
    return []


def object_differences(typed: Shape, types: Shape, written: Shape, schema: Shape, path: str) -> list[str]:
    found = []
    if set(typed["properties"]) != set(written["properties"]):
        found.append(f"{path}: keys differ by {set(typed['properties']) ^ set(written['properties'])}")
    if set(typed.get("required", ())) != set(written.get("required", ())):
        found.append(f"{path}: required keys differ by {set(typed.get('required', ())) ^ set(written.get('required', ()))}")
    for key in set(typed["properties"]) & set(written["properties"]) - UNIFIED:
        found += differences(typed["properties"][key], types, written["properties"][key], schema, f"{path}.{key}")
    return found


def mapping_differences(typed: Shape, types: Shape, written: Shape, schema: Shape, path: str) -> list[str]:
    inner = typed.get("additionalProperties", {})
    if "properties" in written:
        keys = (
            follow(typed["propertyNames"], types)["enum"]
            if "propertyNames" in typed and "enum" in follow(typed["propertyNames"], types)
            else None
        )
        found = (
            [f"{path}: keys differ by {set(keys) ^ set(written['properties'])}"] if keys and set(keys) != set(written["properties"]) else []
        )
        return found + [
            d for key, value in written["properties"].items() for d in differences(inner, types, value, schema, f"{path}.{key}")
        ]
    values = written.get("additionalProperties", {})
    return differences(inner, types, values, schema, f"{path}.*") if isinstance(values, dict) and values and inner else []


@pytest.mark.parametrize("name", sorted(ROOTS))
def test_the_types_say_what_the_schema_says(name):
    reference, types = shape_of(ROOTS[name])
    schema = self_contained(name)
    assert differences(reference, {"$defs": types}, schema, schema, name) == []


def test_a_difference_between_type_and_schema_would_be_seen():
    reference, types = shape_of(Model)
    schema = json.loads(json.dumps(self_contained("model")))
    del schema["properties"]["kind"]["enum"][0]
    schema["$defs"]["variant"]["properties"]["licence"] = {"type": "string"}
    found = differences(reference, {"$defs": types}, schema, schema, "model")
    assert sorted(line.partition(":")[0] for line in found) == ["model.kind", "model.variants.*"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_one(name):
    Draft202012Validator.check_schema(load_schema(name))


def shapes(shape: Any, path: str) -> list[tuple[str, Shape]]:
    """List every named shape of a schema: properties and definitions."""
    found = []
    if isinstance(shape, dict):
        for group in ("properties", "$defs"):
            found += [(f"{path}.{key}", value) for key, value in shape.get(group, {}).items() if isinstance(value, dict)]
        for key, value in shape.items():
            if key not in ("examples", "enum", "const", "default"):
                found += shapes(value, f"{path}.{key}")
    elif isinstance(shape, list):
        for value in shape:
            found += shapes(value, path)
    return found


@pytest.mark.parametrize("name", [name for name in SCHEMAS if name != "answer"])
def test_every_shape_is_explained_and_has_an_example(name):
    schema, common = load_schema(name), load_schema("common")
    for path, shape in shapes(schema, name):
        if ".all" in path or ".any" in path:
            continue
        target = shape
        if "$ref" in shape:
            owner = common if shape["$ref"].startswith("common") or name == "common" else schema
            target = {**owner["$defs"][shape["$ref"].rpartition("/")[2]], **shape}
        for key in ("title", "description", "examples"):
            assert target.get(key), f"{path} has no {key}"


@pytest.mark.parametrize("name", ["common", "hub"])
def test_every_example_fits_its_own_shape(name):
    schema = load_schema(name) if name == "common" else self_contained(name)
    for key, shape in schema["$defs"].items():
        for example in shape.get("examples", ()):
            errors = list(Draft202012Validator({**shape, "$defs": schema["$defs"]}).iter_errors(example))
            assert not errors, (key, errors)


@pytest.mark.parametrize("collection", list(Collection))
def test_no_object_of_a_record_takes_unknown_keys(collection):
    for path, shape in shapes({"properties": {"": self_contained(NAMES[collection])}}, collection):
        if shape.get("type") == "object" and not path.endswith("ask"):
            assert "additionalProperties" in shape, path


def test_the_published_schema_of_answers_is_that_of_the_types(project):
    committed = (project / "schema" / "answer.schema.json").read_text(encoding="utf-8")
    assert committed == answer_schema.as_text(), "run: make schema"
