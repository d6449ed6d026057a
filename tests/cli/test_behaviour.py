"""How commands behave: exit codes, names, streams, and what is done with bad input."""

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from openness import __version__
from openness.cli.main import openness, run


def test_without_words_the_help_is_shown(command):
    ran = command()
    assert ran.code == 2
    assert "Commands:" in ran.err + ran.out


def test_every_command_has_a_help_that_needs_no_registry(command):
    for name in ("build", "compare", "explain", "find", "license", "serve", "show", "stats", "validate"):
        ran = command(name, "--help")
        assert ran.code == 0
        assert ran.out.startswith(f"Usage: openness {name}"), ran.out


def test_the_version_is_told(command):
    assert command("--version").out == f"openness {__version__}\n"


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("show", "samplex"), 2, "no model goes by 'samplex'; did you mean 'Sample'"),
        (("show", "zzzzzz"), 2, "openness find lists all models"),
        (("show", "x" * 500), 2, "expected at most 300"),
        (("show", ""), 2, "no model goes by ''"),
        (("explain", "sample", "osaid"), 2, "did you mean 'osaid-1.0'?"),
        (("explain", "sample", "zzz"), 2, "expected one of"),
        (("find", "--where", "weights=open"), 2, "model-parameters-final is never 'open'"),
        (("find", "--where", "osaid-1.0=no"), 2, "expected met, not-met, unknown or not-applicable"),
        (("find", "--where", "weigths=public"), 2, "did you mean 'weights'?"),
        (("find", "--columns", "nmae"), 2, "did you mean 'name'?"),
        (("find", "--sort", "zzz"), 2, "--fields lists them all"),
        (("compare", "sample"), 2, "1 names, expected 2 to 6"),
        (("license", "show", "appache"), 2, "no license goes by 'appache'"),
        (("show", "sample", "--registry", "absent"), 2, "no registry at 'absent'"),
        (("validate", "--registry", "registry/models"), 2, "expected a registry"),
        (("shwo",), 2, "No such command"),
        (("show", "sample", "--format", "xml"), 2, "is not one of"),
    ],
)
def test_a_wrong_word_is_answered_with_what_was_expected(command, words, code, message):
    ran = command(*words)
    assert ran.code == code
    assert message in ran.err
    assert ran.out == ""


@pytest.mark.parametrize(
    ("word", "record", "variant"),
    [
        ("example-lab/sample", "example-lab/sample", None),
        ("EXAMPLE-LAB/SAMPLE", "example-lab/sample", None),
        ("example-lab/sample-7b", "example-lab/sample", "7b"),
        ("Sample 13B", "example-lab/sample", "13b"),
        ("example-lab/sample#13b", "example-lab/sample", "13b"),
        ("sample_model", "example-lab/sample", None),
        ("tuned", "other-lab/tuned", None),
    ],
)
def test_a_model_answers_to_any_of_its_names(command, word, record, variant):
    answer = json.loads(command("show", word, "--format", "json").out)
    assert (answer["id"], answer["matched"].get("variant")) == (record, variant)


def test_a_misspelling_is_answered_and_said_so(command):
    ran = command("show", "smaple", "--format", "json")
    assert json.loads(ran.out)["matched"] == {"word": "smaple", "kind": "misspelling", "variant": None}
    assert ran.err == "openness: took 'smaple' for Sample\n"


def test_a_dataset_is_shown_too(command):
    ran = command("show", "corpus")
    assert "Corpus  (example-lab/corpus, a dataset)" in ran.out
    assert "Models trained on it: example-lab/sample" in ran.out
    assert json.loads(command("show", "corpus", "--format", "json").out)["id"] == "example-lab/corpus"


def test_a_query_sees_a_record_that_was_edited(command):
    assert "Sample is open source." in command("show", "sample").out
    record = Path("registry/models/example-lab/sample.yaml")
    record.write_text(record.read_text().replace("Sample is open source.", "Sample is closed."))
    assert "Sample is closed." in command("show", "sample").out


def test_a_record_with_errors_is_left_out_and_said_so(command):
    record = Path("registry/models/other-lab/tuned.yaml")
    record.write_text(record.read_text().replace("kind: chat", "kind: chta"))
    ran = command("show", "sample")
    assert ran.code == 0
    assert "1 records hold errors and are left out" in ran.err
    assert command("show", "tuned").code == 2
    found = command("validate")
    assert found.code == 1
    assert "registry/models/other-lab/tuned.yaml:5:7: error unknown-word: kind: 'chta' is not in the list" in found.out
    assert "hint: did you mean 'chat'?" in found.out


def test_only_the_findings_of_named_files_are_shown(command):
    for name in ("models/other-lab/tuned.yaml", "models/example-lab/sample.yaml"):
        record = Path("registry") / name
        record.write_text(record.read_text().replace("developer:", "developper:"))
    ran = command("validate", "registry/models/other-lab/tuned.yaml")
    assert ran.code == 1
    assert "tuned.yaml" in ran.out
    assert "sample.yaml" not in ran.out


def test_a_named_file_that_is_no_record_is_a_finding(command):
    assert "wrong-path" in command("validate", "registry/models/absent.yaml").out
    assert command("validate", "README.md").code == 1


def test_an_old_source_is_a_warning_and_an_error_only_when_strict(command):
    assert command("validate", "--today", "2028-01-01").code == 0
    ran = command("validate", "--today", "2028-01-01", "--strict")
    assert ran.code == 1
    assert "was read 426 days ago" in ran.out


@pytest.mark.parametrize("kind", ["text", "json", "github", "sarif"])
def test_findings_come_in_every_format(command, kind):
    record = Path("registry/models/other-lab/tuned.yaml")
    record.write_text(record.read_text().replace("name: Tuned", 'name: "Tu\\x1b[31mned"'))
    ran = command("validate", "--format", kind)
    assert ran.code == 1
    assert "\x1b" not in ran.out
    if kind in ("json", "sarif"):
        json.loads(ran.out)


def test_a_record_cannot_drive_the_terminal(command):
    record = Path("registry/models/example-lab/sample.yaml")
    record.write_text(record.read_text().replace("note: The card once", "note: The <b>card</b> %0A once"))
    shown = command("show", "sample").out
    assert "The <b>card</b> %0A once" in shown
    record.write_text(record.read_text().replace("note: The", 'note: "The\\x9b31m'))
    assert "not-readable" in command("validate").out


def test_colors_are_for_terminals_and_whoever_asks(command, monkeypatch: pytest.MonkeyPatch):
    assert "\x1b[" not in command("show", "sample").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in command("show", "sample").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in command("show", "sample").out


def test_a_cell_that_a_spreadsheet_would_run_is_quoted(command):
    record = Path("registry/models/example-lab/sample.yaml")
    record.write_text(record.read_text().replace("developer: Example Lab", "developer: '=1+1'"))
    assert "'=1+1" in command("find", "--format", "csv", "--columns", "developer").out


def test_the_site_is_built_and_not_over_foreign_files(command):
    assert command("build", "--output", "out").code == 0
    assert Path("out/models/example-lab/sample/index.html").is_file()
    assert command("build", "--output", "out").code == 0
    Path("mine").mkdir()
    Path("mine/thesis.txt").write_text("years of work")
    ran = command("build", "--output", "mine")
    assert (ran.code, Path("mine/thesis.txt").read_text()) == (2, "years of work")
    assert "name another folder" in ran.err


@pytest.mark.parametrize("output", ["registry/site", "registry", ".", "link", "file"])
def test_the_site_is_not_built_into_the_registry_nor_over_links_and_files(command, output):
    Path("elsewhere").mkdir()
    Path("link").symlink_to("elsewhere")
    Path("file").write_text("mine")
    before = sorted(path for path in Path().rglob("*"))
    assert command("build", "--output", output).code == 2
    assert sorted(path for path in Path().rglob("*")) == before


def test_the_settings_of_a_git_repository_in_the_registry_run_nothing(command):
    for name in ("refs", "objects"):
        Path(f"registry/{name}").mkdir()
    Path("registry/HEAD").write_text("ref: refs/heads/main\n")
    Path("registry/config").write_text("[core]\n\tbare = true\n\tfsmonitor = touch ran\n[alias]\n\tlog = !touch ran\n")
    assert command("build", "--output", "out").code == 0
    assert not Path("ran").exists()


def test_a_day_that_is_none_is_refused(command, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    ran = command("build", "--output", "out")
    assert (ran.code, "expected seconds since 1970" in ran.err) == (2, True)


def test_a_pipe_among_the_records_is_a_finding_and_not_waited_for(command):
    os.mkfifo("registry/models/other-lab/pipe.yaml")
    ran = command("validate")
    assert ran.code == 1
    assert "not a file that can be read" in ran.out


def test_a_build_leaves_broken_records_out_and_says_so(command):
    Path("registry/models/other-lab/tuned.yaml").write_text("name: [")
    ran = command("build", "--output", "out")
    assert ran.code == 1
    assert "1 records hold errors" in ran.err


def test_a_closed_pipe_is_no_crash(project: Path):
    shown = subprocess.run(
        f"{sys.executable} -c 'from openness.cli.main import run; run([\"find\", \"--columns\", \"all\"])' | head -c 10",
        shell=True, capture_output=True, text=True, cwd=project, env={**os.environ}, check=False,
    )  # fmt: skip
    assert "Traceback" not in shown.stderr


def test_a_crash_asks_for_a_report(capsys: pytest.CaptureFixture[str]):
    openness.add_command(click.Command("crash", callback=lambda: 1 // 0), "crash")
    try:
        with pytest.raises(ZeroDivisionError):
            run(["crash"])
        assert "crashed, which is a bug" in capsys.readouterr().err
    finally:
        openness.commands.pop("crash")
