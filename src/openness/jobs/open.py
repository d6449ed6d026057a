"""Open a registry for queries: the compiled one that fits, made anew where a file has changed."""

import hashlib
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

from openness.store.bundled import bundled
from openness.store.compiled import Compiled, fingerprint

SHIPPED = "registry.sqlite"


def open_registry(root: Path, cache: Path, today: date, tell: Callable[[str], None]) -> Compiled:
    """Open the compiled form of a registry.

    `tell` is given a line where records are left out because they hold errors.
    """
    shipped = Compiled.open(root.parent / SHIPPED, None) if root == bundled("registry") else None
    if shipped is not None:
        return shipped
    stamp = fingerprint(root)
    target = cache / f"{_name_of_place(root)}.sqlite"
    found = Compiled.open(target, stamp)
    if found is not None:
        return found
    from openness.jobs.compile import compile_registry

    unreadable = compile_registry(root, target, stamp, today)
    if unreadable:
        tell(f"{unreadable} records hold errors and are left out; see: openness validate --registry {root}")
    return Compiled(target)


def _name_of_place(root: Path) -> str:
    """Name the cache file of a registry by where it lies."""
    return hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:16]
