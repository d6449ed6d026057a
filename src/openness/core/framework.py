"""Frameworks: definitions of openness as data."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from openness.core.source import Evidence


class Rule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ask for one requirement, for all of some rules, or for any of them; exactly one field is set."""

    requirement: str | None = None
    all: tuple["Rule", ...] = ()
    any: tuple["Rule", ...] = ()

    @property
    def requirements(self) -> tuple[str, ...]:
        """List every requirement that the rule names, in order."""
        if self.requirement is not None:
            return (self.requirement,)
        return tuple(dict.fromkeys(name for rule in self.all + self.any for name in rule.requirements))


class Ask(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Name a predicate with its arguments, or join asks by all or any."""

    predicate: str | None = None
    arguments: Mapping[str, object] = {}
    all: tuple["Ask", ...] = ()
    any: tuple["Ask", ...] = ()


class Requirement(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """State one thing that a framework asks for, and the clause that asks for it."""

    title: str
    ask: Ask
    clause: str | None = None
    note: str | None = None


class Level(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Name one level of a framework; a level needs those listed before it."""

    id: str
    name: str
    rule: Rule


class FrameworkPart(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Name one part that is judged apart, with the rules for open and for partial."""

    name: str
    open: Rule
    partial: Rule
    terms: Mapping[str, str] = {}


class Framework(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Hold one definition of openness: `passes`, `levels` or `parts` makes the verdict."""

    name: str
    version: str
    publisher: str
    summary: str
    requirements: Mapping[str, Requirement]
    evidence: Evidence
    published: date | None = None
    question: str | None = None
    terms: Mapping[str, str] = {}
    applies: Rule | None = None
    passes: Rule | None = None
    levels: tuple[Level, ...] = ()
    parts: Mapping[str, FrameworkPart] = {}
    note: str | None = None
