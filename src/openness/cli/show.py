"""openness show: everything about one model, the answer first."""

from pathlib import Path

import click
import msgspec

from openness.cli.arguments import format_option, opened, registry_option
from openness.cli.printing import plain, show, state, table, tell_match, title, width, wrap
from openness.core.answer import ComponentAnswer, GroundAnswer, ModelAnswer, OfferAnswer, OutputsAnswer, PermissionReply, SetAnswer
from openness.core.error import NotFoundError
from openness.core.vocabulary_words import PERMISSION_QUESTIONS
from openness.jobs.lookup import find_dataset, look_up
from openness.rules.words import shorten

_LEADING = 32
_CLASSES = {"open": "public", "public": "public", "obtainable": "request", "unshareable": "none", "undisclosed": "undisclosed"}
_JOINED = {"any": " or ", "all": " and "}


@click.command("show")
@click.argument("name")
@registry_option
@format_option("text", "json")
@click.option("--all", "everything", is_flag=True, help="Show every permission, offer and source.")
def command(name: str, registry: Path, output_format: str, everything: bool) -> int:  # noqa: FBT001 - click passes flags so
    """Show what is known of a model or dataset: by id, Hub id, family, variant or alias, in any spelling."""
    compiled = opened(registry)
    try:
        answer = look_up(compiled, name)
    except NotFoundError:
        dataset = find_dataset(compiled, name)
        if dataset is None:
            raise
        from openness.cli.dataset_text import print_dataset  # seldom asked for

        print_dataset(dataset, output_format)
        return 0
    tell_match(answer, alone=False)
    if output_format == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(answer)).decode())
        return 0
    others = answer.also or ()
    for number, found in enumerate((answer, *others)):
        if number:
            show()
        _print(found, everything=everything)
    return 0


def _print(answer: ModelAnswer, *, everything: bool) -> None:
    show(title(f"{answer.name}  ({answer.id})"))
    made = [answer.developer, answer.released or "day unknown", answer.kind, f"{'+'.join(answer.input)} to {'+'.join(answer.output)}"]
    show(plain(", ".join(made)))
    if answer.description:
        show(wrap(answer.description, ""))
    _print_permissions(answer, everything=everything)
    _print_verdicts(answer)
    _print_variants(answer)
    _print_lineage(answer)
    _print_data(answer, everything=everything)
    _print_components(answer, everything=everything)
    _print_rest(answer, everything=everything)


def _print_permissions(answer: ModelAnswer, *, everything: bool) -> None:
    show()
    show(title("What may I do with it?") + "  (not legal advice)")
    for past in dict.fromkeys(
        (ground.via, ground.past) for reply in answer.permissions.values() for ground in reply.because if ground.past
    ):
        show(wrap(f"Of {past[0]}: {past[1]}; the answers are by the terms of copies made before.", "  "))
    for name, question in PERMISSION_QUESTIONS.items():
        reply = answer.permissions.get(name)
        if reply is not None and (everything or name in ("commercial-use", "modification", "distribution", "fine-tuning")):
            _print_reply(question, reply)
    if answer.service:
        show(f"  By a service that ran it, until {answer.service_until}" if answer.service_until else "  By a service that runs it")
        for name, reply in answer.service.items():
            _print_reply(PERMISSION_QUESTIONS[name], reply)
    _print_duties("Limits", answer.limits)
    if everything:
        _print_duties("Conditions", answer.conditions)
    elif answer.conditions:
        show(f"  Conditions: {', '.join(name.replace('-', ' ') for name in answer.conditions)} (--all says how)")


def _print_duties(heading: str, duties: dict[str, tuple[GroundAnswer, ...]]) -> None:
    if not duties:
        return
    show(f"  {heading}")
    for name, grounds in duties.items():
        parts = dict.fromkeys(
            f"{ground.license}{f' {ground.clause}' if ground.clause else ''}{f': {ground.when or ground.note}' if ground.when or ground.note else ''}"
            for ground in grounds
        )
        show(wrap(f"{name.replace('-', ' ')}, {'; '.join(parts)}", "      ", "    - "))


def _print_reply(question: str, reply: PermissionReply) -> None:
    """Print an answer with its ground: on the same line if that is short, else below."""
    reason = plain(_because(reply))
    line = f"  {question:<26} {state(reply.answer)}"
    if len(reason) + len(question) + len(reply.answer) + _LEADING < width():
        show(f"{line}{reason}")
    else:
        show(line)
        show(wrap(reason.strip(), "      "))


def _because(reply: PermissionReply) -> str:
    deciding = list(reply.because) if reply.answer == "unknown" else [ground for ground in reply.because if ground.answer == reply.answer]
    by_reason: dict[str, list[str]] = {}
    for ground in deciding:
        clause = f" {ground.clause}" if ground.clause else ""
        answer = f" {ground.answer}" if ground.answer != reply.answer else ""
        reason = f": {ground.when or ground.note}" if ground.when or ground.note else ""
        name = "" if ground.license == "NONE" else f"{ground.license}{clause}{answer}"
        by_reason.setdefault(f"{name}{reason}".removeprefix(": "), []).append(ground.via)
    own = reply.because[0].via if reply.because else ""
    parts = [_reason(reason, via, own) for reason, via in by_reason.items()]
    return f"  {'; '.join(parts)}" if parts else ""


def _reason(reason: str, via: list[str], own: str) -> str:
    """Say through which other records a reason reaches the model, beside its own terms."""
    others = [record for record in dict.fromkeys(via) if record != own]
    return reason if not others else f"{reason} ({'also ' if own in via else ''}through {', '.join(others)})"


def _print_verdicts(answer: ModelAnswer) -> None:
    show()
    show(title("How open is it?"))
    for framework, verdict in answer.verdicts.items():
        if verdict.parts:
            shown = "  ".join(state(part.state.value, f"{part.name} {part.word}") for part in verdict.parts.values())
        else:
            shown = state(verdict.outcome.value, verdict.word)
        show(f"  {framework:<21} {shown}")


def _print_variants(answer: ModelAnswer) -> None:
    show()
    show(title("Variants"))
    rows = []
    for slug, variant in answer.variants.items():
        missing = {**dict.fromkeys(variant.unknown, "unknown"), **dict.fromkeys(variant.undisclosed, "undisclosed")}
        about = dict.fromkeys(variant.rounded, "~")

        def number(name: str, value: float | None, about: dict[str, str] = about, missing: dict[str, str] = missing) -> str:
            return f"{about.get(name, '')}{shorten(value)}" if value is not None else missing.get(name, "-")

        ratio = "-" if variant.tokens_per_parameter is None else f"{variant.tokens_per_parameter:g}"
        rows.append(
            [
                slug,
                number("parameters", variant.parameters),
                number("training_tokens", variant.training_tokens),
                ratio,
                variant.band or "-",
                f"{variant.context_length:,}" if variant.context_length else number("context_length", None),
                variant.repo_id or "-",
            ]
        )
    for line in table(["variant", "parameters", "tokens", "per parameter", "band", "context", "Hub repository"], rows).splitlines():
        show(f"  {line}")


def _print_lineage(answer: ModelAnswer) -> None:
    if not answer.lineage:
        return
    show()
    show(title("Made from"))
    for step in answer.lineage:
        joined = f"{step.unreleased}, which was never released" if step.unreleased else _JOINED[step.choice].join(step.bases)
        of = f" ({', '.join(step.variants)})" if step.variants else ""
        show(f"  {step.relation} of {plain(joined)}{plain(of)}")


def _print_data(answer: ModelAnswer, *, everything: bool) -> None:
    data = answer.training_data
    if data is None:
        return
    show()
    show(title("Training data") + f"  (list: {data.completeness})")
    for found in data.sets:
        access = (
            f"{state(found.access, _form(found))}, {found.data_class}"
            if found.access
            else state(_CLASSES.get(found.data_class, "unknown"), found.data_class)
        )
        show(f"  {plain(found.name)}, {found.stage}: {access}{_license_of_set(found)}")
        if everything and found.note:
            show(wrap(found.note, "      "))
        for outputs in found.outputs_of:
            show(wrap(_outputs(outputs), "        ", "      "))


def _form(found: SetAnswer) -> str:
    return f"{found.access} ({found.form})" if found.form and found.form != "full" else found.access or ""


def _license_of_set(found: SetAnswer) -> str:
    if found.license:
        return f", {plain(found.license)}"
    return ", license not looked for" if found.access in ("public", "gated", "request", "paid") else ""


def _outputs(outputs: OutputsAnswer) -> str:
    """Say whose outputs a set holds, and what the terms make of training on them."""
    terms = outputs.terms
    if terms is None:
        return f"holds outputs of {outputs.service}; nobody looked for its terms"
    clause = f" {terms.clause}" if terms.clause else ""
    reason = f" ({terms.when or terms.note})" if terms.when or terms.note else ""
    return f"holds outputs of {outputs.service}; may others be trained on them? {terms.answer}, {terms.license}{clause}{reason}"


def _print_components(answer: ModelAnswer, *, everything: bool) -> None:
    show()
    show(title("Components"))
    for name, found in answer.components.items():
        show(f"  {name:<29} {state(found.access, _how(found))}")
        for offer in found.offers if everything or len(found.offers) > 1 else ():
            show(f"      {_offer(offer)}")


def _how(found: ComponentAnswer) -> str:
    form = "" if found.form == "full" else f" ({found.form})"
    declared = f", declared {found.declared}" if found.declared else ""
    license_ = f", {found.license}{declared}" if found.license else ""
    return f"{found.access}{form}{license_}"


def _offer(offer: OfferAnswer) -> str:
    parts = [offer.access if offer.current else f"once {offer.access}", offer.form, offer.license or ""]
    parts += [f"declared {offer.declared}" if offer.declared else "", offer.channel or "", f"of {offer.of}" if offer.of else ""]
    parts += [f"gate: {offer.gate.mode}{', asks for ' + ', '.join(offer.gate.asks) if offer.gate.asks else ''}" if offer.gate else ""]
    parts += [f"from {offer.since}" if offer.since else "", f"until {offer.until}" if offer.until else ""]
    parts += [f"for {', '.join(offer.variants)}" if offer.variants else "", f"needs {', '.join(offer.needs)}" if offer.needs else ""]
    parts += [f"described in {offer.documented_in}" if offer.documented_in else "", offer.url or ""]
    return plain("; ".join(part for part in parts if part))


def _print_rest(answer: ModelAnswer, *, everything: bool) -> None:
    if answer.claims:
        show()
        show(title("What its publisher says, and what the facts show"))
        for claim in answer.claims:
            show(wrap(f"{claim.term}: “{claim.quote}”" if claim.quote else claim.term, "    ", "  "))
            for found in claim.judged:
                show(
                    f"      {state(found.result, found.result.replace('-', ' '))} as {found.says.replace('-', ' ')}: {plain(found.because)}"
                )
            if claim.note:
                show(wrap(claim.note, "      "))
    if answer.note:
        show()
        show(wrap(answer.note, "  ", "Note: "))
    for finding in answer.findings:
        show(f"{state(finding.severity)} {finding.code}: {plain(finding.message)}")
    show()
    if everything:
        show(title("Evidence"))
        for key, source in answer.evidence.items():
            show(f"  {key}: {plain(source.url)} ({source.by}, read {source.seen})")
    else:
        show(f"{len(answer.evidence)} sources, last read {answer.as_of}. Reasons: openness explain {answer.id} osaid-1.0")
