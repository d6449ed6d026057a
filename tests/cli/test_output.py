"""What commands print, kept as golden files: read them in the diff."""

import json

import pytest
from jsonschema import Draft202012Validator
from syrupy.assertion import SnapshotAssertion

from openness.store.schema import load_schema


@pytest.mark.parametrize(
    "words",
    [
        ("show", "sample"),
        ("show", "sample", "--all"),
        ("show", "tuned 7b"),
        ("find",),
        ("find", "--where", "weights=public", "--columns", "name,license,parameters,released", "--format", "csv"),
        ("find", "--columns", "all", "--format", "csv"),
        ("compare", "sample", "tuned"),
        ("compare", "sample", "tuned", "--differences"),
        ("explain", "tuned", "osaid-1.0"),
        ("explain", "sample", "mof-1.0-mot"),
        ("explain", "sample", "weights-data-code"),
        ("stats",),
        ("stats", "--coverage"),
        ("stats", "--coverage", "--by", "record", "--of", "models"),
        ("stats", "--unverified"),
        ("stats", "--unverified", "--limit", "1"),
        ("stats", "--coverage", "--unverified", "--of", "datasets", "--format", "json"),
        ("license", "list"),
        ("license", "show", "other nc"),
        ("license", "show", "apache 2.0"),
        ("license", "compare", "apache 2.0", "other nc"),
        ("license", "compare", "apache 2.0", "cc by 4.0", "--differences", "--format", "json"),
        ("license", "why", "other nc", "commercial-use"),
        ("license", "why", "apache-2.0", "distribution", "--format", "json"),
        ("validate",),
        ("validate", "--format", "github"),
    ],
    ids=" ".join,
)
def test_a_command_prints(command, words, snapshot: SnapshotAssertion):
    ran = command(*words)
    assert (ran.code, ran.err) == (0, ran.err)
    assert f"{ran.out}--- stderr\n{ran.err}" == snapshot


@pytest.mark.parametrize("words", [("show", "sample"), ("show", "other-lab/tuned")], ids=" ".join)
def test_the_json_of_show_fits_its_schema(command, words, snapshot: SnapshotAssertion):
    ran = command(*words, "--format", "json")
    answer = json.loads(ran.out)
    assert not list(Draft202012Validator(load_schema("answer")).iter_errors(answer))
    assert answer == snapshot


def test_the_json_of_a_license_fits_its_schema(command):
    answer = json.loads(command("license", "show", "Apache-2.0", "--format", "json").out)
    assert not list(Draft202012Validator(load_schema("answer")).iter_errors(answer))
    assert answer["open"] == {"osi-approved": "met", "osi-or-open-definition": "met", "mof-open": "met", "four-freedoms": "met"}


def test_show_json_has_the_promised_keys(command):
    answer = json.loads(command("show", "sample 7b", "--format", "json").out)
    promised = {"id", "family", "matched", "name", "developer", "released", "kind", "variants", "lineage", "training_data", "components",
                "permissions", "verdicts", "findings"}  # fmt: skip
    assert promised <= set(answer)
    assert answer["matched"] == {"word": "sample 7b", "kind": "variant", "variant": "7b"}
    assert {"repo_id", "parameters", "training_tokens", "tokens_per_parameter"} <= set(answer["variants"]["7b"])
    assert answer["variants"]["7b"]["tokens_per_parameter"] == 20
    assert {"access", "form", "license", "declared", "url", "evidence", "offers"} <= set(answer["components"]["model-parameters-final"])
    assert set(answer["permissions"]["commercial-use"]) == {"answer", "because"}
    assert {part: found["state"] for part, found in answer["verdicts"]["weights-data-code"]["parts"].items()} == {
        "weights": "open",
        "datasets": "open",
        "training-code": "open",
    }


def test_a_command_that_lists_as_json_says_which_version_it_speaks(command):
    for words in (
        ("find",),
        ("stats",),
        ("stats", "--coverage"),
        ("stats", "--coverage", "--by", "record", "--of", "models"),
        ("stats", "--unverified"),
        ("stats", "--unverified", "--limit", "1"),
        ("stats", "--coverage", "--unverified", "--of", "datasets", "--format", "json"),
        ("license", "list"),
        ("compare", "sample", "tuned"),
        ("explain", "sample", "osaid-1.0"),
        ("validate",),
    ):
        assert json.loads(command(*words, "--format", "json").out)["schema_version"] == "1", words


def test_terms_of_a_base_reach_what_was_made_from_it(command):
    answer = json.loads(command("show", "tuned", "--format", "json").out)
    grounds = answer["permissions"]["commercial-use"]["because"]
    assert [(ground["license"], ground["via"], ground["answer"]) for ground in grounds] == [
        ("LicenseRef-other-nc", "other-lab/tuned", "no"),
        ("Apache-2.0", "example-lab/sample", "yes"),
    ]
