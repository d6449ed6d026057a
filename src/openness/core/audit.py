"""Audits: which terms reach a model from what it was made from, and where its declared license leaves them out."""

from enum import StrEnum

from msgspec import Struct


class Status(StrEnum):
    """How bad a finding of an audit is, the worst first."""

    CONFLICT = "conflict"
    UNKNOWN = "unknown"
    WARNING = "warning"
    OBLIGATION = "obligation"
    NOTE = "note"


class AuditVerdict(StrEnum):
    """What an audit says in one word: the worst of its findings; notes are fine."""

    CONFLICT = "conflict"
    UNKNOWN = "unknown"
    WARNING = "warning"
    OBLIGATIONS = "obligations"
    OK = "ok"


class UpstreamRelation(StrEnum):
    """How something went into a model; the first six carry its weights on."""

    FINETUNE = "finetune"
    ADAPTER = "adapter"
    MERGE = "merge"
    QUANTIZED = "quantized"
    COPY = "copy"
    ANCESTOR = "ancestor"
    OUTPUTS = "outputs"
    DATASET = "dataset"
    CODE = "code"


class UpstreamKind(StrEnum):
    """What went in."""

    MODEL = "model"
    DATASET = "dataset"
    CODE = "code"


class Upstream(Struct, frozen=True, kw_only=True):
    """Name one thing that went into a model, and the license expression that it stands under; None where it is not known."""

    relation: UpstreamRelation
    ref: str
    kind: UpstreamKind = UpstreamKind.MODEL
    license: str | None = None


class AuditSubject(Struct, frozen=True, kw_only=True):
    """Hold what an audit asks about: a model, what it declares, what its license file was found to be, and what went in.

    `lineage_known` is false where nobody looked for a base.
    """

    id: str
    declared: str | None = None
    detected: str | None = None
    upstreams: tuple[Upstream, ...] = ()
    lineage_known: bool = True


class AuditFinding(Struct, frozen=True, kw_only=True):
    """Say what one rule finds between the declared license and one upstream.

    `clause` is that of the upstream's license; `secondary` that the facts rest on a text that nobody here has read; `contested`
    says in one sentence where the law is not settled.
    """

    rule: str
    status: Status
    upstream: str
    message: str
    license: str | None = None
    clause: str | None = None
    secondary: bool = False
    contested: str | None = None


class AuditResult(Struct, frozen=True, kw_only=True):
    """Give the verdict on one model, and every finding, the worst first."""

    id: str
    declared: str | None
    verdict: AuditVerdict
    findings: tuple[AuditFinding, ...]
