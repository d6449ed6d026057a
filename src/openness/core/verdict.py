"""Verdicts: what a framework says of a model, and why."""

from msgspec import Struct

from openness.core.outcome import Outcome, PartState


class Pointer(Struct, frozen=True, kw_only=True):
    """Point at evidence: the record that holds it, its key there, and its address."""

    record: str
    key: str
    url: str


class Judgement(Struct, frozen=True, kw_only=True):
    """Answer one requirement; `remedy` says what would make it met."""

    outcome: Outcome
    reason: str
    evidence: tuple[Pointer, ...] = ()
    remedy: str | None = None


class RequirementVerdict(Struct, frozen=True, kw_only=True):
    """Say whether a requirement is met, and whether it decided the verdict."""

    id: str
    title: str
    outcome: Outcome
    reason: str
    clause: str | None = None
    evidence: tuple[Pointer, ...] = ()
    remedy: str | None = None
    decisive: bool = False


class PartVerdict(Struct, frozen=True, kw_only=True):
    """Give the state of one part, in the framework's word, and the requirements behind it."""

    state: PartState
    name: str
    word: str
    requirements: tuple[str, ...]


class LevelVerdict(Struct, frozen=True, kw_only=True):
    """Say whether one level is reached."""

    id: str
    name: str
    outcome: Outcome


class Verdict(Struct, frozen=True, kw_only=True):
    """Say what one framework makes of one model.

    `level` is the highest level reached for certain; `possible_level` the highest that nothing known excludes.
    """

    framework: str
    name: str
    version: str
    outcome: Outcome
    word: str
    requirements: tuple[RequirementVerdict, ...]
    level: str | None = None
    possible_level: str | None = None
    levels: tuple[LevelVerdict, ...] = ()
    parts: dict[str, PartVerdict] = {}
    would_change: tuple[str, ...] = ()
