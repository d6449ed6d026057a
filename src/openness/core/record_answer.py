"""Answers about licenses, datasets and frameworks."""

from msgspec import Struct

from openness.core.answer import FindingAnswer, OfferAnswer, SourceAnswer
from openness.core.verdict import Pointer


class TermAnswer(Struct, frozen=True, kw_only=True):
    """Answer one question about a text."""

    answer: str
    clause: str | None = None
    when: str | None = None
    threshold: float | None = None
    unit: str | None = None
    excluded: tuple[str, ...] = ()
    wording: str | None = None
    note: str | None = None


class LicenseAnswer(Struct, frozen=True, kw_only=True):
    """Hold everything about one license; `open` tells for each standard whether the text meets it."""

    id: str
    name: str
    targets: tuple[str, ...]
    confidence: str
    permissions: dict[str, TermAnswer]
    conditions: dict[str, TermAnswer]
    limits: dict[str, TermAnswer]
    approvals: dict[str, TermAnswer]
    patents: dict[str, TermAnswer]
    termination: dict[str, TermAnswer]
    open: dict[str, str]
    evidence: dict[str, SourceAnswer]
    as_of: str
    used_by: tuple[str, ...] = ()
    schema_version: str = "1"
    publisher: str | None = None
    family: str | None = None
    version: str | None = None
    published: str | None = None
    aliases: tuple[str, ...] = ()
    hub_ids: tuple[str, ...] = ()
    scancode_key: str | None = None
    derivatives: str = "unknown"
    outputs_are_derivatives: TermAnswer | None = None
    superseded_by: str | None = None
    findings: tuple[FindingAnswer, ...] = ()
    note: str | None = None
    not_legal_advice: bool = True


class SizeAnswer(Struct, frozen=True, kw_only=True):
    """Give one size with its unit."""

    amount: float
    unit: str
    tokenizer: str | None = None
    of: str | None = None
    note: str | None = None


class PartAnswer(Struct, frozen=True, kw_only=True):
    """Name one part of a dataset with its terms."""

    name: str
    dataset: str | None = None
    license: str | None = None
    declared: str | None = None
    data_class: str | None = None
    size: float | None = None
    note: str | None = None


class RelatedSet(Struct, frozen=True, kw_only=True):
    """Relate a dataset to one it was made from."""

    dataset: str
    relation: str
    note: str | None = None


class ProducerAnswer(Struct, frozen=True, kw_only=True):
    """Name a service whose outputs a dataset holds."""

    service: str
    model: str | None = None
    terms: str | None = None
    note: str | None = None


class DatasetAnswer(Struct, frozen=True, kw_only=True):
    """Hold everything about one dataset."""

    id: str
    name: str
    publisher: str
    offers: tuple[OfferAnswer, ...]
    documents: dict[str, tuple[OfferAnswer, ...]]
    evidence: dict[str, SourceAnswer]
    as_of: str
    schema_version: str = "1"
    released: str | None = None
    description: str | None = None
    aliases: tuple[str, ...] = ()
    repo_id: str | None = None
    former_repo_ids: tuple[str, ...] = ()
    sizes: tuple[SizeAnswer, ...] = ()
    parts: dict[str, PartAnswer] = {}
    derived_from: tuple[RelatedSet, ...] = ()
    superseded_by: str | None = None
    produced_by: tuple[ProducerAnswer, ...] = ()
    described: dict[str, tuple[Pointer, ...]] = {}
    used_by: tuple[str, ...] = ()
    findings: tuple[FindingAnswer, ...] = ()
    note: str | None = None


class FrameworkRequirement(Struct, frozen=True, kw_only=True):
    """State one requirement of a framework."""

    id: str
    title: str
    clause: str | None = None


class FrameworkAnswer(Struct, frozen=True, kw_only=True):
    """Hold a framework and what it makes of every model: the word of each verdict by model id."""

    id: str
    name: str
    version: str
    publisher: str
    summary: str
    requirements: tuple[FrameworkRequirement, ...]
    evidence: dict[str, SourceAnswer]
    question: str | None = None
    published: str | None = None
    levels: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    results: dict[str, str] = {}
    schema_version: str = "1"
    note: str | None = None
