"""Run commands as a person does."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import Struct

from openness.cli.main import run

REGISTRY = Path(__file__).parent / "registry"


class Ran(Struct, frozen=True, kw_only=True):
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


Command = Callable[..., Ran]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run `openness` on the small registry, from an empty folder."""
    shutil.copytree(REGISTRY, tmp_path / "registry")
    monkeypatch.chdir(tmp_path)

    def call(*words: str) -> Ran:
        with pytest.raises(SystemExit) as ended:
            run(list(words))
        printed = capsys.readouterr()
        return Ran(code=int(ended.value.code or 0), out=printed.out, err=printed.err)

    os.environ.pop("OPENNESS_REGISTRY", None)
    return call
