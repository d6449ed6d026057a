"""Findings as lines: file:line:column code message, and a hint below."""

from openness.core.escape import for_terminal_line
from openness.core.finding import Finding


def render(findings: tuple[Finding, ...], folder: str) -> str:
    """Write one line per finding; the folder stands before each file."""
    return "".join(_line(finding, folder) for finding in findings)


def _line(finding: Finding, folder: str) -> str:
    where = f"{folder}/{finding.file}".removeprefix("./")
    head = f"{where}:{finding.line}:{finding.column}: {finding.severity.value} {finding.code}: {finding.message}"
    hint = f"\n    hint: {for_terminal_line(finding.hint)}" if finding.hint else ""
    return f"{for_terminal_line(head)}{hint}\n"
