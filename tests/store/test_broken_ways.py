"""Every way to break a record that somebody thought of leads to its finding, at its place, and to no exception."""

import os
import shutil
from datetime import date
from pathlib import Path

import msgspec
import pytest

from openness.core.finding import Finding, Severity
from openness.jobs.validate import validate
from openness.store.strict_yaml import read_document

TODAY = date(2026, 11, 20)
_HERE = Path(__file__).parent
_BASE = _HERE / "base_registry"


class Edit(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Say how a file is made or changed."""

    find: str | None = None
    replace: str = ""
    text: str | None = None
    times: int = 1
    bytes_hex: str | None = None
    link: str | None = None


class Way(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Name one way to break a registry, and what must be found."""

    name: str
    file: str
    edit: Edit
    code: str
    at: str | None = None
    line: int | None = None
    column: int | None = None
    hint: str = ""
    case: bool = False

    def is_found_in(self, finding: Finding) -> bool:
        """Tell whether a finding is the one that was expected."""
        return (
            finding.severity is Severity.ERROR
            and finding.code == self.code
            and finding.file == (self.at or self.file)
            and self.line in (None, finding.line)
            and self.column in (None, finding.column)
            and self.hint in (finding.hint or "")
        )


def _ways() -> list[Way]:
    document = read_document((_HERE / "broken_ways.yaml").read_bytes())
    assert document.problems == ()
    return msgspec.convert(document.value, list[Way])


WAYS = _ways()


def _break(root: Path, way: Way) -> None:
    target, edit = root / way.file, way.edit
    target.parent.mkdir(parents=True, exist_ok=True)
    if edit.link is not None:
        target.symlink_to(edit.link)
    elif edit.find is not None:
        before = target.read_text(encoding="utf-8")
        assert before.count(edit.find) == 1, f"{edit.find!r} does not stand in {way.file} exactly once"
        target.write_text(before.replace(edit.find, edit.replace), encoding="utf-8")
    elif edit.text is not None:
        target.write_text(edit.text * edit.times, encoding="utf-8")
    else:
        target.write_bytes(bytes.fromhex(edit.bytes_hex or ""))


def _folds_case(folder: Path) -> bool:
    (folder / "a").touch()
    return (folder / "A").exists()


def test_a_file_name_that_is_no_text_is_found_out_and_can_be_printed(tmp_path: Path) -> None:
    root = tmp_path / "registry"
    shutil.copytree(_BASE, root)
    try:
        (root / "models" / "example-lab" / os.fsdecode(b"sample-\xff.yaml")).write_text("name: Sample\n", encoding="utf-8")
    except OSError:
        pytest.skip("this disk holds names that are text only")
    (finding,) = validate(root, TODAY).findings
    assert finding.code == "wrong-path"
    assert b"wrong-path" in msgspec.json.encode(finding)


def test_the_base_registry_is_good() -> None:
    validation = validate(_BASE, TODAY)
    assert validation.findings == ()
    assert validation.records == 5


def test_no_way_is_listed_twice() -> None:
    names = [way.name for way in WAYS]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_a_broken_record_is_found_out(way: Way, tmp_path: Path) -> None:
    if way.case and _folds_case(tmp_path):
        pytest.skip("this disk does not tell A from a")
    root = tmp_path / "registry"
    shutil.copytree(_BASE, root)
    _break(root, way)
    findings = validate(root, TODAY).findings
    assert any(map(way.is_found_in, findings)), [(finding.code, finding.file, finding.line, finding.column) for finding in findings]


@pytest.mark.parametrize("way", [way for way in WAYS if way.edit.find], ids=lambda way: way.name)
def test_a_broken_record_leaves_the_others_alone(way: Way, tmp_path: Path) -> None:
    root = tmp_path / "registry"
    shutil.copytree(_BASE, root)
    _break(root, way)
    blamed = {finding.file for finding in validate(root, TODAY).findings if finding.severity is Severity.ERROR}
    assert way.file in blamed or way.at in blamed
    assert blamed <= {way.file, way.at, "models/example-lab/sample-chat.yaml"}  # which is made from the other one
