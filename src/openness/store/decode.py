"""Turn checked values into records; the one place where text becomes a type."""

from typing import TypeAlias, cast

import msgspec

from openness.core.dataset import Dataset
from openness.core.framework import Framework
from openness.core.license import License
from openness.core.model import Model
from openness.core.registry import Collection, Record
from openness.store.strict_yaml import Value

Mapping: TypeAlias = dict[str, Value]

_TYPES: dict[Collection, type[Record]] = {
    Collection.MODELS: Model,
    Collection.DATASETS: Dataset,
    Collection.LICENSES: License,
    Collection.FRAMEWORKS: Framework,
}
_DATASET_OFFERS = ("offers", "data-card", "research-paper", "preprocessing-code")


def decode(collection: Collection, value: Value) -> Record:
    """Make a record of a value that fits its schema; raise msgspec.ValidationError if it cannot be one."""
    return msgspec.convert(_unify(collection, cast("Mapping", value)), _TYPES[collection])


def _unify(collection: Collection, value: Mapping) -> Mapping:
    """Bring the shorter ways of writing into the one form that the types know."""
    match collection:
        case Collection.MODELS:
            components = cast("Mapping", value["components"])
            return {**value, "components": {name: _as_list(offers) for name, offers in components.items()}}
        case Collection.DATASETS:
            return {key: _as_list(offers) if key in _DATASET_OFFERS else offers for key, offers in value.items()}
        case Collection.LICENSES:
            return value
        case Collection.FRAMEWORKS:
            return _unify_framework(value)


def _as_list(offers: Value) -> Value:
    return offers if isinstance(offers, list) else [offers]


def _unify_framework(value: Mapping) -> Mapping:
    unified = dict(value)
    unified["requirements"] = {
        name: {**cast("Mapping", requirement), "ask": _ask(cast("Mapping", requirement)["ask"])}
        for name, requirement in cast("Mapping", value["requirements"]).items()
    }
    for key in ("applies", "passes"):
        if key in value:
            unified[key] = _rule(value[key])
    unified["levels"] = [{**level, "rule": _rule(level["rule"])} for level in cast("list[Mapping]", value.get("levels", []))]
    unified["parts"] = {
        name: {**part, "open": _rule(part["open"]), "partial": _rule(part["partial"])}
        for name, part in cast("dict[str, Mapping]", value.get("parts", {})).items()
    }
    return unified


def _rule(value: Value) -> Value:
    if isinstance(value, str):
        return {"requirement": value}
    return {word: [_rule(item) for item in cast("list[Value]", items)] for word, items in cast("Mapping", value).items()}


def _ask(value: Value) -> Value:
    ask = cast("Mapping", value)
    if "predicate" in ask:
        return {"predicate": ask["predicate"], "arguments": {key: item for key, item in ask.items() if key != "predicate"}}
    return {word: [_ask(item) for item in cast("list[Value]", items)] for word, items in ask.items()}
