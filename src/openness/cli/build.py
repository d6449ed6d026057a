"""openness build: make the site."""

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import click

from openness.cli.arguments import registry_option
from openness.jobs.build import build_site


@click.command("build")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("build/site"),
    show_default=True,
    help="Folder to write to.",
)
@registry_option
def command(output: Path, registry: Path) -> int:
    """Build the site of a registry: pages and JSON for every record.

    The same commit gives the same bytes: the day that counts as today is SOURCE_DATE_EPOCH, else the day of the commit.
    """
    built = build_site(registry, output, build_day(registry))
    click.echo(f"{built.pages} files in {output}", err=True)
    if built.left_out:
        click.echo(f"{built.left_out} records hold errors and are left out; see: openness validate", err=True)
    return 1 if built.left_out else 0


def build_day(registry: Path) -> date:
    """Return the day of a build: SOURCE_DATE_EPOCH, the commit, or today."""
    stamp = os.environ.get("SOURCE_DATE_EPOCH") or _commit_time(registry)
    return datetime.fromtimestamp(int(stamp), UTC).date() if stamp.isdigit() else datetime.now(UTC).date()


def _commit_time(registry: Path) -> str:
    command = ["git", "-C", str(registry), "log", "-1", "--format=%ct"]
    try:
        found = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)  # noqa: S603 - a fixed command
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return found.stdout.strip()
