"""Write `schema/answer.schema.json` from the types of the JSON output; a test proves that the two agree."""

import json
from pathlib import Path
from typing import cast

import msgspec

from openness.core.answer import ModelAnswer
from openness.core.record_answer import DatasetAnswer, FrameworkAnswer, LicenseAnswer

TARGET = Path(__file__).resolve().parent.parent / "schema" / "answer.schema.json"
TYPES = (ModelAnswer, DatasetAnswer, LicenseAnswer, FrameworkAnswer)
Shape = dict[str, object]


def answer_schema() -> Shape:
    """Return the schema of everything that `--format json` prints about a record."""
    _, components = msgspec.json.schema_components(TYPES, ref_template="#/$defs/{name}")
    definitions = {name: _close(name, cast("Shape", shape)) for name, shape in sorted(components.items())}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Answer",
        "description": "What openness answers about a model, a dataset, a license or a framework.",
        "anyOf": [{"$ref": f"#/$defs/{kind.__name__}"} for kind in TYPES],
        "$defs": definitions,
    }


def _close(name: str, shape: Shape) -> Shape:
    """Give a shape its title and close its keys."""
    if "properties" not in shape:
        return shape
    properties = cast("dict[str, Shape]", shape["properties"])
    titled = {key: {"title": key.replace("_", " ").capitalize(), **value} for key, value in properties.items()}
    return {**shape, "title": name, "properties": titled, "additionalProperties": False}


def as_text() -> str:
    """Return the schema as it is committed."""
    return json.dumps(answer_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    TARGET.write_text(as_text(), encoding="utf-8")
