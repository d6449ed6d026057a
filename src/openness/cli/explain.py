"""openness explain: why a framework says what it says of a model, down to the evidence."""

from pathlib import Path

import click
import msgspec

from openness.cli.arguments import format_option, opened, registry_option
from openness.cli.printing import plain, show, state, tell_match, title, wrap
from openness.core.answer import ModelAnswer, SourceAnswer
from openness.core.error import NotFoundError
from openness.core.record_answer import DatasetAnswer
from openness.core.verdict import Pointer, RequirementVerdict, Verdict
from openness.jobs.lookup import look_up
from openness.rules.words import closest
from openness.store.compiled import Compiled


@click.command("explain")
@click.argument("name")
@click.argument("framework")
@registry_option
@format_option("text", "json")
def command(name: str, framework: str, registry: Path, output_format: str) -> int:
    """Explain the verdict of a FRAMEWORK on a model, requirement by requirement."""
    compiled = opened(registry)
    answer = look_up(compiled, name)
    tell_match(answer, alone=True)
    verdict = answer.verdicts.get(framework)
    if verdict is None:
        hint = closest(framework, answer.verdicts) or f"expected one of {', '.join(answer.verdicts)}"
        raise NotFoundError(f"no framework is named {framework!r}; {hint}")
    if output_format == "json":
        envelope = {"schema_version": answer.schema_version, "id": answer.id, "as_of": answer.as_of, "verdict": verdict}
        click.echo(msgspec.json.format(msgspec.json.encode(envelope)).decode())
        return 0
    _print(compiled, answer, verdict)
    return 0


def _print(compiled: Compiled, answer: ModelAnswer, verdict: Verdict) -> None:
    show(title(f"{answer.name} by {verdict.name}"))
    show(f"Verdict: {state(verdict.outcome.value, verdict.word)}")
    for level in verdict.levels:
        show(f"  {plain(level.name)}: {state(level.outcome.value)}")
    for part in verdict.parts.values():
        show(f"  {plain(part.name)}: {state(part.state.value, part.word)}")
    decisive = [requirement for requirement in verdict.requirements if requirement.decisive]
    others = [requirement for requirement in verdict.requirements if not requirement.decisive]
    for heading, requirements in (("What decided it", decisive), ("Also asked", others)):
        if requirements:
            show()
            show(title(heading))
        for requirement in requirements:
            _print_requirement(answer, requirement)
    if verdict.would_change:
        show()
        show(title("What would change it"))
        for remedy in verdict.would_change:
            show(wrap(remedy, "    ", "  - "))
    _print_sources(compiled, answer, verdict)
    show()
    show(f"As of {answer.as_of}. Not legal advice.")


def _print_requirement(answer: ModelAnswer, requirement: RequirementVerdict) -> None:
    show(f"  {state(requirement.outcome.value, requirement.title)}")
    if requirement.clause:
        show(wrap(f"asked by: {requirement.clause}", "      "))
    show(wrap(requirement.reason, "      "))
    if requirement.evidence:
        show(wrap("says: " + ", ".join(_label(answer, pointer) for pointer in requirement.evidence), "      "))


def _label(answer: ModelAnswer, pointer: Pointer) -> str:
    return pointer.key if pointer.record == answer.id else f"{pointer.record}: {pointer.key}"


def _print_sources(compiled: Compiled, answer: ModelAnswer, verdict: Verdict) -> None:
    cited = dict.fromkeys(pointer for requirement in verdict.requirements for pointer in requirement.evidence)
    if cited:
        show()
        show(title("Sources"))
    for pointer in cited:
        source = _source(compiled, answer, pointer)
        show(f"  [{plain(_label(answer, pointer))}] {plain(pointer.url)}")
        if source is not None:
            copy = f", copy of {source.copy}" if source.copy and source.copy != "undated" else ", undated copy" if source.copy else ""
            show(wrap(f"{source.by}, read {source.seen}{copy}{f'; {source.note}' if source.note else ''}", "      "))


def _source(compiled: Compiled, answer: ModelAnswer, pointer: Pointer) -> SourceAnswer | None:
    """Return the source behind a pointer; it may stand in a dataset's record."""
    if pointer.record == answer.id:
        return answer.evidence.get(pointer.key)
    body = compiled.answer("datasets", pointer.record)
    return msgspec.json.decode(body, type=DatasetAnswer).evidence.get(pointer.key) if body else None
