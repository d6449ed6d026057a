"""openness build: make the site."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

import click

from openness.cli.arguments import registry_option
from openness.core.error import QueryError
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

    The same registry gives the same bytes on the same day; SOURCE_DATE_EPOCH names the day, such as that of the commit.
    """
    built = build_site(registry, output, build_day())
    click.echo(f"{built.pages} files in {output}", err=True)
    if built.left_out:
        click.echo(f"{built.left_out} records hold errors and are left out; see: openness validate", err=True)
    return 1 if built.left_out else 0


def build_day() -> date:
    """Return the day of a build: SOURCE_DATE_EPOCH, or today. Git is not asked: a registry of strangers may carry its settings."""
    stamp = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not stamp:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(stamp[:20]), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise QueryError(f"SOURCE_DATE_EPOCH={stamp[:40]!r} is no time: expected seconds since 1970") from error
