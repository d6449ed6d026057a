"""Answers: everything that is known and concluded about one model, as `openness show` gives it."""

from msgspec import UNSET, Struct, UnsetType

from openness.core.verdict import Pointer, Verdict

SCHEMA_VERSION = "1"


class Matched(Struct, frozen=True, kw_only=True):
    """Say which word was asked for, what kind of name it is, and which variant it means."""

    word: str
    kind: str
    variant: str | None = None


class VariantAnswer(Struct, frozen=True, kw_only=True):
    """Give the numbers of one variant; `band` places tokens per parameter around Chinchilla's 20."""

    repo_id: str | None = None
    more_repo_ids: tuple[str, ...] = ()
    former_repo_ids: tuple[str, ...] = ()
    copy_repo_ids: tuple[str, ...] = ()
    released: str | None = None
    parameters: int | None = None
    active_parameters: int | None = None
    training_tokens: int | None = None
    unique_tokens: int | None = None
    training_examples: int | None = None
    epochs: float | None = None
    context_length: int | None = None
    compute_flop: float | None = None
    compute_basis: str | None = None
    hardware: str | None = None
    gpu_hours: float | None = None
    tokens_per_parameter: float | None = None
    band: str | None = None
    undisclosed: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    rounded: tuple[str, ...] = ()
    evidence: tuple[Pointer, ...] = ()
    note: str | None = None


class StepAnswer(Struct, frozen=True, kw_only=True):
    """Relate the model to its bases; `choice` says whether all of them went in or any one."""

    relation: str
    bases: tuple[str, ...]
    choice: str
    unreleased: str | None = None
    variants: tuple[str, ...] = ()
    evidence: tuple[Pointer, ...] = ()
    note: str | None = None


class GateAnswer(Struct, frozen=True, kw_only=True):
    """Say how a gate opens and what it asks for."""

    mode: str
    asks: tuple[str, ...] = ()


class OfferAnswer(Struct, frozen=True, kw_only=True):
    """Give one way to get a component; `of` names the dataset where the offer comes from one."""

    access: str
    form: str
    license: str | None = None
    declared: str | None = None
    url: str | None = None
    needs: tuple[str, ...] = ()
    channel: str | None = None
    gate: GateAnswer | None = None
    since: str | None = None
    until: str | None = None
    current: bool = True
    variants: tuple[str, ...] = ()
    documented_in: str | None = None
    count: int | None = None
    where: str | None = None
    of: str | None = None
    evidence: tuple[Pointer, ...] = ()
    note: str | None = None


class ComponentAnswer(Struct, frozen=True, kw_only=True):
    """Give the best current offer of a component, and all offers; `derived` says that it follows from the training data."""

    access: str
    form: str
    license: str | None
    declared: str | None
    url: str | None
    evidence: tuple[Pointer, ...]
    offers: tuple[OfferAnswer, ...]
    derived: bool = False


class OutputsAnswer(Struct, frozen=True, kw_only=True):
    """Name a service or model whose outputs a set holds, and what its terms make of training others on them."""

    service: str
    model: str | None = None
    terms: "GroundAnswer | None" = None


class SetAnswer(Struct, frozen=True, kw_only=True):
    """Give one set of training data, how it can be had now, and whose outputs it holds."""

    name: str
    stage: str
    data_class: str
    dataset: str | None = None
    access: str | None = None
    form: str | None = None
    license: str | None = None
    url: str | None = None
    variants: tuple[str, ...] = ()
    tokens: int | None = None
    share: float | None = None
    epochs: float | None = None
    described: tuple[str, ...] = ()
    outputs_of: tuple[OutputsAnswer, ...] = ()
    evidence: tuple[Pointer, ...] = ()
    note: str | None = None


class TrainingDataAnswer(Struct, frozen=True, kw_only=True):
    """List the training data."""

    completeness: str
    sets: tuple[SetAnswer, ...]
    evidence: tuple[Pointer, ...] = ()
    note: str | None = None


class GroundAnswer(Struct, frozen=True, kw_only=True):
    """Name one license, what it says, and the record through which it reaches the model.

    `past` says why the terms are those of copies made before.
    """

    license: str
    answer: str
    via: str
    clause: str | None = None
    when: str | None = None
    note: str | None = None
    past: str | None = None


class PermissionReply(Struct, frozen=True, kw_only=True):
    """Answer one question about use, with every ground."""

    answer: str
    because: tuple[GroundAnswer, ...]


class ClaimJudgement(Struct, frozen=True, kw_only=True):
    """Say what the facts make of one thing that a claim comes down to."""

    says: str
    result: str
    because: str


class ClaimAnswer(Struct, frozen=True, kw_only=True):
    """Quote the publisher on openness, and say what the facts show of it."""

    term: str
    judged: tuple[ClaimJudgement, ...] = ()
    quote: str | None = None
    evidence: tuple[Pointer, ...] = ()
    note: str | None = None


class SourceAnswer(Struct, frozen=True, kw_only=True):
    """Name one document that was read."""

    url: str
    seen: str
    by: str
    revision: str | None = None
    copy: str | None = None
    note: str | None = None


class FindingAnswer(Struct, frozen=True, kw_only=True):
    """Say what is amiss with the record."""

    code: str
    severity: str
    message: str
    hint: str | None = None


class ModelAnswer(Struct, frozen=True, kw_only=True):
    """Hold everything about one model; `also` holds the other records of a family that was asked for.

    `permissions` speak of the weights, `service` of the services that offer the model, or
    did last, empty where none ever did. `limits` and `conditions` are those of every license that reaches the
    weights; a limit that is absent may be unread.
    `as_of` is the newest day on which a source was read. Nothing here is legal advice.
    """

    id: str
    name: str
    developer: str
    kind: str
    input: tuple[str, ...]
    output: tuple[str, ...]
    variants: dict[str, VariantAnswer]
    components: dict[str, ComponentAnswer]
    permissions: dict[str, PermissionReply]
    limits: dict[str, tuple[GroundAnswer, ...]]
    conditions: dict[str, tuple[GroundAnswer, ...]]
    verdicts: dict[str, Verdict]
    evidence: dict[str, SourceAnswer]
    as_of: str
    schema_version: str = SCHEMA_VERSION
    family: str | None = None
    matched: Matched | UnsetType = UNSET
    released: str | None = None
    description: str | None = None
    aliases: tuple[str, ...] = ()
    claims: tuple[ClaimAnswer, ...] = ()
    service: dict[str, PermissionReply] = {}
    service_until: str | None = None
    lineage: tuple[StepAnswer, ...] | None = None
    training_data: TrainingDataAnswer | None = None
    findings: tuple[FindingAnswer, ...] = ()
    note: str | None = None
    not_legal_advice: bool = True
    also: tuple["ModelAnswer", ...] | UnsetType = UNSET
