"""openness stats: how many records there are, how they come out, what is known, and on what it rests."""

from collections import Counter
from pathlib import Path

import click
import msgspec

from openness.cli.arguments import format_option, opened, registry_option
from openness.cli.printing import show, table, title
from openness.cli.stats_text import show_coverage, show_unverified, sum_up, unverified
from openness.core.knowledge import Knowledge, RecordKnowledge
from openness.core.registry import Collection
from openness.core.vocabulary import Component
from openness.rules.facts import Row
from openness.rules.knowledge import add_up, total
from openness.store.compiled import Compiled

_KINDS = (Collection.MODELS.value, Collection.DATASETS.value, Collection.LICENSES.value)


@click.command("stats")
@click.option("--coverage", is_flag=True, help="Per field: how often it is evidenced, unknown, undisclosed, or nobody looked.")
@click.option("--by", type=click.Choice(["field", "record"]), default="field", show_default=True, help="What --coverage counts by.")
@click.option("--unverified", "sources", is_flag=True, help="The sources that no machine has checked again, weakest first.")
@click.option("--limit", type=click.IntRange(min=0), default=40, show_default=True, help="How many sources --unverified prints; 0 for all.")
@click.option("--of", "kind", type=click.Choice(_KINDS), help="Only the records of one kind, for --coverage and --unverified.")
@registry_option
@format_option("table", "json")
def command(coverage: bool, by: str, sources: bool, limit: int, kind: str | None, registry: Path, output_format: str) -> int:  # noqa: FBT001 - click passes flags so
    """Count records, how models come out, what is known of them, and on what it rests."""
    compiled = opened(registry)
    if not coverage and not sources:
        return _overview(compiled, output_format)
    known = _known(compiled, kind)
    envelope: dict[str, object] = {"schema_version": "1"}
    if coverage:
        envelope |= _coverage(known, by, shown=output_format == "table")
    if sources:
        found = unverified(known)
        envelope["sources"] = [{"kind": of, "record": record} | msgspec.to_builtins(source) for of, record, source in found]
        if output_format == "table":
            show_unverified(found, limit)
    if output_format == "json":
        _print_json(envelope)
    return 0


def _known(compiled: Compiled, kind: str | None) -> dict[tuple[str, str], RecordKnowledge]:
    decoder = msgspec.json.Decoder(RecordKnowledge)
    return {(of, record): decoder.decode(body) for of, record, body in compiled.knowledge() if kind in (None, of)}


def _coverage(known: dict[tuple[str, str], RecordKnowledge], by: str, *, shown: bool) -> dict[str, object]:
    """Count what is known by kind of record, and print it."""
    found: dict[str, dict[str, dict[Knowledge, int]]] = {}
    for kind in _KINDS:
        records = {record: one for (of, record), one in known.items() if of == kind}
        if records:
            found[kind] = (
                total(records.values()) if by == "field" else {record: add_up(one.fields.values()) for record, one in records.items()}
            )
    sums = {kind: add_up(rows.values()) for kind, rows in found.items()}
    everything = add_up(sums.values())
    if shown:
        for kind, rows in found.items():
            show_coverage(kind, rows | {"all": sums[kind]})
        show(sum_up(everything))
    return {"by": by, "total": everything, "coverage": found}


def _overview(compiled: Compiled, output_format: str) -> int:
    rows: list[Row] = [msgspec.json.decode(body) for _, body in compiled.facts()]
    counts = {collection.value: len(compiled.ids(collection)) for collection in Collection}
    frameworks = _tally(rows, _framework_fields(compiled, rows))
    components = _tally(rows, [component.value for component in Component])
    if output_format == "json":
        _print_json({"schema_version": "1", "records": counts, "verdicts": frameworks, "components": components})
        return 0
    show(table(["records", "count"], [[name, str(count)] for name, count in counts.items()]))
    for heading, found in (("How models come out", frameworks), ("How components can be had", components)):
        show()
        show(title(heading))
        cells = [[name, ", ".join(f"{word} {count}" for word, count in tally.items())] for name, tally in found.items()]
        show(table(["", "counts"], cells))
    return 0


def _print_json(envelope: dict[str, object]) -> None:
    click.echo(msgspec.json.format(msgspec.json.encode(envelope)).decode())


def _framework_fields(compiled: Compiled, rows: list[Row]) -> list[str]:
    """List the verdict fields of the frameworks; those that judge parts are counted part by part."""
    names = compiled.ids(Collection.FRAMEWORKS)
    fields = list(rows[0]) if rows else []
    parts = {name: [field for field in fields if field.startswith(f"{name}.")] for name in names}
    return [field for name in names for field in parts[name] or [name]]


def _tally(rows: list[Row], fields: list[str]) -> dict[str, dict[str, int]]:
    counted = {field: Counter(str(row.get(field)) for row in rows) for field in fields}
    return {field: dict(sorted(counter.items(), key=lambda item: (-item[1], item[0]))) for field, counter in counted.items()}
