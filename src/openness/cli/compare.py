"""openness compare: two to six models side by side."""

import textwrap
from itertools import zip_longest
from pathlib import Path

import click
import msgspec

from openness.cli.arguments import format_option, opened, registry_option
from openness.cli.printing import plain, show, table, tell_match, title, wants_color, width
from openness.core.answer import SCHEMA_VERSION
from openness.core.error import QueryError
from openness.jobs.lookup import look_up
from openness.rules.comparison import ComparedRow, compare

_MOST = 6
_DIFFERENT = "*"


@click.command("compare")
@click.argument("names", nargs=-1, required=True)
@click.option("--differences", is_flag=True, help="Show only facts that differ.")
@registry_option
@format_option("table", "json")
def command(names: tuple[str, ...], differences: bool, registry: Path, output_format: str) -> int:  # noqa: FBT001 - click passes flags so
    """Compare 2 to 6 models fact by fact; a star marks facts that differ."""
    if not 1 < len(names) <= _MOST:
        raise QueryError(f"{len(names)} names, expected 2 to {_MOST}")
    compiled = opened(registry)
    answers = [look_up(compiled, name) for name in names]
    for answer in answers:
        tell_match(answer, alone=True)
    rows = [row for row in compare(answers) if row.differs or not differences]
    if output_format == "json":
        envelope = {"schema_version": SCHEMA_VERSION, "models": [answer.id for answer in answers], "facts": rows}
        click.echo(msgspec.json.format(msgspec.json.encode(envelope)).decode())
        return 0
    _print([answer.name for answer in answers], rows)
    return 0


def _print(names: list[str], rows: list[ComparedRow]) -> None:
    room = max(14, (width() - 34) // len(names))
    for group in dict.fromkeys(row.group for row in rows):
        show()
        show(title(group))
        found = [row for row in rows if row.group == group]
        cells = [
            line
            for row in found
            for line in _lines([f"{_DIFFERENT if row.differs else ' '} {row.fact}", *row.values], [34, *[room] * len(names)])
        ]
        head, *rest = _lines(["  fact", *names], [34, *[room] * len(names)])
        show(table(head, [*rest, *cells]))
    if not wants_color():
        show()
        show(f"{_DIFFERENT} marks facts that differ")


def _lines(cells: list[str], rooms: list[int]) -> list[list[str]]:
    """Break a row into as many lines as its longest cell needs."""
    broken = [
        textwrap.wrap(plain(cell), room) if len(plain(cell)) > room else [plain(cell)] for cell, room in zip(cells, rooms, strict=True)
    ]
    return [list(line) for line in zip_longest(*broken, fillvalue="")]
