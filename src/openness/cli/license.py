"""openness license: what a license allows, asks and forbids, clause by clause."""

from pathlib import Path

import click
import msgspec

from openness.cli.arguments import format_option, opened, registry_option
from openness.cli.printing import plain, show, state, table, title, wrap
from openness.core.error import NotFoundError, QueryError
from openness.core.license_vocabulary import Approval, Condition, Limit, Patent, Permission, Termination
from openness.core.record_answer import LicenseAnswer, TermAnswer
from openness.rules.names import fold_name
from openness.rules.words import closest
from openness.store.compiled import Compiled

_KIND = "licenses"
_MOST = 6
_GROUPS = ("permissions", "conditions", "limits", "approvals", "patents", "termination")
_QUESTIONS = (Permission, Condition, Limit, Approval, Patent, Termination)
_CONFIDENCES = {"read": "which were read in the text", "secondary": "which are second-hand", "none": "of which none is known"}
_KIND_TONES = {"exact": "yes", "with-other-text": "conditional", "notice": "conditional", "with-added-terms": "no", "modified": "no"}


@click.group("license")
def command() -> None:
    """Ask what a license allows, asks and forbids."""


@command.command("list")
@registry_option
@format_option("table", "json")
def list_licenses(registry: Path, output_format: str) -> int:
    """List the licenses of the registry."""
    compiled = opened(registry)
    found = [_read(compiled, license_id) for license_id in compiled.ids(_KIND)]
    if output_format == "json":
        rows = [
            {
                "id": one.id,
                "name": one.name,
                "aliases": one.aliases,
                "hf_id": list(one.hub_ids),
                "scancode_key": one.scancode_key,
                "open": one.open,
            }
            for one in found
        ]
        click.echo(msgspec.json.format(msgspec.json.encode({"schema_version": "1", "licenses": rows})).decode())
        return 0
    rows_of_text = [
        [one.id, _answer(one, "commercial-use"), one.open["osi-approved"], one.open["four-freedoms"], str(len(one.used_by))]
        for one in found
    ]
    show(table(["license", "commercial use", "OSI approved", "four freedoms", "used by"], rows_of_text))
    return 0


@command.command("show")
@click.argument("name")
@registry_option
@format_option("text", "json")
def show_license(name: str, registry: Path, output_format: str) -> int:
    """Show a license: by SPDX id, Hub tag, alias or name."""
    answer = _look_up(opened(registry), name)
    if output_format == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(answer)).decode())
        return 0
    show(title(f"{answer.name}  ({answer.id})"))
    if answer.confidence != "read":
        show(f"Nobody here has checked the text; facts are {answer.confidence}.")
    for heading, terms in (
        ("One may", answer.permissions),
        ("One must", answer.conditions),
        ("It ends at", answer.limits),
        ("Called open by", answer.approvals),
        ("Patents", answer.patents),
        ("How it ends", answer.termination),
    ):
        _print_terms(heading, terms)
    show()
    show("Open by: " + ", ".join(f"{name} {state(outcome)}" for name, outcome in answer.open.items()))
    show(f"Used by {len(answer.used_by)} records: {plain(', '.join(answer.used_by[:8]))}")
    if answer.note:
        show(wrap(answer.note, "  ", "Note: "))
    show(f"As of {answer.as_of}. Not legal advice.")
    return 0


@command.command("compare")
@click.argument("names", nargs=-1, required=True)
@click.option("--differences", is_flag=True, help="Show only answers that differ.")
@registry_option
@format_option("table", "json")
def compare_licenses(names: tuple[str, ...], differences: bool, registry: Path, output_format: str) -> int:  # noqa: FBT001 - click passes flags so
    """Compare 2 to 6 licenses answer by answer."""
    if not 1 < len(names) <= _MOST:
        raise QueryError(f"{len(names)} names, expected 2 to {_MOST}")
    compiled = opened(registry)
    found = [_look_up(compiled, name) for name in names]
    rows = [row for row in _compared(found) if not differences or _differs(row[2])]
    if output_format == "json":
        facts = [{"group": group, "fact": fact, "values": values, "differs": _differs(values)} for group, fact, values in rows]
        envelope = {"schema_version": "1", "licenses": [one.id for one in found], "facts": facts}
        click.echo(msgspec.json.format(msgspec.json.encode(envelope)).decode())
        return 0
    cells = [[f"{'*' if _differs(values) else ' '} {group} {fact}", *values] for group, fact, values in rows]
    show(table(["  fact", *(one.id for one in found)], cells))
    show("* marks answers that differ. Not legal advice.")
    return 0


def _compared(found: list[LicenseAnswer]) -> list[tuple[str, str, list[str]]]:
    """List each question with what every license answers; what nobody looked for in any is left out."""
    rows = []
    for group in _GROUPS:
        asked = dict.fromkeys(name for one in found for name in getattr(one, group))
        for name in asked:
            terms = [getattr(one, group).get(name) for one in found]
            rows.append((group, name, [_short(term) for term in terms]))
    rows.append(("", "terms of derivatives", [one.derivatives for one in found]))
    return rows


def _differs(values: list[str]) -> bool:
    """Tell whether answers differ; that they stand in other clauses is no difference."""
    return len({value.partition(" (")[0] for value in values}) > 1


def _short(term: TermAnswer | None) -> str:
    if term is None:
        return "nobody looked"
    return f"{term.answer} ({term.clause})" if term.clause else term.answer


@command.command("why")
@click.argument("name")
@click.argument("question")
@registry_option
@format_option("text", "json")
def why(name: str, question: str, registry: Path, output_format: str) -> int:
    """Say why a license answers a question as it does: LICENSE QUESTION, such as: llama2 commercial-use."""
    answer = _look_up(opened(registry), name)
    terms = {key: term for group in _GROUPS for key, term in getattr(answer, group).items()}
    if question not in terms:
        known = sorted({key.value for kind in _QUESTIONS for key in kind})
        if question in known:
            raise NotFoundError(f"nobody looked for {question} in {answer.id}")
        hint = closest(question, known)
        raise QueryError(f"no question is named {question!r}; {hint or 'expected one of ' + ', '.join(known)}")
    term = terms[question]
    if output_format == "json":
        envelope = {
            "schema_version": "1",
            "license": answer.id,
            "question": question,
            "confidence": answer.confidence,
        } | msgspec.to_builtins(term)
        click.echo(msgspec.json.format(msgspec.json.encode(envelope)).decode())
        return 0
    show(f"{title(answer.name)}: {plain(question)} {state(term.answer)}")
    for label, text in (("clause", term.clause), ("when", term.when), ("words", term.wording), ("note", term.note)):
        if text:
            show(wrap(f"{label}: {text}", "      ", "  "))
    if term.threshold:
        show(f"  threshold: {term.threshold:,.0f} {plain((term.unit or '').replace('-', ' '))}")
    if term.excluded:
        show(f"  left out: {plain(', '.join(term.excluded))}")
    show(f"  by the facts of this registry, {_CONFIDENCES[answer.confidence]}; as of {answer.as_of}. Not legal advice.")
    for key, source in answer.evidence.items():
        show(f"  {plain(key)}: {plain(source.url)} (read {source.seen})")
    return 0


@command.command("identify")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@registry_option
@format_option("text", "json")
def identify_text(file: Path, registry: Path, output_format: str) -> int:
    """Say which license a text is, by its words alone: FILE, or - for stdin."""
    from openness.jobs.identify import identify_file, references_of

    found = identify_file(file, references_of(registry))
    if output_format == "json":
        click.echo(msgspec.json.format(msgspec.json.encode({"schema_version": "1"} | msgspec.to_builtins(found))).decode())
        return 0
    show(f"{state(_KIND_TONES.get(found.kind.value, 'unknown'), found.kind.value)}: {plain(found.license or 'no license')}")
    show(f"  {plain(found.reason)}")
    if found.nearest and found.nearest != found.license:
        show(f"  nearest: {plain(found.nearest)} ({found.similarity:.1%} of its words)")
    if found.others:
        show(f"  also in it: {plain(', '.join(found.others))}")
    for difference in found.differences:
        missing = f", {difference.missing} words of the license are not there" if difference.missing else ""
        show(
            wrap(
                f"line {difference.line}: {difference.change.value}{': ' + difference.words if difference.words else ''}{missing}",
                "      ",
                "    ",
            )
        )
    return 0


@command.command("learn")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@click.option("--as", "license_id", required=True, help="Id of the license whose text this is.")
@click.option("--text", default="", help="Which of its texts, where it has several: a date, a version, a language.")
@click.option("--source", help="Where the text was read, as a web address.")
@registry_option
def learn_text(file: Path, license_id: str, text: str, source: str | None, registry: Path) -> int:
    """Keep the fingerprint of a license text, so that the text is recognized; the text itself is not kept."""
    from datetime import UTC, datetime

    from openness.jobs.identify import learn

    path = learn(registry, file, license_id, text, source, datetime.now(UTC).date())
    show(plain(str(path)))
    return 0


def _print_terms(heading: str, terms: dict[str, TermAnswer]) -> None:
    if not terms:
        return
    show()
    show(title(heading))
    for name, term in terms.items():
        details = [
            f"clause {term.clause}" if term.clause and term.clause[:1].isdigit() else term.clause,
            term.when,
            term.wording,
            term.note,
        ]
        line = plain("; ".join(detail for detail in details if detail))
        show(f"  {name:<28} {state(_tone(heading, term.answer), term.answer)}{'  ' + line if line else ''}")


def _tone(heading: str, answer: str) -> str:
    """Color a limit the other way round: that it exists is bad news."""
    inverted = {"yes": "no", "no": "yes"}
    return inverted.get(answer, answer) if heading in ("It ends at", "How it ends") else answer


def _answer(answer: LicenseAnswer, permission: str) -> str:
    term = answer.permissions.get(permission)
    return term.answer if term else "unknown"


def _read(compiled: Compiled, license_id: str) -> LicenseAnswer:
    body = compiled.answer(_KIND, license_id)
    if body is None:
        raise NotFoundError(f"no license has the id {license_id!r}")
    return msgspec.json.decode(body, type=LicenseAnswer)


def _look_up(compiled: Compiled, name: str) -> LicenseAnswer:
    if compiled.answer(_KIND, name) is not None:
        return _read(compiled, name)
    names: dict[str, str] = {}
    for license_id in compiled.ids(_KIND):
        found = _read(compiled, license_id)
        for spelling in (license_id, license_id.removeprefix("LicenseRef-"), found.name, *found.aliases, *found.hub_ids):
            names.setdefault(fold_name(spelling), license_id)
    if fold_name(name) in names:
        return _read(compiled, names[fold_name(name)])
    hint = closest(name, [*compiled.ids(_KIND)])
    raise NotFoundError(f"no license goes by {name!r}; {hint or 'openness license list shows them all'}")
