"""Predicates: the questions that frameworks compose, one file each, found by its place.

A module `some_name` holds one class `SomeName`, known to frameworks as `some-name`. Its fields are the arguments.
"""

import pkgutil
from functools import cache
from importlib import import_module
from typing import Protocol

from openness.core.verdict import Judgement
from openness.rules.coverage import Subject


class Predicate(Protocol):
    """Judge one thing about a model."""

    def judge(self, subject: Subject) -> Judgement:
        """Answer with outcome, reason, evidence and remedy."""


@cache
def predicates() -> dict[str, type[Predicate]]:
    """Return every predicate by the name that frameworks use."""
    found = {}
    for module in pkgutil.iter_modules(__path__):
        class_name = "".join(word.capitalize() for word in module.name.split("_"))
        found[module.name.replace("_", "-")] = getattr(import_module(f"{__name__}.{module.name}"), class_name)
    return found
