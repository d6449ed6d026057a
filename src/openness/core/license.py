"""Licenses: reviewed facts about texts of terms, with the clause that says so."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from openness.core.license_vocabulary import (
    Answer,
    Approval,
    Condition,
    Confidence,
    DerivativeTerms,
    Limit,
    Patent,
    Permission,
    SafetyTerms,
    Target,
    Termination,
    ThresholdUnit,
    Trigger,
)
from openness.core.source import Evidence, EvidenceKeys


class Term(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Answer one question about a text, with the clause that decides.

    `threshold` counts `unit`; `excluded` holds ISO 3166 codes or EU; `wording` is the name or sentence that a duty asks for,
    and `triggers` what it hangs on.
    """

    answer: Answer
    clause: str | None = None
    when: str | None = None
    threshold: float | None = None
    unit: ThresholdUnit | None = None
    excluded: tuple[str, ...] = ()
    wording: str | None = None
    triggers: tuple[Trigger, ...] = ()
    evidence: EvidenceKeys = ()
    note: str | None = None


class TextVersion(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Name one text that went by the license's name."""

    version: str
    evidence: EvidenceKeys
    since: date | None = field(name="from", default=None)
    until: date | None = None
    note: str | None = None


class License(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Hold the reviewed facts of one license; what is left out nobody looked for."""

    name: str
    targets: tuple[Target, ...]
    confidence: Confidence
    evidence: Evidence
    publisher: str | None = None
    family: str | None = None
    version: str | None = None
    published: date | None = None
    aliases: tuple[str, ...] = ()
    hub_ids: tuple[str, ...] = ()
    scancode_key: str | None = None
    permissions: Mapping[Permission, Term] = {}
    conditions: Mapping[Condition, Term] = {}
    limits: Mapping[Limit, Term] = {}
    approvals: Mapping[Approval, Term] = {}
    patents: Mapping[Patent, Term] = {}
    termination: Mapping[Termination, Term] = {}
    outputs_are_derivatives: Term | None = None
    derivatives: DerivativeTerms = DerivativeTerms.UNKNOWN
    safety_terms: SafetyTerms = SafetyTerms.UNKNOWN
    versions: tuple[TextVersion, ...] = ()
    superseded_by: str | None = None
    compatible_with: tuple[str, ...] = ()
    note: str | None = None
