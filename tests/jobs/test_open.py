"""The compiled registry: made once, made anew after a change, never half."""

import os
import shutil
import sqlite3
from datetime import date
from pathlib import Path

import msgspec
import pytest

from openness.jobs.lookup import read_answer
from openness.jobs.open import open_registry
from openness.jobs.validate import validate
from openness.store.compiled import CannotWriteError, Compiled, Contents, fingerprint, write_compiled

SMALL = Path(__file__).resolve().parents[1] / "cli" / "registry"
TODAY = date(2026, 11, 20)
EMPTY = Contents(answers=(), names=(), facts=())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the small registry."""
    return Path(shutil.copytree(SMALL, tmp_path / "registry"))


def test_a_registry_is_compiled_once(root: Path, tmp_path: Path):
    told: list[str] = []
    open_registry(root, tmp_path / "cache", TODAY, told.append)
    (made,) = (tmp_path / "cache").iterdir()
    before = made.stat().st_mtime_ns
    compiled = open_registry(root, tmp_path / "cache", TODAY, told.append)
    assert made.stat().st_mtime_ns == before
    assert compiled.ids("models") == ["example-lab/sample", "other-lab/tuned"]
    assert told == []


def test_every_change_of_a_file_is_noticed(root: Path):
    seen = {fingerprint(root)}
    record = root / "models" / "other-lab" / "tuned.yaml"
    record.write_text(record.read_text() + "note: more\n")
    seen.add(fingerprint(root))
    os.utime(record, ns=(1, 1))
    seen.add(fingerprint(root))
    record.rename(record.with_name("tuned-2.yaml"))
    seen.add(fingerprint(root))
    record.with_name("tuned-2.yaml").unlink()
    seen.add(fingerprint(root))
    assert len(seen) == 5


@pytest.mark.parametrize("damage", [b"", b"SQLite format 3\0 and then nothing", b"\xff" * 5000])
def test_a_damaged_file_is_made_anew(root: Path, tmp_path: Path, damage: bytes):
    open_registry(root, tmp_path / "cache", TODAY, pytest.fail)
    (made,) = (tmp_path / "cache").iterdir()
    made.write_bytes(damage)
    assert open_registry(root, tmp_path / "cache", TODAY, pytest.fail).ids("licenses")


def test_a_write_that_fails_leaves_the_old_file_and_no_scraps(tmp_path: Path):
    target = tmp_path / "made.sqlite"
    write_compiled(target, "old", EMPTY)
    twice = Contents(answers=[("models", "a", b"{}"), ("models", "a", b"{}")], names=(), facts=())
    with pytest.raises(CannotWriteError, match="cannot write the compiled registry"):
        write_compiled(target, "new", twice)
    assert [path.name for path in tmp_path.iterdir()] == ["made.sqlite"]
    assert Compiled.open(target, "old") is not None


def test_a_file_of_another_version_is_not_read(tmp_path: Path):
    target = tmp_path / "made.sqlite"
    write_compiled(target, "stamp", EMPTY)
    with sqlite3.connect(target) as connection:
        connection.execute("update meta set value = '0 0' where key = 'format'")
    connection.close()
    assert Compiled.open(target, "stamp") is None
    assert Compiled.open(tmp_path / "absent", None) is None


def test_records_that_cannot_be_read_are_told(root: Path, tmp_path: Path):
    (root / "models" / "other-lab" / "tuned.yaml").write_text("name: [")
    told: list[str] = []
    assert open_registry(root, tmp_path / "cache", TODAY, told.append).ids("models") == ["example-lab/sample"]
    assert "1 records hold errors" in told[0]


def test_an_offer_for_variants_that_do_not_exist_is_no_crash(root: Path, tmp_path: Path):
    record = root / "models" / "other-lab" / "tuned.yaml"
    record.write_text(
        record.read_text().replace(
            "training-code: {access: none, evidence: [card]}", "training-code: {access: none, variants: [70b], evidence: [card]}"
        )
    )
    assert open_registry(root, tmp_path / "cache", TODAY, pytest.fail).ids("models")


def test_a_license_that_cannot_be_read_is_no_crash(root: Path, tmp_path: Path):
    record = root / "models" / "other-lab" / "tuned.yaml"
    record.write_text(record.read_text().replace("license: LicenseRef-other-nc", "license: MIT OR ("))
    assert open_registry(root, tmp_path / "cache", TODAY, pytest.fail).ids("models")


def test_a_framework_that_nobody_can_judge_by_is_left_out(root: Path, tmp_path: Path):
    framework = root / "frameworks" / "osaid-1.0.yaml"
    framework.write_text(framework.read_text().replace("predicate: data-described", "predicate: data-inscribed"))
    compiled = open_registry(root, tmp_path / "cache", TODAY, pytest.fail)
    assert compiled.ids("frameworks") == ["mof-1.0-mot", "weights-data-code"]


def test_where_no_cache_can_be_kept_queries_are_answered_all_the_same(root: Path, tmp_path: Path):
    (tmp_path / "cache").write_text("a file, not a folder")
    told: list[str] = []
    compiled = open_registry(root, tmp_path / "cache", TODAY, told.append)
    assert compiled.answer("models", "other-lab/tuned")
    assert "every query will take longer" in told[0]


def test_a_dataset_that_cannot_be_read_opens_no_verdict(root: Path, tmp_path: Path):
    dataset = root / "datasets" / "example-lab" / "corpus.yaml"
    dataset.write_text(dataset.read_text() + "zzz: 1\n")
    told: list[str] = []
    answer = read_answer(open_registry(root, tmp_path / "cache", TODAY, told.append), "example-lab/sample")
    assert answer.components["datasets"].access == "unknown"
    assert answer.verdicts["weights-data-code"].parts["datasets"].state.value == "unknown"


def test_a_framework_cannot_take_the_name_of_a_fact(root: Path, tmp_path: Path):
    (root / "frameworks" / "osaid-1.0.yaml").rename(root / "frameworks" / "commercial-use.yaml")
    compiled = open_registry(root, tmp_path / "cache", TODAY, pytest.fail)
    facts = {record_id: msgspec.json.decode(body) for record_id, body in compiled.facts()}
    assert facts["other-lab/tuned"]["commercial-use"] == "no"
    assert "commercial-use" not in compiled.ids("frameworks")
    assert {found.code for found in validate(root, TODAY).findings} == {"framework-broken"}


def test_a_link_among_the_records_is_no_crash(root: Path, tmp_path: Path):
    (root / "models" / "other-lab" / "loop.yaml").symlink_to("loop.yaml")
    (root / "models" / "other-lab" / "lost.yaml").symlink_to("nowhere")
    assert open_registry(root, tmp_path / "cache", TODAY, pytest.fail).ids("models")
    assert {found.code for found in validate(root, TODAY).findings} == {"link-in-registry"}


@pytest.mark.parametrize(
    "name", ["models/other-lab/b.json.yaml", "models/con/x.yaml", "licenses/index.html.yaml", "datasets/index.html/d.yaml"]
)
def test_a_path_that_pages_or_disks_could_not_hold_is_refused(root: Path, name: str):
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text("name: x")
    assert [found.code for found in validate(root, TODAY).findings] == ["wrong-path"]


@pytest.mark.parametrize("alias", ["Sample 7B", "sample-7b", "example-lab/sample-13b", "Sample Model 13b"])
def test_an_alias_cannot_take_the_name_of_a_variant_or_repository_of_another_model(root: Path, alias: str):
    record = root / "models" / "other-lab" / "tuned.yaml"
    record.write_text(record.read_text().replace("stated_in:", f"aliases: ['{alias}']\nstated_in:"))
    assert "duplicate-name" in {found.code for found in validate(root, TODAY).findings}
