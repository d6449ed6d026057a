"""Findings as JSON in a versioned envelope."""

import msgspec

from openness.core.finding import Finding

SCHEMA_VERSION = "1"


def render(findings: tuple[Finding, ...], folder: str) -> str:
    """Write all findings as one object."""
    envelope = {"schema_version": SCHEMA_VERSION, "registry": folder, "findings": findings}
    return msgspec.json.format(msgspec.json.encode(envelope)).decode() + "\n"
