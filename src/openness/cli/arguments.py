"""Arguments that several commands share."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from openness.store.bundled import default_registry
from openness.store.compiled import Compiled

F = TypeVar("F", bound=Callable[..., object])


def registry_option(function: F) -> F:
    """Add --registry; without it a registry in the working directory counts, else the one that came along."""
    return click.option(
        "--registry",
        type=click.Path(path_type=Path, file_okay=False),
        envvar="OPENNESS_REGISTRY",
        default=lambda: default_registry(Path.cwd()),
        show_default="./registry, else the bundled one",
        help="Folder of the registry.",
    )(function)


def format_option(*names: str) -> Callable[[F], F]:
    """Add --format with some choices, the first by default."""
    return click.option("--format", "output_format", type=click.Choice(names), default=names[0], show_default=True, help="How to print.")


def cache_folder() -> Path:
    """Return the folder for compiled registries."""
    base = os.environ.get("XDG_CACHE_HOME")
    return Path(base) / "openness" if base else Path.home() / ".cache" / "openness"


def opened(registry: Path) -> Compiled:
    """Open a registry for queries."""
    from datetime import UTC, datetime

    from openness.jobs.open import open_registry

    return open_registry(registry, cache_folder(), datetime.now(UTC).date(), lambda line: click.echo(f"openness: {line}", err=True))
