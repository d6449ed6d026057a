"""Open a registry for queries: the compiled one that fits, made anew where a file has changed."""

import os
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

from openness.store.bundled import bundled, source_folder
from openness.store.compiled import CannotWriteError, Compiled, fingerprint

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

    def compiled_into(file: Path) -> Compiled:
        unreadable = compile_registry(root, file, stamp, today)
        if unreadable:
            tell(f"{unreadable} records hold errors and are left out; see: openness validate --registry {root}")
        return Compiled(file)

    try:
        return compiled_into(target)
    except CannotWriteError as error:
        tell(f"{error}; every query will take longer")
        return _without_cache(compiled_into)


def _without_cache(compiled_into: Callable[[Path], Compiled]) -> Compiled:
    """Compile into a file that lives as long as the connection to it."""
    import tempfile  # only where no cache can be kept

    with tempfile.TemporaryDirectory(prefix="openness-") as folder:
        compiled = compiled_into(Path(folder) / "registry.sqlite")
        compiled.ids("models")
        return compiled


def _name_of_place(root: Path) -> str:
    """Name the cache file of a registry by where it lies."""
    place = os.path.realpath(root)
    readable = "".join(character if character.isalnum() else "-" for character in place[-40:])
    return f"{readable.strip('-')}-{zlib.crc32(os.fsencode(place)):08x}"
