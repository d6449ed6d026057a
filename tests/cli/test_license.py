"""Identify and learn license texts as a person does."""

import json

import pytest

TEXT = """Sample Terms, Version 1.0

1. Anyone may use the files for any purpose, as long as this text stays with every copy of them and of what is made from them.

2. Whoever changes the files must say so on the first page, with the day on which it was done and the name of who did it.
"""


@pytest.fixture
def learned(command, tmp_path):
    """Learn a text as Apache-2.0, the license of the small registry."""
    (tmp_path / "terms.txt").write_text(TEXT, encoding="utf-8")
    ran = command("license", "learn", "terms.txt", "--as", "Apache-2.0", "--source", "https://example.org/terms", "--registry", "registry")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.strip() == "registry/licenses/Apache-2.0.fingerprint"
    return command


def identified(command, tmp_path, text):
    (tmp_path / "asked.txt").write_text(text, encoding="utf-8")
    ran = command("license", "identify", "asked.txt", "--format", "json")
    assert ran.code == 0
    return json.loads(ran.out)


def test_a_learned_text_is_recognized(learned, tmp_path):
    answer = identified(learned, tmp_path, TEXT.upper())
    assert (answer["schema_version"], answer["kind"], answer["license"]) == ("1", "exact", "Apache-2.0")
    assert learned("license", "identify", "asked.txt").out == "+ exact: Apache-2.0\n  Apache-2.0, word for word\n"


def test_a_changed_text_is_told_apart_with_its_line(learned, tmp_path):
    answer = identified(learned, tmp_path, TEXT.replace("any purpose", "private purposes"))
    assert (answer["kind"], answer["license"], answer["nearest"]) == ("modified", None, "Apache-2.0")
    printed = learned("license", "identify", "asked.txt").out
    assert "line 3: changed: private purposes, 2 words of the license are not there" in printed


@pytest.mark.usefixtures("learned")
def test_no_text_of_a_license_is_kept(tmp_path):
    kept = (tmp_path / "registry" / "licenses" / "Apache-2.0.fingerprint").read_text(encoding="utf-8").lower()
    assert not any(word in kept for word in ("anyone", "purpose", "whoever", "changes"))


def test_the_registry_stays_valid_with_a_fingerprint_in_it(learned):
    assert "fingerprint" not in learned("validate").out


@pytest.mark.parametrize("body", [b"\x00\x01\x02" * 1000, b"a " * 1_500_000, b""], ids=["binary", "huge", "empty"])
def test_what_is_no_license_text_is_unknown(learned, tmp_path, body):
    (tmp_path / "asked.txt").write_bytes(body)
    assert learned("license", "identify", "asked.txt").out.startswith("? unknown: no license\n")


def test_a_file_that_is_not_there_is_an_error(command):
    ran = command("license", "identify", "nothing.txt")
    assert ran.code == 2
    assert "nothing.txt" in ran.err


def test_what_is_no_license_text_is_not_learned(command, tmp_path):
    (tmp_path / "short.txt").write_text("MIT", encoding="utf-8")
    ran = command("license", "learn", "short.txt", "--as", "MIT", "--registry", "registry")
    assert ran.code == 2
    assert "at least 20 words" in ran.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("why", "Apache-2.0", "comercial-use"), "did you mean 'commercial-use'?"),
        (("why", "Apache-2.0", "zzz"), "expected one of"),
        (("why", "nothing", "commercial-use"), "no license goes by 'nothing'"),
        (("compare", "Apache-2.0"), "1 names, expected 2 to 6"),
    ],
)
def test_a_question_that_cannot_be_answered_is_an_error(command, words, said):
    ran = command("license", *words)
    assert ran.code == 2
    assert said in ran.err
