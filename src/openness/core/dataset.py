"""Datasets: one set of data, referred to by many models."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from openness.core.offer import Offer
from openness.core.source import Evidence, EvidenceKeys
from openness.core.vocabulary import DataClass, Derivation, Facet, SizeUnit


class Size(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Give one number with its unit."""

    amount: float
    unit: SizeUnit
    evidence: EvidenceKeys
    tokenizer: str | None = None
    of: str | None = None
    note: str | None = None


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Name one part with its own terms; `size` in bytes."""

    name: str
    evidence: EvidenceKeys
    dataset: str | None = None
    license: str | None = None
    declared: str | None = None
    data_class: DataClass | None = field(name="class", default=None)
    size: float | None = None
    note: str | None = None


class SourceSet(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Name one dataset from which another was made."""

    dataset: str
    relation: Derivation
    evidence: EvidenceKeys
    note: str | None = None


class Producer(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Name a service or model whose outputs a dataset holds."""

    service: str
    evidence: EvidenceKeys
    model: str | None = None
    terms: str | None = None
    note: str | None = None


class Dataset(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Hold the facts of one set of data."""

    name: str
    publisher: str
    stated_in: EvidenceKeys
    offers: tuple[Offer, ...]
    evidence: Evidence
    released: date | None = None
    description: str | None = None
    aliases: tuple[str, ...] = ()
    repo_id: str | None = None
    former_repo_ids: tuple[str, ...] = ()
    data_card: tuple[Offer, ...] = field(name="data-card", default=())
    research_paper: tuple[Offer, ...] = field(name="research-paper", default=())
    preprocessing_code: tuple[Offer, ...] = field(name="preprocessing-code", default=())
    sizes: tuple[Size, ...] = ()
    parts: Mapping[str, Part] = {}
    derived_from: tuple[SourceSet, ...] = ()
    superseded_by: str | None = None
    produced_by: tuple[Producer, ...] = ()
    described: Mapping[Facet, EvidenceKeys] = {}
    note: str | None = None
