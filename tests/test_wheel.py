"""The wheel: installed alone, outside the checkout, it answers queries and validates other registries."""

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = [pytest.mark.wheel, pytest.mark.slow]


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "OPENNESS", "COV"))}
    return subprocess.run([str(word) for word in command], cwd=cwd, capture_output=True, text=True, check=False, env=environment)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Path:
    """Build the wheel, install it into a clean environment, and return its folder of programs."""
    folder = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "pip", "wheel", "--no-deps", "--wheel-dir", folder, project, cwd=folder)
    assert built.returncode == 0, built.stderr
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "clean", with_pip=True)
    programs = folder / "clean" / "bin"
    done = run(programs / "python", "-m", "pip", "install", "--quiet", wheel, cwd=folder)
    assert done.returncode == 0, done.stderr
    return programs


def test_the_wheel_carries_registry_schemas_and_templates(installed: Path):
    (wheel,) = installed.parent.parent.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    for needed in (
        "openness/bundled/registry/models/eleutherai/pythia.yaml",
        "openness/bundled/schema/model.schema.json",
        "openness/bundled/site/templates/model.html",
        "openness/bundled/site/assets/site.css",
        "openness/bundled/registry.sqlite",
        "openness/py.typed",
    ):
        assert needed in names
    assert not [name for name in names if name.startswith(("tests/", "bench/")) or "/tests/" in name]


def test_an_installation_alone_answers(installed: Path, tmp_path: Path):
    shown = run(installed / "openness", "show", "GPT4", "--format", "json", cwd=tmp_path)
    assert shown.returncode == 0, shown.stderr
    assert json.loads(shown.stdout)["id"] == "openai/gpt-4"
    assert run(installed / "openness", "validate", cwd=tmp_path).returncode == 0
    assert run(installed / "openness", "find", "--where", "weights=public", cwd=tmp_path).returncode == 0


def test_an_installation_builds_the_site(installed: Path, tmp_path: Path):
    built = run(installed / "openness", "build", "--output", tmp_path / "site", cwd=tmp_path)
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "site" / "index.html").is_file()


def test_an_installation_validates_another_registry(installed: Path, tmp_path: Path, project: Path):
    ran = run(installed / "openness", "validate", "--registry", project / "tests" / "cli" / "registry", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (0, "")
