"""Models: one release under one set of terms."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from openness.core.offer import Offer
from openness.core.source import Evidence, EvidenceKeys
from openness.core.vocabulary import (
    Assertion,
    Completeness,
    Component,
    ComputeBasis,
    ComputeScope,
    DataClass,
    Facet,
    Kind,
    Modality,
    Monetisation,
    Relation,
    Stage,
    UsageFacet,
    VariantFact,
)


class Modalities(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Name the kinds of content that go in and come out."""

    input: tuple[Modality, ...] = field(name="in")
    output: tuple[Modality, ...] = field(name="out")


class Claim(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Quote the publisher on the openness of the release; `says` is what the words come down to."""

    term: str
    evidence: EvidenceKeys
    quote: str | None = None
    says: tuple[Assertion, ...] = ()
    note: str | None = None


class Compute(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Give training compute in floating-point operations, as published."""

    flop: float
    basis: ComputeBasis
    scope: ComputeScope


class Variant(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Describe one size or step of a release; numbers are published ones."""

    evidence: EvidenceKeys
    repo_id: str | None = None
    more_repo_ids: tuple[str, ...] = ()
    former_repo_ids: tuple[str, ...] = ()
    copy_repo_ids: tuple[str, ...] = ()
    released: date | None = None
    parameters: int | None = None
    active_parameters: int | None = None
    training_tokens: int | None = None
    unique_tokens: int | None = None
    training_examples: int | None = None
    epochs: float | None = None
    context_length: int | None = None
    compute: Compute | None = None
    hardware: str | None = None
    chips: int | None = None
    gpu_hours: float | None = None
    undisclosed: tuple[VariantFact, ...] = ()
    unknown: tuple[VariantFact, ...] = ()
    rounded: tuple[VariantFact, ...] = ()
    note: str | None = None


class Step(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Relate a model to what it was made from: one base, all of several, any of several, or one that was never released."""

    relation: Relation
    evidence: EvidenceKeys
    base: str | None = None
    all_of: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    unreleased: str | None = None
    variants: tuple[str, ...] = ()
    compute: float | None = None
    note: str | None = None

    @property
    def bases(self) -> tuple[str, ...]:
        """List every base that the step names and that has a record."""
        return ((self.base,) if self.base else ()) + self.all_of + self.any_of


class TrainingSet(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Name one set of training data and what is known of it."""

    stage: Stage
    data_class: DataClass = field(name="class")
    evidence: EvidenceKeys
    dataset: str | None = None
    name: str | None = None
    variants: tuple[str, ...] = ()
    tokens: int | None = None
    share: float | None = None
    epochs: float | None = None
    bytes: float | None = None
    described: Mapping[Facet, EvidenceKeys] = {}
    url: str | None = None
    note: str | None = None


class TrainingData(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """List what the release's own stages were trained on."""

    completeness: Completeness
    sets: tuple[TrainingSet, ...]
    evidence: EvidenceKeys = ()
    note: str | None = None


class EuFacts(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Hold what Articles 51 to 54 of the EU AI Act ask for; `monetisation` is None until somebody looked."""

    evidence: EvidenceKeys
    monetisation: tuple[Monetisation, ...] | None = None
    copyright_policy: str | None = None
    training_content_summary: str | None = None
    designated_systemic: bool | None = None
    note: str | None = None


class Model(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Hold the facts of one release under one set of terms."""

    name: str
    developer: str
    kind: Kind
    modalities: Modalities
    stated_in: EvidenceKeys
    variants: Mapping[str, Variant]
    components: Mapping[Component, tuple[Offer, ...]]
    evidence: Evidence
    family: str | None = None
    released: date | None = None
    description: str | None = None
    aliases: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    usage: Mapping[UsageFacet, EvidenceKeys] = {}
    lineage: tuple[Step, ...] | None = None
    training_data: TrainingData | None = None
    eu: EuFacts | None = None
    note: str | None = None
