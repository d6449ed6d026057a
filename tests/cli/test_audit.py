"""Audit lineage as a person does."""

import gzip
import json

import pytest

ROWS = [
    {"id": "lab/base", "license": "LicenseRef-other-nc"},
    {"id": "lab/open", "license": "apache 2.0", "base_model": "lab/base", "base_model_relation": "finetune"},
    {"id": "lab/kept", "license": "other", "license_name": "licenseref-other-nc", "base_model": ["LAB/Base"]},
    {"id": "lab/silent", "license": None, "base_model": "lab/base"},
    {"id": "lab/tagged", "license": "apache-2.0", "tags": ["base_model:lab/base", "base_model:quantized:lab/base"]},
    {"id": "lab/alone", "license": "apache-2.0"},
    {"id": "lab/lost", "license": "apache-2.0", "base_model": "nobody/nothing"},
]
VERDICTS = {"lab/open": "conflict", "lab/kept": "obligations", "lab/silent": "unknown", "lab/tagged": "conflict", "lab/lost": "unknown"}


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "models.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in ROWS) + "\n", encoding="utf-8")
    return path


def verdicts(ran):
    return {row["id"]: row["verdict"] for row in map(json.loads, ran.out.splitlines())}


def test_a_table_is_audited_row_by_row(command, table):
    ran = command("audit", "--table", str(table), "--format", "jsonl")
    found = verdicts(ran)
    assert {name: found[name] for name in ("lab/open", "lab/silent", "lab/tagged", "lab/lost")} == {
        name: VERDICTS[name] for name in ("lab/open", "lab/silent", "lab/tagged", "lab/lost")
    }
    assert found["lab/kept"] != "conflict"
    assert "lab/alone" not in found
    assert ran.code == 1


def test_a_packed_table_and_one_of_commas_say_the_same(command, table, tmp_path):
    plain = command("audit", "--table", str(table), "--format", "jsonl").out
    packed = tmp_path / "models.jsonl.gz"
    packed.write_bytes(gzip.compress(table.read_bytes()))
    assert command("audit", "--table", str(packed), "--format", "jsonl").out == plain
    commas = tmp_path / "models.csv"
    commas.write_text(
        "id,license,base_model,relation\nlab/base,LicenseRef-other-nc,,\nlab/open,apache-2.0,lab/base; lab/base,merge\n", encoding="utf-8"
    )
    assert verdicts(command("audit", "--table", str(commas), "--format", "jsonl")) == {"lab/open": "conflict"}


def test_the_envelope_counts_and_says_that_it_is_no_advice(command, table):
    answer = json.loads(command("audit", "--table", str(table), "--least", "conflict", "--format", "json").out)
    assert (answer["schema_version"], answer["not_legal_advice"]) == ("1", True)
    assert answer["verdicts"]["conflict"] == 2
    assert {finding["status"] for model in answer["models"] for finding in model["findings"]} == {"conflict"}


def test_the_records_of_the_registry_are_audited(command):
    ran = command("audit")
    assert "example-lab/sample  Apache-2.0" in ran.out
    assert "Not legal advice." in ran.out
    assert command("audit", "tuned").out.startswith("other-lab/tuned")


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("a.jsonl", "{\n", "a.jsonl:1: no JSON"),
        ("a.jsonl", '{"id": "x/y"}\n[1]\n', "a.jsonl:2: expected an object with an id"),
        ("a.jsonl", "[" * 100_000, "a.jsonl:1: no JSON"),
        ("a.csv", "name,license\nx,y\n", "a.csv:1: expected a column id"),
        ("a.jsonl.gz", "no gzip", "cannot read"),
        ("a.jsonl", b"\xff\xfe\x00", "cannot read"),
    ],
)
def test_a_table_that_cannot_be_read_is_an_error_with_its_line(command, tmp_path, name, body, words):
    (tmp_path / name).write_bytes(body if isinstance(body, bytes) else body.encode())
    ran = command("audit", "--table", name)
    assert ran.code == 2
    assert words in ran.err


def test_names_and_a_table_do_not_go_together(command, table):
    assert command("audit", "sample", "--table", str(table)).code == 2


@pytest.mark.real
def test_fifteen_thousand_real_models_are_audited(command, project):
    file = project.parent / "shared" / "hub" / "bulk" / "radar_hf_2026-08-22.jsonl.gz"
    if not file.is_file():
        pytest.skip("the recorded table of models is not beside this checkout")
    ran = command("audit", "--table", str(file), "--format", "jsonl", "--registry", str(project / "registry"))
    rows = [json.loads(line) for line in ran.out.splitlines()]
    conflicts = [finding for row in rows for finding in row["findings"] if finding["status"] == "conflict"]
    assert len(rows) > 8000
    assert len(conflicts) > 50
    assert all(
        finding["license"] and finding["rule"] and (finding["clause"] or finding["secondary"])
        for finding in conflicts
        if finding["rule"] != "R04"
    )
    assert not [row["id"] for row in rows if row["declared"] is None and row["verdict"] == "conflict"]
