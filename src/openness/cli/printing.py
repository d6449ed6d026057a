"""Print for people: plain words in plain columns, safe for any terminal."""

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from openness.core.escape import for_terminal_line

if TYPE_CHECKING:
    from openness.core.answer import ModelAnswer

_COLORS = {
    "met": "green", "yes": "green", "open": "green", "public": "green",
    "conditional": "yellow", "partial": "yellow", "gated": "yellow", "request": "yellow", "warning": "yellow",
    "not-met": "red", "no": "red", "closed": "red", "none": "red", "withdrawn": "red", "undisclosed": "red", "error": "red",
    "borne-out": "green", "in-part": "yellow", "not-borne-out": "red", "undecided": "cyan",
    "unknown": "cyan", "nobody-looked": "cyan",
}  # fmt: skip
_SYMBOLS = {
    "met": "+", "yes": "+", "open": "+", "public": "+",
    "conditional": "~", "partial": "~", "gated": "~", "request": "~",
    "not-met": "-", "no": "-", "closed": "-", "none": "-", "withdrawn": "-", "undisclosed": "-",
    "borne-out": "+", "in-part": "~", "not-borne-out": "-",
    "not-applicable": "/",
}  # fmt: skip


def wants_color() -> bool:
    """Tell whether to color, by NO_COLOR, FORCE_COLOR and the kind of stream."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def width() -> int:
    """Return how wide lines may be."""
    try:
        columns = int(os.environ.get("COLUMNS", "0")) or os.get_terminal_size().columns
    except (OSError, ValueError):
        columns = 100
    return max(60, min(columns, 140))


def state(word: str, shown: str | None = None) -> str:
    """Show a state as symbol and word, with color where that is wanted."""
    text = f"{_SYMBOLS.get(word, '?')} {for_terminal_line(shown or word)}"
    return click.style(text, fg=_COLORS.get(word, "cyan")) if wants_color() else text


def title(text: str) -> str:
    """Show a heading."""
    return click.style(for_terminal_line(text), bold=True) if wants_color() else for_terminal_line(text)


def show(line: str = "") -> None:
    """Print one line to stdout; what comes from records must be escaped already or go through `state`."""
    click.echo(line, color=wants_color() or None)


def plain(text: object) -> str:
    """Escape what comes from a record."""
    return for_terminal_line(str(text))


def wrap(text: str, indent: str, first: str | None = None) -> str:
    """Wrap a text of a record to the width of the terminal."""
    import textwrap

    start = indent if first is None else first
    return textwrap.fill(
        plain(text), width(), initial_indent=start, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def table(header: list[str], rows: Iterable[list[str]]) -> str:
    """Lay out cells in columns, each as wide as its longest cell."""
    cells = [header, *([plain(cell) for cell in row] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(header))]
    lines = ["  ".join(cell.ljust(size) for cell, size in zip(row, widths, strict=True)).rstrip() for row in cells]
    rule = "  ".join("-" * size for size in widths)
    return "\n".join([title(lines[0]) if wants_color() else lines[0], rule, *lines[1:]])


def tell_match(answer: "ModelAnswer", *, alone: bool) -> None:
    """Say on stderr when a word was taken for a near name, and when it means more records than the one shown."""
    if answer.matched and answer.matched.kind in ("misspelling", "beginning of a name"):
        click.echo(f"openness: took {plain(answer.matched.word)!r} for {plain(answer.name)}", err=True)
    others = [other.id for other in answer.also or ()]
    if alone and others:
        click.echo(f"openness: this is {answer.id}; the name also means {', '.join(others)}", err=True)
