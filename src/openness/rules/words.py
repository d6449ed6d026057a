"""Words for people: lists joined, numbers shortened."""

from collections.abc import Iterable


def join(words: Iterable[str], last: str = "or") -> str:
    """Join words as one writes them: a, b or c."""
    items = list(words)
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}" if items else ""


def shorten(number: float) -> str:
    """Write a large number with three digits and its unit: 11.8B, 300B, 1.4T."""
    for size, unit in ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k")):
        if number >= size:
            return f"{number / size:.3g}{unit}"
    return f"{number:g}"


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return a hint that names the nearest known word, if one is near."""
    from difflib import get_close_matches

    near = get_close_matches(word[:100], list(known), n=1, cutoff=0.6)
    return f"did you mean {near[0]!r}?" if near else None
