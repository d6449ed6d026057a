"""Findings in every format."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openness.core.escape import for_csv, for_github_message, for_github_property, for_terminal_line
from openness.core.finding import Finding, Severity
from openness.exports.findings import formats

FINDINGS = (
    Finding(
        code="unknown-key",
        severity=Severity.ERROR,
        message="unknown key 'licence'",
        file="models/a/b.yaml",
        line=3,
        column=5,
        hint="did you mean 'license'?",
    ),
    Finding(code="old-evidence", severity=Severity.WARNING, message="50% old\nvery", file="models/a,b:c.yaml", line=9, column=1),
    Finding(code="hint", severity=Severity.NOTE, message="\x1b[2Jgone", file="models/a/b.yaml"),
)


def test_text_has_a_line_for_each_and_a_hint_below(snapshot):
    assert formats()["text"](FINDINGS, "registry") == snapshot


def test_github_shows_each_beside_its_line(snapshot):
    assert formats()["github"](FINDINGS, "registry") == snapshot


def test_json_is_a_versioned_envelope():
    found = json.loads(formats()["json"](FINDINGS, "registry"))
    assert (found["schema_version"], len(found["findings"])) == ("1", 3)
    assert found["findings"][0]["code"] == "unknown-key"


def test_sarif_names_rules_places_and_fingerprints():
    log = json.loads(formats()["sarif"](FINDINGS, "registry"))
    (run,) = log["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["hint", "old-evidence", "unknown-key"]
    first = run["results"][0]
    assert first["ruleId"] == run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == "unknown-key"
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "registry/models/a/b.yaml"
    assert place["region"] == {"startLine": 3, "startColumn": 5}
    assert len({result["partialFingerprints"]["openness/v1"] for result in run["results"]}) == 3
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]


@pytest.mark.parametrize("name", sorted(formats()))
def test_no_findings_are_no_crash(name):
    assert isinstance(formats()[name]((), "."), str)


@given(st.text())
def test_what_strangers_write_stays_one_line_of_text(text):
    assert not set(for_terminal_line(text)) & {chr(code) for code in (*range(32), 127, *range(0x80, 0xA0), 0x202E)}
    assert "\n" not in for_github_message(text)
    assert not set("\r\n:,") & set(for_github_property(text))
    assert for_csv(text)[:1] not in ("=", "+", "-", "@", "\t", "\r") or text == ""
