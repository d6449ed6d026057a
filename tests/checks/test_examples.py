"""Each check has a small registry that is good and one that is bad, found by their place."""

from datetime import date
from pathlib import Path

import pytest

from openness.checks import modules
from openness.core.finding import Finding
from openness.jobs.validate import validate

TODAY = date(2026, 11, 20)
EXAMPLES = Path(__file__).parent / "examples"
_CODES = sorted(folder.name for folder in EXAMPLES.iterdir() if folder.is_dir())


def _findings(root: Path) -> tuple[Finding, ...]:
    return validate(root, TODAY).findings


def _line(finding: Finding) -> str:
    message = finding.message.partition(": expected ")[0]  # what follows lists all predicates, and a new one must not touch this
    return f"{finding.file}:{finding.line}:{finding.column} {finding.code} {message}"


def test_each_check_has_an_example_and_each_example_a_check() -> None:
    assert sorted(modules()) == _CODES
    for code in _CODES:
        names = {path.name for path in (EXAMPLES / code).iterdir()}
        assert names == {"good", "bad", "bad.expected"}, f"{code}: expected the folders good and bad, and bad.expected"


@pytest.mark.parametrize("code", _CODES)
def test_nothing_is_found_in_what_is_good(code: str) -> None:
    assert [_line(finding) for finding in _findings(EXAMPLES / code / "good")] == []


@pytest.mark.parametrize("code", _CODES)
def test_nothing_else_is_found_in_what_is_bad(code: str) -> None:
    assert {finding.code for finding in _findings(EXAMPLES / code / "bad")} == {code}


@pytest.mark.parametrize("code", _CODES)
def test_what_is_bad_is_found_at_its_place_and_said_in_words(code: str) -> None:
    found = [_line(finding) for finding in _findings(EXAMPLES / code / "bad")]
    assert found == (EXAMPLES / code / "bad.expected").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("code", _CODES)
def test_each_finding_points_into_the_text_of_its_record(code: str) -> None:
    for finding in _findings(EXAMPLES / code / "bad"):
        line = (EXAMPLES / code / "bad" / finding.file).read_text(encoding="utf-8").splitlines()[finding.line - 1]
        assert line[finding.column - 1 :].strip(), _line(finding)
        assert line[: finding.column - 1].strip(" ") == "" or line[finding.column - 2] in " [{", _line(finding)


@pytest.mark.parametrize("code", _CODES)
def test_each_example_is_a_few_lines_of_its_own(code: str) -> None:
    for side in ("good", "bad"):
        for path in (EXAMPLES / code / side).rglob("*.yaml"):
            assert len(path.read_text(encoding="utf-8").splitlines()) <= 40, path
