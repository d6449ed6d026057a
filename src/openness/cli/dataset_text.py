"""Print what is known of a dataset."""

import click
import msgspec

from openness.cli.printing import plain, show, state, title, wrap
from openness.core.answer import OfferAnswer
from openness.core.record_answer import DatasetAnswer
from openness.rules.words import shorten


def print_dataset(body: bytes, output_format: str) -> None:
    """Print the answer about a dataset, as JSON or for people."""
    if output_format == "json":
        click.echo(msgspec.json.format(body).decode())
        return
    answer = msgspec.json.decode(body, type=DatasetAnswer)
    show(title(f"{answer.name}  ({answer.id}, a dataset)"))
    show(plain(f"{answer.publisher}, {answer.released or 'day unknown'}"))
    if answer.description:
        show(wrap(answer.description, ""))
    _print_offers("How it can be had", answer.offers)
    for name, offers in answer.documents.items():
        _print_offers(name.replace("-", " ").capitalize(), offers)
    _print_contents(answer)
    show()
    show(f"Described: {', '.join(answer.described) or 'nothing that was found'}")
    show(plain(f"Models trained on it: {', '.join(answer.used_by) or 'none of this registry'}"))
    if answer.note:
        show(wrap(answer.note, "  ", "Note: "))
    show(f"{len(answer.evidence)} sources, last read {answer.as_of}. Not legal advice.")


def _print_offers(heading: str, offers: tuple[OfferAnswer, ...]) -> None:
    show()
    show(title(heading))
    for offer in offers:
        shown = state(offer.access) if offer.current else state("not-applicable", f"once {offer.access}")
        show(f"  {shown}, {plain('; '.join(detail for detail in _details(offer) if detail))}")


def _details(offer: OfferAnswer) -> tuple[str | None, ...]:
    had = offer.access in ("public", "gated", "request", "paid")
    gate = f"gate: {offer.gate.mode}{', asks for ' + ', '.join(offer.gate.asks) if offer.gate.asks else ''}" if offer.gate else None
    return (
        offer.form if had else None,
        offer.license or ("license not looked for" if had else None),
        offer.declared and f"declared {offer.declared}",
        offer.channel,
        offer.since and f"from {offer.since}",
        offer.until and f"until {offer.until}",
        gate,
        offer.url,
    )


def _print_contents(answer: DatasetAnswer) -> None:
    if answer.superseded_by:
        show(plain(f"Superseded by {answer.superseded_by}"))
    for size in answer.sizes:
        counted = f" ({'tokenizer unknown' if size.tokenizer == 'unknown' else size.tokenizer})" if size.tokenizer else ""
        show(plain(f"  {shorten(size.amount)} {size.unit}{counted}{f', {size.of}' if size.of else ''}"))
    for part in answer.parts.values():
        show(plain(f"  part {part.name}: {part.license or 'license not looked for'}{f', {part.data_class}' if part.data_class else ''}"))
    for step in answer.derived_from:
        show(plain(f"  {step.relation} from {step.dataset}"))
    for producer in answer.produced_by:
        show(plain(f"  holds outputs of {producer.service}{f', under {producer.terms}' if producer.terms else ''}"))
