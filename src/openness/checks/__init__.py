"""Checks: one file per finding rule, found by its place.

A module `some_rule` reports findings with the code `some-rule`. Its docstring is its documentation. Its function
`check` gets a `Context` and yields issues. Pure.
"""

import pkgutil
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TypeAlias

from msgspec import Struct

from openness.core.finding import Issue
from openness.core.registry import Registry


class Context(Struct, frozen=True, kw_only=True):
    """Hold what checks look at: the registry, and the day that counts as today."""

    registry: Registry
    today: date


Check: TypeAlias = Callable[[Context], Iterator[Issue]]


@cache
def modules() -> dict[str, ModuleType]:
    """Return the module of every check by its code."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name.replace("_", "-"): import_module(f"{__name__}.{name}") for name in names}


def run_checks(context: Context) -> tuple[Issue, ...]:
    """Run every check over the registry."""
    found: list[Issue] = []
    for module in modules().values():
        check: Check = module.check
        found += check(context)
    return tuple(found)
