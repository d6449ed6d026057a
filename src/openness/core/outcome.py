"""Kleene's three values: what is not known is never taken for met, nor for not met."""

from collections.abc import Iterable
from enum import StrEnum


class Outcome(StrEnum):
    """The three values of a requirement, and not-applicable for a whole verdict."""

    MET = "met"
    NOT_MET = "not-met"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"


class PartState(StrEnum):
    """The state of a part that is judged apart."""

    OPEN = "open"
    PARTIAL = "partial"
    CLOSED = "closed"
    UNKNOWN = "unknown"


_ORDER = {Outcome.NOT_MET: 0, Outcome.UNKNOWN: 1, Outcome.MET: 2}


def rank(outcome: Outcome) -> int:
    """Order the three values: not-met, unknown, met."""
    return _ORDER[outcome]


def every(outcomes: Iterable[Outcome]) -> Outcome:
    """Join by *and*: the lowest of not-met, unknown, met; met if there are none."""
    return min(outcomes, key=rank, default=Outcome.MET)


def some(outcomes: Iterable[Outcome]) -> Outcome:
    """Join by *or*: the highest of not-met, unknown, met; not-met if there are none."""
    return max(outcomes, key=rank, default=Outcome.NOT_MET)
