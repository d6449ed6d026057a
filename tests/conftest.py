"""Registries to test with."""

import os
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

PROJECT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 20)

settings.register_profile("default", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("default")


@pytest.fixture(scope="session")
def project() -> Path:
    """The checkout."""
    return PROJECT


@pytest.fixture(scope="session")
def shared(project: Path) -> Path:
    """Recorded material beside the checkout; tests on it skip where it is absent."""
    folder = project.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the recorded material is not beside this checkout")
    return folder


Write = Callable[[Mapping[str, str]], Path]


@pytest.fixture
def write_registry(tmp_path: Path) -> Write:
    """Write a registry from texts by path, with the frameworks of this project."""

    def write(files: Mapping[str, str]) -> Path:
        root = tmp_path / "registry"
        shutil.copytree(PROJECT / "registry" / "frameworks", root / "frameworks", dirs_exist_ok=True)
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        return root

    return write


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep compiled registries of tests away from the user's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / f"cache-{os.getpid()}"))
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "OPENNESS_REGISTRY", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
