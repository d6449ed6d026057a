"""Findings for people and machines: one file per format, found by its place."""

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import TypeAlias

from openness.core.finding import Finding

Render: TypeAlias = Callable[[tuple[Finding, ...], str], str]


@cache
def formats() -> dict[str, Render]:
    """Return the renderer of every format; it takes findings and the folder that their files are relative to."""
    return {module.name: import_module(f"{__name__}.{module.name}").render for module in pkgutil.iter_modules(__path__)}
