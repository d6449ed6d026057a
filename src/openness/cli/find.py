"""openness find: filter models by any fact or verdict."""

from pathlib import Path

import click
import msgspec

from openness.cli.arguments import format_option, opened, registry_option
from openness.cli.printing import show, table
from openness.core.error import QueryError
from openness.core.escape import for_csv
from openness.rules.facts import ALIASES, Row, Scalar, fields_of
from openness.rules.query import fields_in, select
from openness.rules.words import closest, shorten

_EXACT = 2.0**53
_COLUMNS = "name,weights,data,training-code,license,commercial-use,mof-1.0-mot,osaid-1.0,parameters,band"


@click.command("find")
@click.option("--where", "query", help="Conditions such as: weights=public and training-code=public and parameters<13B")
@click.option("--columns", default=_COLUMNS, show_default=True, help="Facts to print, separated by commas; 'all' for every fact.")
@click.option("--sort", "order", default="id", show_default=True, help="Fact to sort by; a minus sign in front turns it round.")
@click.option("--fields", "list_fields", is_flag=True, help="List the facts that can be asked for, and stop.")
@registry_option
@format_option("table", "json", "csv")
def command(query: str | None, columns: str, order: str, list_fields: bool, registry: Path, output_format: str) -> int:  # noqa: FBT001 - click passes flags so
    """Find models by any fact or verdict.

    What nobody looked for satisfies no condition. Operators: = != < <= > >= ~ (contains), and, or, not, ( ).
    """
    compiled = opened(registry)
    rows: dict[str, Row] = {model_id: msgspec.json.decode(body) for model_id, body in compiled.facts()}
    words: dict[str, list[str]] = msgspec.json.decode(compiled.meta("words") or "{}")
    fields = fields_of(rows)
    if list_fields:
        show("\n".join(fields))
        return 0
    wanted = [_field(name.strip(), fields) for name in (",".join(fields[: -len(ALIASES)]) if columns == "all" else columns).split(",")]
    asked = [name for name in fields_in(query or "", fields) if ALIASES.get(name, name) not in {ALIASES.get(one, one) for one in wanted}]
    wanted += asked if columns == _COLUMNS else []
    found = _sorted(select(rows, query, fields, words), _field(order.removeprefix("-"), fields), descending=order.startswith("-"))
    match output_format:
        case "json":
            envelope = {
                "schema_version": "1",
                "query": query,
                "count": len(found),
                "models": [_picked(row, ["id", *wanted]) for row in found],
            }
            click.echo(msgspec.json.format(msgspec.json.encode(envelope)).decode())
        case "csv":
            click.echo(_csv(list(dict.fromkeys(["id", *wanted])), found), nl=False)
        case _:
            show(table(wanted, [[_cell(row.get(ALIASES.get(name, name))) for name in wanted] for row in found]))
            click.echo(f"{len(found)} of {len(rows)} models{_advice(query, found)}", err=True)
    return 0


def _advice(query: str | None, found: list[Row]) -> str:
    return "" if found or not query or "~" in query else "; = wants the whole value, ~ finds a part of it"


def _field(name: str, fields: tuple[str, ...]) -> str:
    if name not in fields:
        hint = closest(name, fields)
        raise QueryError(f"no fact is named {name!r}; {hint or 'openness find --fields lists them all'}")
    return name


def _picked(row: Row, names: list[str]) -> Row:
    return {name: row.get(ALIASES.get(name, name)) for name in dict.fromkeys(names)}


def _sorted(rows: list[Row], field: str, *, descending: bool) -> list[Row]:
    """Sort by one fact; what is not known comes last either way."""
    name = ALIASES.get(field, field)
    known = [row for row in rows if _key(row.get(name)) is not None]
    rest = [row for row in rows if _key(row.get(name)) is None]
    return sorted(known, key=lambda row: (_key(row[name]), str(row["id"])), reverse=descending) + rest


def _key(value: object) -> tuple[float, str] | None:
    if isinstance(value, list):
        known = [item for item in value if item is not None]
        value = max(known, default=None) if all(isinstance(item, float) for item in known) else ", ".join(map(str, known))
    if value is None:
        return None
    return (float(value), "") if isinstance(value, int | float) else (0.0, str(value).casefold())


def _cell(value: Scalar | list[Scalar]) -> str:
    if isinstance(value, list):
        known = [item for item in value if item is not None]
        numbers = [item for item in known if isinstance(item, int | float)]
        if numbers:
            low, high = min(numbers), max(numbers)
            return _cell(low) if low == high else f"{_cell(low)}-{_cell(high)}"
        return ", ".join(dict.fromkeys(map(str, known))) or "-"
    if isinstance(value, int | float):
        return shorten(value)
    return value if value is not None else "-"


def _csv(names: list[str], rows: list[Row]) -> str:
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([for_csv(_plain(row.get(ALIASES.get(name, name)))) for name in names])
    return out.getvalue()


def _plain(value: Scalar | list[Scalar]) -> str:
    """Write a value in full; lists keep their places, so that they go with the variants."""
    if isinstance(value, list):
        return "; ".join(_plain(item) for item in value)
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() and value < _EXACT else f"{value:.10g}"
    return "" if value is None else str(value)
