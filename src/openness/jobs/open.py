"""Open a registry for queries: the compiled one that fits, made anew where a file has changed."""

import os
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

from openness.store.bundled import bundled, source_folder
from openness.store.compiled import Compiled, fingerprint

SHIPPED = "registry.sqlite"


def open_registry(root: Path, cache: Path, today: date, tell: Callable[[str], None]) -> Compiled:
    """Open the compiled form of a registry.

    `tell` is given a line where records are left out because they hold errors.
    """
    shipped = Compiled.open(root.parent / SHIPPED, None) if root == bundled("registry") else None
    if shipped is not None:
        return shipped
    code = source_folder()
    stamp = f"{fingerprint(root)} {fingerprint(code) if code else ''}"
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
    place = os.path.realpath(root)
    readable = "".join(character if character.isalnum() else "-" for character in place[-40:])
    return f"{readable.strip('-')}-{zlib.crc32(os.fsencode(place)):08x}"
