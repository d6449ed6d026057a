"""Findings as workflow commands, which GitHub shows beside the lines of a pull request."""

from openness.core.escape import for_github_message, for_github_property
from openness.core.finding import Finding, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(findings: tuple[Finding, ...], folder: str) -> str:
    """Write one command per finding."""
    return "".join(_command(finding, folder) for finding in findings)


def _command(finding: Finding, folder: str) -> str:
    place = {
        "file": f"{folder}/{finding.file}".removeprefix("./"),
        "line": str(finding.line),
        "col": str(finding.column),
        "title": finding.code,
    }
    properties = ",".join(f"{key}={for_github_property(value)}" for key, value in place.items())
    message = f"{finding.message}\nhint: {finding.hint}" if finding.hint else finding.message
    return f"::{_COMMANDS[finding.severity]} {properties}::{for_github_message(message)}\n"
