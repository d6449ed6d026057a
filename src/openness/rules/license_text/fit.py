"""Fit: how one known text lies in the text that is asked for."""

from msgspec import Struct

from openness.core.fingerprint import Fingerprint
from openness.rules.license_text.align import Gap, Runs, align, runs_once
from openness.rules.license_text.references import NAME, References
from openness.rules.license_text.significance import is_harmless, speaks
from openness.rules.license_text.words import PLACEHOLDER, Words

_ALL = 0.9
_LONGEST_NAME = 10


class Fit(Struct, frozen=True, kw_only=True):
    """Hold where a reference lies in a text, from `start` to `end`, how many of its words are there, and the gaps that matter."""

    reference: Fingerprint
    start: int
    end: int
    matched: int
    gaps: tuple[Gap, ...]

    @property
    def share(self) -> float:
        """Return which part of the reference the text has."""
        return self.matched / max(1, len(self.reference.hashes))

    @property
    def badness(self) -> tuple[float, int, int]:
        """Order fits: few words that differ come first, then much of the text."""
        wrong = sum(gap.left_end - gap.left + gap.right_end - gap.right for gap in self.gaps)
        return (wrong + 1) / max(1, self.matched), -self.matched, len(self.reference.hashes)


class _Asked(Struct, frozen=True, kw_only=True):
    """Hold what is worked out of a text once, for all references."""

    text: Words
    runs: Runs


def fits(text: Words, references: References) -> list[Fit]:
    """Lay the likeliest references into a text, the best fit first; one that fits word for word all through ends the search."""
    asked = _Asked(text=text, runs=runs_once(text.hashes))
    found = []
    for reference in references.candidates(text.hashes):
        fit = _fit(asked, reference, references)
        found.append(fit)
        if not fit.gaps and fit.matched > _ALL * len(text.words):
            break
    return sorted(found, key=lambda fit: fit.badness)


def _fit(asked: _Asked, reference: Fingerprint, references: References) -> Fit:
    """Lay a reference into a text; what stands before and behind it is not its concern."""
    gaps = align(asked.text.hashes, reference.hashes, asked.runs, references.runs(reference))
    length = len(reference.hashes)
    start, end = 0, len(asked.text.words)
    inside = []
    for gap in gaps:
        if gap.right == gap.right_end == 0:
            start = gap.left_end
        elif gap.right == gap.right_end == length:
            end = gap.left
        elif not (
            _is_filled_in(asked.text, reference, gap)
            or is_harmless(asked.text, gap, reference)
            or _is_other_name(asked.text, gap, reference, references)
        ):
            inside.append(gap)
    matched = length - sum(gap.right_end - gap.right for gap in gaps)
    return Fit(reference=reference, start=start, end=end, matched=matched, gaps=tuple(inside))


def _is_other_name(text: Words, gap: Gap, reference: Fingerprint, references: References) -> bool:
    """Tell whether a gap only puts another name where the texts of a license have different ones, such as that of the model."""
    words = text.words[gap.left : gap.left_end]
    short = 0 < len(words) <= NAME and 0 < gap.right_end - gap.right <= NAME
    if not short or speaks(words) or not all(word.isalpha() for word in words):
        return False
    variable = references.variable(reference)
    return all(place in variable for place in range(gap.right, gap.right_end))


def _is_filled_in(text: Words, reference: Fingerprint, gap: Gap) -> bool:
    """Tell whether a gap is a place to fill in."""
    blank = set(reference.hashes[gap.right : gap.right_end]) == {PLACEHOLDER}
    words = text.words[gap.left : gap.left_end]
    return blank and len(words) <= _LONGEST_NAME and not speaks(words)
