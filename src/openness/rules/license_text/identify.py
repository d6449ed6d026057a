"""Identify: find the license that a text resembles, align the two, and decide from the differences."""

from collections.abc import Sequence

from msgspec.structs import replace

from openness.core.identified import Change, Difference, Identified, TextKind
from openness.rules.license_text.fit import Fit, fits
from openness.rules.license_text.notice import read_notice
from openness.rules.license_text.references import References
from openness.rules.license_text.significance import is_title, not_repeated, says_duties
from openness.rules.license_text.words import Words, words_of

_NEAR = 0.5
_LIKE = 0.25
_LEAST = 30
_MOSTLY = 0.9
_PARTS = 8
_COPY = 100
_LONGEST = 60_000
_SHOWN_WORDS = 24
_SHOWN = 40


def identify(text: str, references: References) -> Identified:
    """Say which license a text is."""
    words = words_of(text)
    if not words.words:
        return Identified(kind=TextKind.UNKNOWN, reason="no words")
    if len(words.words) > _LONGEST:
        return Identified(kind=TextKind.UNKNOWN, reason=f"{len(words.words)} words; no license is that long")
    found = fits(words, references)
    best = found[0] if found else None
    notice = read_notice(words, references.names, references.all)
    if notice is not None and (best is None or best.share < _NEAR):
        return notice
    if best is None or best.matched < _LEAST or max(best.share, best.matched / len(words.words)) < _LIKE:
        return Identified(kind=TextKind.UNKNOWN, reason="no license that is known is like it")
    return _decide(words, best, references)


def _decide(text: Words, best: Fit, references: References) -> Identified:
    nearest = best.reference.license
    found = Identified(
        kind=TextKind.UNKNOWN,
        nearest=nearest,
        text=best.reference.text or None,
        similarity=round(best.share, 4),
        differences=_differences(text, best),
        reason=f"it has {best.share:.0%} of the words of {nearest}",
    )
    if best.share < _MOSTLY and best.matched > _MOSTLY * len(text.words):
        return replace(found, kind=TextKind.MODIFIED, reason=f"a part of {nearest}, {best.share:.0%} of its words")
    if best.share < _NEAR:
        return found
    if best.gaps:
        return replace(found, kind=TextKind.MODIFIED, reason=f"{nearest}, with other words")
    return _with_rest(text, best, references, found)


def _with_rest(text: Words, fit: Fit, references: References, nearest: Identified) -> Identified:
    """Look at what stands before and behind a license that is there word for word."""
    found = [(fit.start, fit.reference)]
    rest: list[Words] = []
    waiting = [(0, fit.start), (fit.end, len(text.words))]
    for _ in range(_PARTS):
        if not waiting:
            break
        start, end = waiting.pop(0)
        part = text.span(start, end)
        inner = _best_inside(part, references) if part.words and not is_title(part.words) else None
        if inner is not None:
            found.append((start + inner.start, inner.reference))
            waiting += [(start, start + inner.start), (start + inner.end, end)]
        elif part.words and not is_title(part.words):
            rest.append(part)
    rest += [text.span(start, end) for start, end in waiting if start < end]
    known = [reference for _, reference in found]
    new = [(part, not_repeated(part, known)) for part in rest]
    added = [_added(part) for part, words in new if says_duties(words) or len(part.words) - len(words) > _COPY]
    other_text = any(words for _, words in new)
    licenses = tuple(dict.fromkeys(reference.license for _, reference in sorted(found, key=lambda item: item[0])))
    named = " and ".join(licenses)
    if added:
        return replace(
            nearest, kind=TextKind.WITH_ADDED_TERMS, others=licenses[1:], differences=tuple(added), reason=f"{named}, and more terms"
        )
    if other_text or len(licenses) > 1:
        return replace(nearest, kind=TextKind.WITH_OTHER_TEXT, license=licenses[0], others=licenses[1:], reason=f"{named}, and other text")
    return replace(nearest, kind=TextKind.EXACT, license=licenses[0], reason=f"{named}, word for word")


def _best_inside(text: Words, references: References) -> Fit | None:
    """Return a reference that lies in a text word for word."""
    return next((fit for fit in fits(text, references) if not fit.gaps and fit.share > _NEAR), None)


def _added(part: Words) -> Difference:
    return Difference(change=Change.ADDED, line=part.lines[0], words=_quote(part.words))


def _differences(text: Words, fit: Fit) -> tuple[Difference, ...]:
    found = []
    for gap in fit.gaps[:_SHOWN]:
        words, missing = text.words[gap.left : gap.left_end], gap.right_end - gap.right
        change = Change.CHANGED if words and missing else Change.ADDED if words else Change.MISSING
        line = text.lines[min(gap.left, len(text.lines) - 1)]
        found.append(Difference(change=change, line=line, words=_quote(words), missing=missing))
    return tuple(found)


def _quote(words: Sequence[str]) -> str:
    shown = " ".join(words[:_SHOWN_WORDS]).replace("\0", "____")
    return f"{shown} ..." if len(words) > _SHOWN_WORDS else shown
