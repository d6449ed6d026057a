"""Validate a registry: read it, check it, and sort what is amiss."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from msgspec import Struct

from openness.checks import Context, run_checks
from openness.core.finding import Finding, Severity
from openness.store.reader import Reading, place_issues, read_registry
from openness.store.tree import outside_finding


class Validation(Struct, frozen=True, kw_only=True):
    """Hold the findings, sorted by place, and how many records were read."""

    root: Path
    findings: tuple[Finding, ...]
    records: int

    @property
    def errors(self) -> int:
        """Count the findings that make the registry invalid."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)


def validate(root: Path, today: date, paths: Iterable[Path] = ()) -> Validation:
    """Validate a registry; with paths, the whole is read and only findings of those files are kept."""
    reading = read_registry(root)
    issues = run_checks(Context(registry=reading.registry, today=today))
    findings = [*reading.findings, *place_issues(reading, issues)]
    wanted = [_relative(root, path) for path in paths]
    if wanted:
        findings = [finding for finding in findings if _is_wanted(finding.file, wanted)]
        findings += _outside(reading, findings, wanted)
    return Validation(root=root, findings=tuple(sorted(findings, key=_order)), records=len(reading.files))


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    return finding.file, finding.line, finding.column, finding.code, finding.message


def _relative(root: Path, path: Path) -> str:
    resolved = path.parent.resolve() / path.name if path.name else path.resolve()
    inside = resolved.is_relative_to(root.resolve())
    return resolved.relative_to(root.resolve()).as_posix() if inside else str(path)


def _is_wanted(file: str, wanted: list[str]) -> bool:
    return any(path in {file, "."} or file.startswith(f"{path.rstrip('/')}/") for path in wanted)


def _outside(reading: Reading, findings: list[Finding], wanted: list[str]) -> list[Finding]:
    """Say which of the named paths hold no record, unless a finding says so already."""
    files = {entry.file for entry in reading.files.values()} | {finding.file for finding in findings}
    return [outside_finding(path) for path in wanted if not any(_is_wanted(file, [path]) for file in files)]
