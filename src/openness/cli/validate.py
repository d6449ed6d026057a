"""openness validate: find everything that is wrong with a registry."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

import click

from openness.cli.arguments import registry_option
from openness.core.finding import Severity
from openness.exports.findings import formats
from openness.jobs.validate import validate


@click.command("validate")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@registry_option
@click.option("--format", "output_format", type=click.Choice(sorted(formats())), default="text", show_default=True, help="How to print.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day that counts as today.", show_default="today")
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--notes", is_flag=True, help="Print notes on the releases too; formats for machines always hold them.")
def command(paths: tuple[Path, ...], registry: Path, output_format: str, today: datetime | None, strict: bool, notes: bool) -> int:  # noqa: FBT001 - click passes flags so
    """Validate a registry, or only some PATHS of it.

    Exits with 0 if all is well, 1 on errors, 2 if the registry cannot be read.
    """
    day: date = today.date() if today else datetime.now(UTC).date()
    result = validate(registry, day, paths)
    shown = tuple(found for found in result.findings if notes or output_format != "text" or found.severity is not Severity.NOTE)
    click.echo(formats()[output_format](shown, _shown(registry)), nl=False)
    warnings = sum(found.severity is Severity.WARNING for found in result.findings)
    told = len(result.findings) - result.errors - warnings
    more = f", {told} notes{'' if notes else ' (--notes prints them)'}" if told else ""
    click.echo(f"{result.records} records, {result.errors} errors, {warnings} warnings{more}", err=True)
    return 1 if result.errors or (strict and warnings) else 0


def _shown(registry: Path) -> str:
    """Show a folder below the working directory relative to it, so that editors and GitHub find the files."""
    path = Path(os.path.normpath(registry.absolute()))
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()
