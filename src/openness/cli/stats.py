"""openness stats: how many records there are, and how they come out."""

from collections import Counter
from pathlib import Path

import click
import msgspec

from openness.cli.arguments import format_option, opened, registry_option
from openness.cli.printing import show, table, title
from openness.core.registry import Collection
from openness.core.vocabulary import Component
from openness.rules.facts import Row
from openness.store.compiled import Compiled


@click.command("stats")
@registry_option
@format_option("table", "json")
def command(registry: Path, output_format: str) -> int:
    """Count records, and how models come out by each framework and component."""
    compiled = opened(registry)
    rows: list[Row] = [msgspec.json.decode(body) for _, body in compiled.facts()]
    counts = {collection.value: len(compiled.ids(collection)) for collection in Collection}
    frameworks = _tally(rows, _framework_fields(compiled, rows))
    components = _tally(rows, [component.value for component in Component])
    if output_format == "json":
        envelope = {"schema_version": "1", "records": counts, "verdicts": frameworks, "components": components}
        click.echo(msgspec.json.format(msgspec.json.encode(envelope)).decode())
        return 0
    show(table(["records", "count"], [[name, str(count)] for name, count in counts.items()]))
    for heading, found in (("How models come out", frameworks), ("How components can be had", components)):
        show()
        show(title(heading))
        show(
            table(["", "counts"], [[name, ", ".join(f"{word} {count}" for word, count in tally.items())] for name, tally in found.items()])
        )
    return 0


def _framework_fields(compiled: Compiled, rows: list[Row]) -> list[str]:
    """List the verdict fields of the frameworks; those that judge parts are counted part by part."""
    names = compiled.ids(Collection.FRAMEWORKS)
    fields = list(rows[0]) if rows else []
    parts = {name: [field for field in fields if field.startswith(f"{name}.")] for name in names}
    return [field for name in names for field in parts[name] or [name]]


def _tally(rows: list[Row], fields: list[str]) -> dict[str, dict[str, int]]:
    counted = {field: Counter(str(row.get(field)) for row in rows) for field in fields}
    return {field: dict(sorted(counter.items(), key=lambda item: (-item[1], item[0]))) for field, counter in counted.items()}
