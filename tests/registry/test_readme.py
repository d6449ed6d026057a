"""What the README shows is what the command prints."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
README = (PROJECT / "README.md").read_text(encoding="utf-8")


def printed(*words: str) -> str:
    code = "from openness.cli.main import run; run()"
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
    ran = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True, cwd=PROJECT, env=environment)
    return ran.stdout


def test_the_screen_of_show_is_what_is_printed():
    (block,) = re.findall(r"The first screen of `openness show \"llama 2\"`:\n\n```\n(.*?)\n```", README, re.DOTALL)
    assert printed("show", "meta/llama-2").startswith(block)
    assert len(block.splitlines()) > 30


def test_the_table_of_find_is_what_is_printed():
    (command, block) = re.findall(r"```\n\$ openness (find .*?)\n(.*?)\n```", README, re.DOTALL)[0]
    assert printed(*shlex.split(command)).strip() == block


@pytest.mark.parametrize(
    "command", re.findall(r"^\| .* \| `openness (show|find|compare|explain|license|stats)(.*?)` \|$", README, re.MULTILINE)
)
def test_every_command_of_the_readme_works(command):
    assert printed(command[0], *shlex.split(command[1]))


def test_the_annotated_record_validates(tmp_path: Path):
    guide = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (record,) = [block for block in re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL) if "stated_in:" in block]
    target = tmp_path / "registry" / "models" / "example-lab" / "sample-7b.yaml"
    target.parent.mkdir(parents=True)
    target.write_text(record, encoding="utf-8")
    assert "error" not in printed("validate", "--registry", str(tmp_path / "registry"))
