"""A registry: every record that could be read, by id."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from openness.core.dataset import Dataset
from openness.core.framework import Framework
from openness.core.hub import Snapshot
from openness.core.license import License
from openness.core.model import Model

Record: TypeAlias = Model | Dataset | License | Framework


class Collection(StrEnum):
    """The kinds of records, named as their folders."""

    MODELS = "models"
    DATASETS = "datasets"
    LICENSES = "licenses"
    FRAMEWORKS = "frameworks"


class Registry(Struct, frozen=True, kw_only=True):
    """Hold the records of one registry.

    `hub` holds what the Hub said, by the repository's id in lower case.
    `unreadable` names records whose file exists and holds errors, so that nobody calls a reference to them dangling.
    """

    models: Mapping[str, Model] = {}
    datasets: Mapping[str, Dataset] = {}
    licenses: Mapping[str, License] = {}
    frameworks: Mapping[str, Framework] = {}
    hub: Mapping[str, Snapshot] = {}
    unreadable: frozenset[tuple[Collection, str]] = frozenset()

    def has(self, collection: Collection, record_id: str) -> bool:
        """Tell whether a record exists, readable or not."""
        return record_id in self.records(collection) or (collection, record_id) in self.unreadable

    def records(self, collection: Collection) -> Mapping[str, Record]:
        """Return all records of one kind."""
        match collection:
            case Collection.MODELS:
                return self.models
            case Collection.DATASETS:
                return self.datasets
            case Collection.LICENSES:
                return self.licenses
            case Collection.FRAMEWORKS:
                return self.frameworks
