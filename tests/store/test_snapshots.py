"""What the Hub said is read, and what cannot be read is a finding."""

import json

import pytest

from openness.store.snapshots import read_snapshots

SAID = {
    "schema_version": "1",
    "repo_id": "Example-Lab/Sample-7b",
    "repo_type": "model",
    "asked_at": "2026-11-20T16:43:00Z",
    "state": "present",
    "safetensors": {"BF16": 7},
}


def write(root, text, name="example-lab/Sample-7b.json"):
    path = root / "hub" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_registry_without_snapshots_is_fine(tmp_path):
    assert read_snapshots(tmp_path) == ({}, [])


def test_a_snapshot_is_found_by_its_repository_in_any_case(tmp_path):
    write(tmp_path, json.dumps(SAID))
    found, findings = read_snapshots(tmp_path)
    assert not findings
    assert found["example-lab/sample-7b"].safetensors == {"BF16": 7}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("\ud83d".encode("utf-16", "surrogatepass").decode("latin-1"), "is not JSON"),
        (json.dumps({**SAID, "state": "fine"}), "fine"),
        (json.dumps({**SAID, "stars": 5}), "stars"),
        (json.dumps({**SAID, "safetensors": {"BF16": -1}}), "-1"),
        (json.dumps({**SAID, "repo_id": "other/repo"}), "holds the repository 'other/repo'"),
        (json.dumps([]), "object"),
    ],
)
def test_a_broken_snapshot_is_a_finding_with_its_file(tmp_path, text, words):
    write(tmp_path, text)
    found, [finding] = read_snapshots(tmp_path)
    assert found == {}
    assert (finding.code, finding.file) == ("broken-snapshot", "hub/example-lab/Sample-7b.json")
    assert words in finding.message
