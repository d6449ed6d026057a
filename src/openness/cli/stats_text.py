"""Tables of what is known, and of the sources on which it rests."""

from collections.abc import Mapping

from openness.cli.printing import show, table, title
from openness.core.knowledge import Knowledge, RecordKnowledge, SourceState, Weakness

_STATES = [state.value for state in Knowledge]


def show_coverage(heading: str, rows: Mapping[str, Mapping[Knowledge, int]]) -> None:
    """Print how often each thing is known in each way, and the share that is evidenced."""
    show(title(heading))
    cells = [[name, *(str(counts.get(state, 0)) for state in Knowledge), share(counts)] for name, counts in rows.items()]
    show(table(["", *(state.replace("-", " ") for state in _STATES), "share evidenced"], cells))
    show()


def share(counts: Mapping[Knowledge, int]) -> str:
    """Say which part of the fields is evidenced."""
    fields = sum(counts.values())
    return f"{counts.get(Knowledge.EVIDENCED, 0) / fields:.1%}" if fields else "-"


def sum_up(counts: Mapping[Knowledge, int]) -> str:
    """Say in one sentence what is known of all fields together."""
    found = {state: f"{counts.get(state, 0):,}" for state in Knowledge}
    return (
        f"Of {sum(counts.values()):,} fields {found[Knowledge.EVIDENCED]} are evidenced ({share(counts)}), {found[Knowledge.UNKNOWN]} unknown and "
        f"{found[Knowledge.UNDISCLOSED]} undisclosed; for {found[Knowledge.NOBODY_LOOKED]} nobody looked."
    )


def unverified(records: Mapping[tuple[str, str], RecordKnowledge]) -> list[tuple[str, str, SourceState]]:
    """List every source with its record, the weakest and the most relied upon first."""
    found = [(kind, record, source) for (kind, record), known in records.items() for source in known.sources]
    return sorted(found, key=lambda item: (-len(item[2].weaknesses), -item[2].statements, item[0], item[1], item[2].key))


def show_unverified(found: list[tuple[str, str, SourceState]], limit: int) -> None:
    """Print why sources should be read again, and the weakest of them."""
    statements = sum(source.statements for _, _, source in found)
    show(f"{statements:,} statements rest on {len(found):,} sources. None was ever checked again by machine.")
    show()
    counted = [[weakness.value, str(sum(weakness in source.weaknesses for _, _, source in found))] for weakness in Weakness]
    show(table(["why to read it again", "sources"], counted))
    show()
    shown = found[:limit] if limit else found
    cells = [[record, source.key, str(source.statements), ", ".join(source.weaknesses), source.url] for _, record, source in shown]
    show(table(["record", "evidence", "statements", "why", "address"], cells))
    if len(shown) < len(found):
        show(f"... and {len(found) - len(shown):,} more; --limit 0 prints them all")
