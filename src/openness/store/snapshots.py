"""The machine-written half of a registry: one JSON file per repository of the Hub, below `hub/`."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import jsonschema_rs
import msgspec

from openness.core.error import UnreadableError
from openness.core.finding import Finding, Severity
from openness.core.hub import Snapshot
from openness.store.schema import self_contained

FOLDER = "hub"


def read_snapshots(root: Path) -> tuple[dict[str, Snapshot], list[Finding]]:
    """Read every snapshot by the folded id of its repository; what is amiss becomes findings."""
    found: dict[str, Snapshot] = {}
    findings: list[Finding] = []
    for path in _files(root):
        file = path.relative_to(root).as_posix()
        problem, snapshot = _read(path)
        if snapshot is not None and file.removeprefix(f"{FOLDER}/").casefold() != f"{snapshot.repo_id}.json".casefold():
            problem = f"holds the repository {snapshot.repo_id!r}"
        if problem or snapshot is None:
            findings.append(_finding(file, problem))
        else:
            found[snapshot.repo_id.casefold()] = snapshot
    return found, findings


def _files(root: Path) -> Iterator[Path]:
    try:
        yield from sorted((root / FOLDER).glob("*/*.json"))
    except OSError as error:
        raise UnreadableError(f"cannot read {str(root / FOLDER)!r}: {error.strerror}") from error


def _read(path: Path) -> tuple[str, Snapshot | None]:
    try:
        body = path.read_bytes()
    except OSError as error:
        raise UnreadableError(f"cannot read {str(path)!r}: {error.strerror}") from error
    try:
        value = json.loads(body)
        problem = next((error.message for error in _screen().iter_errors(value)), "")
        return problem, None if problem else msgspec.convert(value, Snapshot)
    except (ValueError, RecursionError) as error:
        return f"is not JSON: {error}", None


@cache
def _screen() -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(self_contained("hub"), validate_formats=True)


def _finding(file: str, problem: str) -> Finding:
    return Finding(
        code="broken-snapshot",
        severity=Severity.ERROR,
        message=f"what the Hub said cannot be read: {problem[:300]}",
        file=file,
        hint="machines write this folder; take the file away or write it anew",
    )
