"""Findings as SARIF 2.1.0, for code scanning."""

import hashlib

import msgspec

from openness import __version__
from openness.core.finding import Finding, Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def render(findings: tuple[Finding, ...], folder: str) -> str:
    """Write one run with a rule per code."""
    codes = sorted({finding.code for finding in findings})
    run = {
        "tool": {"driver": {"name": "openness", "version": __version__, "rules": [_rule(code) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, folder, codes.index(finding.code)) for finding in findings],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(msgspec.json.encode(log)).decode() + "\n"


def _rule(code: str) -> dict[str, object]:
    return {"id": code, "name": "".join(word.capitalize() for word in code.split("-"))}


def _result(finding: Finding, folder: str, rule: int) -> dict[str, object]:
    uri = f"{folder}/{finding.file}".removeprefix("./")
    text = f"{finding.message}. Hint: {finding.hint}" if finding.hint else finding.message
    region = {"startLine": finding.line, "startColumn": finding.column}
    digest = hashlib.sha256(f"{finding.code}\0{finding.file}\0{finding.message}".encode()).hexdigest()
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}],
        "partialFingerprints": {"openness/v1": digest},
    }
