"""Read a registry from the disk: records as types, and a finding for whatever is no record."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast

import msgspec

from openness.core.error import UnreadableError
from openness.core.finding import Finding, Issue, Place, Severity
from openness.core.registry import Collection, Record, Registry
from openness.store.decode import decode
from openness.store.explain import explain
from openness.store.schema import fits
from openness.store.snapshots import read_snapshots
from openness.store.strict_yaml import MAX_BYTES, Document, read_document
from openness.store.tree import RecordFile, Tree, read_tree


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what could be read of a registry and findings for the rest."""

    root: Path
    registry: Registry
    files: Mapping[tuple[Collection, str], RecordFile]
    findings: tuple[Finding, ...]


def read_registry(root: Path) -> Reading:
    """Read every record; what is amiss in the data becomes findings, an absent registry UnreadableError."""
    tree = read_tree(root)
    records: dict[Collection, dict[str, Record]] = {collection: {} for collection in Collection}
    unreadable: set[tuple[Collection, str]] = set()
    findings = list(tree.findings)
    for entry in tree.files:
        record, wrong = _read_record(tree, entry)
        findings += wrong
        if record is None:
            unreadable.add((entry.collection, entry.id))
        else:
            records[entry.collection][entry.id] = record
    hub, broken = read_snapshots(root)
    findings += broken
    registry = Registry(
        models=cast("dict[str, object]", records[Collection.MODELS]),  # type: ignore[arg-type] # sorted apart by collection
        datasets=records[Collection.DATASETS],  # type: ignore[arg-type] # likewise
        licenses=records[Collection.LICENSES],  # type: ignore[arg-type] # likewise
        frameworks=records[Collection.FRAMEWORKS],  # type: ignore[arg-type] # likewise
        hub=hub,
        unreadable=frozenset(unreadable),
    )
    files = {(entry.collection, entry.id): entry for entry in tree.files}
    return Reading(root=root, registry=registry, files=files, findings=tuple(findings))


def _read_record(tree: Tree, entry: RecordFile) -> tuple[Record | None, list[Finding]]:
    document = read_document(_read_bytes(tree.root / entry.file))
    if document.problems:
        return None, [
            _finding("not-readable", entry, problem.message, problem.line, problem.column, problem.hint) for problem in document.problems
        ]
    if not fits(entry.collection, document.value):
        return None, _shape_findings(entry, document)
    try:
        return decode(entry.collection, document.value), []
    except msgspec.ValidationError as error:
        return None, [_finding("wrong-value", entry, str(error), 1, 1, None)]


def _read_bytes(path: Path) -> bytes:
    """Read at most one byte more than a record may have, so that a huge file costs nothing."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnreadableError(f"cannot read {str(path)!r}: {error.strerror}") from error


def _shape_findings(entry: RecordFile, document: Document) -> list[Finding]:
    findings = []
    for problem in explain(entry.collection, document.value):
        line, column = document.locate(problem.path, at_key=problem.at_key)
        where = "/".join(str(step) for step in problem.path)
        message = f"{where}: {problem.message}" if where and not problem.at_key else problem.message
        findings.append(_finding(problem.code, entry, message, line, column, problem.hint))
    return findings


def _finding(code: str, entry: RecordFile, message: str, line: int, column: int, hint: str | None) -> Finding:
    return Finding(
        code=code, severity=Severity.ERROR, message=message, file=entry.file, line=line, column=column, hint=hint, record=entry.id
    )


def place_issues(reading: Reading, issues: Iterable[Issue]) -> tuple[Finding, ...]:
    """Turn the places of issues into file, line and column; each file is read once more at most."""
    documents: dict[tuple[Collection, str], Document] = {}
    return tuple(
        _place(reading, documents, issue) for issue in sorted(issues, key=lambda issue: (issue.place.collection, issue.place.record))
    )


def _place(reading: Reading, documents: dict[tuple[Collection, str], Document], issue: Issue) -> Finding:
    place: Place = issue.place
    key = (place.collection, place.record)
    entry = reading.files[key]
    if key not in documents:
        documents[key] = read_document(_read_bytes(reading.root / entry.file))
    line, column = documents[key].locate(place.path, at_key=place.at_key)
    where = "/".join(str(step) for step in place.path)
    return Finding(
        code=issue.code,
        severity=issue.severity,
        message=f"{where}: {issue.message}" if where else issue.message,
        file=entry.file,
        line=line,
        column=column,
        hint=issue.hint,
        record=place.record,
    )
