"""Rules of the lineage audit: one file each, found by its place.

A module holds `RULE` (its id), `check(case)` which yields findings, and perhaps `CONTESTED`, one sentence on unsettled law.
Rules read the facts of licenses, never a matrix of pairs. Pure.
"""

import pkgutil
from functools import cache
from importlib import import_module
from types import ModuleType

_SUPPORT = frozenset({"case", "engine", "resolve"})


@cache
def rule_modules() -> tuple[ModuleType, ...]:
    """Return the module of every rule, by id."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name not in _SUPPORT)
    return tuple(sorted((import_module(f"{__name__}.{name}") for name in names), key=lambda module: str(module.RULE)))
