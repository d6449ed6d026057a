"""openness audit: which terms reach a model from what it was made from, and where its license leaves them out."""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click
import msgspec

from openness.cli.arguments import format_option, opened, registry_option
from openness.cli.printing import plain, show, state, title, wrap
from openness.core.audit import AuditFinding, AuditResult, AuditVerdict, Status
from openness.core.error import QueryError

_SHOWN = (Status.CONFLICT.value, Status.UNKNOWN.value, Status.WARNING.value, Status.OBLIGATION.value, Status.NOTE.value)
_TONES = {
    Status.CONFLICT: "no",
    Status.UNKNOWN: "unknown",
    Status.WARNING: "conditional",
    Status.OBLIGATION: "conditional",
    Status.NOTE: "yes",
}
_VERDICT_TONES = {
    AuditVerdict.OK: "yes",
    AuditVerdict.OBLIGATIONS: "conditional",
    AuditVerdict.WARNING: "conditional",
    AuditVerdict.CONFLICT: "no",
}


@click.command("audit")
@click.argument("names", nargs=-1)
@click.option(
    "--table", "table", type=click.Path(path_type=Path, dir_okay=False), help="Audit a table of models instead: JSON Lines or CSV."
)
@click.option("--least", type=click.Choice(_SHOWN), default=Status.NOTE.value, show_default=True, help="The mildest findings to show.")
@registry_option
@format_option("text", "json", "jsonl")
def command(names: tuple[str, ...], table: Path | None, least: str, registry: Path, output_format: str) -> int:
    """Audit what is inherited: NAMES of models of the registry, all of them, or the rows of a table.

    A row has id, license (and license_name), base_model (a list, in CSV parted by ;) and relation, or the Hub's tags. Exit code
    1 if there is a conflict. Not legal advice.
    """
    from openness.jobs.audit import audit_registry, audit_table
    from openness.store.reader import read_registry

    if names and table:
        raise QueryError("names and a table; expected one of them")
    found = read_registry(registry).registry
    if table:
        results: Iterable[AuditResult] = audit_table(table, found)
    else:
        results = audit_registry(found, _ids(names, registry) if names else sorted(found.models))
    return _print(results, least, output_format)


def _ids(names: tuple[str, ...], registry: Path) -> list[str]:
    from openness.jobs.lookup import match

    compiled = opened(registry)
    return list(dict.fromkeys(model_id for name in names for model_id in match(compiled, name).ids))


def _print(results: Iterable[AuditResult], least: str, output_format: str) -> int:
    """Print results as they come; text and JSON Lines hold none of them back."""
    wanted = frozenset(_SHOWN[: _SHOWN.index(least) + 1])
    counted: Counter[str] = Counter()
    kept = []
    encode = msgspec.json.Encoder().encode
    for result in results:
        counted[result.verdict.value] += 1
        shown = msgspec.structs.replace(result, findings=tuple(one for one in result.findings if one.status.value in wanted))
        match output_format:
            case "json":
                kept.append(shown)
            case "jsonl":
                sys.stdout.write(encode(shown).decode() + "\n")
            case _:
                _print_result(shown)
    if output_format == "json":
        envelope = {"schema_version": "1", "verdicts": counted, "models": kept, "not_legal_advice": True}
        click.echo(msgspec.json.format(encode(envelope)).decode())
    elif output_format == "text":
        show(", ".join(f"{counted[verdict.value]} {verdict.value}" for verdict in AuditVerdict if counted[verdict.value]) or "no models")
        show("A conflict says that, as written, the declared license leaves out or exceeds the upstream text. Not legal advice.")
    return 1 if counted[AuditVerdict.CONFLICT.value] else 0


def _print_result(result: AuditResult) -> None:
    verdict = state(_VERDICT_TONES.get(result.verdict, "unknown"), result.verdict.value)
    show(f"{title(result.id)}  {plain(result.declared or 'no license that is known')}: {verdict}")
    for finding in result.findings:
        show(wrap(_line(finding), "      ", f"  {state(_TONES[finding.status], finding.status.value)} "))
    show()


def _line(finding: AuditFinding) -> str:
    clause = f" (clause {finding.clause})" if finding.clause else ""
    doubt = "; these facts are second-hand" if finding.secondary else ""
    contested = f" {finding.contested}" if finding.contested else ""
    return f"{finding.rule}, from {finding.upstream}: {finding.message}{clause}{doubt}.{contested}"
