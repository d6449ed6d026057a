"""The tree: which files make a registry, and what does not belong in it."""

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from openness.core.error import UnreadableError
from openness.core.finding import Finding, Severity
from openness.core.registry import Collection

_SLUG = r"(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:[./]|$))[a-z0-9]+(?:[.-](?!(?:html|json)(?:/|\.yaml$))[a-z0-9]+)*"
_PATHS = {
    Collection.MODELS: re.compile(rf"models/(?P<id>{_SLUG}/{_SLUG})\.yaml"),
    Collection.DATASETS: re.compile(rf"datasets/(?P<id>{_SLUG}/{_SLUG})\.yaml"),
    Collection.LICENSES: re.compile(r"licenses/(?P<id>[A-Za-z0-9](?:[A-Za-z0-9.+-]*[A-Za-z0-9+])?(?<!\.html)(?<!\.json))\.yaml"),
    Collection.FRAMEWORKS: re.compile(rf"frameworks/(?P<id>{_SLUG})\.yaml"),
}
_EXPECTED = {
    Collection.MODELS: "models/<developer>/<release>.yaml",
    Collection.DATASETS: "datasets/<publisher>/<dataset>.yaml",
    Collection.LICENSES: "licenses/<SPDX id or LicenseRef-...>.yaml",
    Collection.FRAMEWORKS: "frameworks/<id>.yaml",
}
_MACHINE_WRITTEN = (".fingerprint",)


class RecordFile(Struct, frozen=True, kw_only=True, order=True):
    """Name one file of the registry and the record that it holds; `file` is relative to the registry."""

    collection: Collection
    id: str
    file: str


class Tree(Struct, frozen=True, kw_only=True):
    """List the record files of a registry, sorted, and what is wrong with its paths."""

    root: Path
    files: tuple[RecordFile, ...]
    findings: tuple[Finding, ...]


def read_tree(root: Path) -> Tree:
    """List a registry's files; raise UnreadableError where there is no registry."""
    if not root.is_dir():
        raise UnreadableError(f"no registry at {str(root)!r}: expected a folder that holds models/, datasets/, licenses/, frameworks/")
    if not any((root / collection).is_dir() for collection in Collection):
        raise UnreadableError(f"{str(root)!r} holds none of models/, datasets/, licenses/, frameworks/: expected a registry")
    files: list[RecordFile] = []
    findings: list[Finding] = []
    for collection in Collection:
        for path in sorted(_walk(root, collection)):
            record, finding = _classify(root, collection, path)
            files += [record] if record else []
            findings += [finding] if finding else []
    return Tree(root=root, files=tuple(files), findings=(*findings, *_collisions(files)))


def _stop(error: OSError) -> None:
    """Refuse to go on where a folder cannot be read: what could not be looked at is not fine."""
    if not isinstance(error, FileNotFoundError):
        raise UnreadableError(f"cannot read {error.filename!r}: {error.strerror}") from error


def _walk(root: Path, collection: Collection) -> Iterator[str]:
    """Yield every file below a collection, relative to the registry, with forward slashes."""
    for folder, folders, names in os.walk(root / collection, onerror=_stop):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in [*names, *(name for name in folders if Path(folder, name).is_symlink())]:
            yield Path(folder, name).relative_to(root).as_posix()


def _classify(root: Path, collection: Collection, file: str) -> tuple[RecordFile | None, Finding | None]:
    if (root / file).is_symlink() or not _inside(root, file):
        return None, _finding("link-in-registry", file, "a link", "put the file itself here")
    if not (root / file).is_file():
        return None, _finding("wrong-path", file, f"not a file that can be read: {file!r}", "put a regular file here")
    match = _PATHS[collection].fullmatch(file)
    if match:
        return RecordFile(collection=collection, id=match["id"], file=file), None
    if file.rpartition("/")[2].startswith(".") or file.endswith(_MACHINE_WRITTEN):
        return None, None
    return None, _finding("wrong-path", file, f"not the path of a record: {file!r}", f"expected {_EXPECTED[collection]}, in lower case")


def _inside(root: Path, file: str) -> bool:
    return (root / file).resolve().is_relative_to(root.resolve())


def _collisions(files: list[RecordFile]) -> Iterator[Finding]:
    """Yield a finding for every path that differs from another in case only."""
    by_folded = defaultdict(list)
    for record in files:
        by_folded[record.file.casefold()].append(record.file)
    for same in by_folded.values():
        for file in same[1:]:
            yield _finding("colliding-path", file, f"differs from {same[0]!r} in case only", "some disks hold only one of them: rename it")


def _finding(code: str, file: str, message: str, hint: str) -> Finding:
    printable = os.fsencode(file).decode(errors="replace")
    return Finding(code=code, severity=Severity.ERROR, message=message, file=printable, hint=hint)


def outside_finding(file: str) -> Finding:
    """Say that a path that was named is no record of the registry."""
    return _finding(
        "wrong-path", file, f"no record of this registry: {file!r}", "name a file below models/, datasets/, licenses/ or frameworks/"
    )
