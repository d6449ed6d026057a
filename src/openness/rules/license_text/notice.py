"""Notices: short texts that say under which license something stands, without being that license."""

from collections.abc import Iterable, Mapping, Sequence

from openness.core.fingerprint import Fingerprint
from openness.core.identified import Identified, TextKind
from openness.rules.license_text.significance import not_repeated, says_duties
from openness.rules.license_text.words import Words, words_of

_LONGEST = 150
_ALONE = frozenset({"license", "licensed", "licenses", "terms"})
_TOLD = frozenset({"under", "licensed"})
_BEFORE = 8
_NARROWING = frozenset(
    [
        "nc",
        "nd",
        "sa",
        "noncommercial",
        "non",
        "commons",
        "clause",
        "formerly",
        "incompatible",
        "parts",
        "modified",
        "or",
        "with",
        "plus",
        "previously",
    ]
)


def names_as_words(names: Iterable[tuple[str, str]]) -> dict[tuple[str, ...], str]:
    """Map the words of each name of a license to its id; a name that stands for two is left out."""
    found: dict[tuple[str, ...], str] = {}
    twice: set[tuple[str, ...]] = set()
    for name, license_id in names:
        words = words_of(name).words
        if found.setdefault(words, license_id) != license_id:
            twice.add(words)
    return {words: license_id for words, license_id in found.items() if words and words not in twice}


def read_notice(text: Words, names: Mapping[tuple[str, ...], str], known: Sequence[Fingerprint]) -> Identified | None:
    """Return the license that a short text names; None where it names none, or is no notice.

    A notice that says more than the text of the license itself, so that it could narrow or deny it, names the nearest one alone.
    """
    if len(text.words) > _LONGEST or not _TOLD & set(text.words):
        return None
    named = _named(text.words, names)
    licenses = tuple(dict.fromkeys(named))
    if not licenses:
        return None
    alone = len(licenses) == 1 and not _qualified(text, names, [one for one in known if one.license in licenses])
    return Identified(
        kind=TextKind.NOTICE,
        license=licenses[0] if alone else None,
        nearest=licenses[0],
        others=licenses[1:],
        reason=f"it only names {' and '.join(licenses)}",
    )


def _qualified(text: Words, names: Mapping[tuple[str, ...], str], known: Sequence[Fingerprint]) -> bool:
    """Tell whether a notice asks, forbids or excepts something, beside the names in it and what the license says itself."""
    left = list(not_repeated(text, known))
    for name in sorted(names, key=len, reverse=True):
        for place in range(len(left) - len(name) + 1):
            if tuple(left[place : place + len(name)]) == name:
                left[place : place + len(name)] = [""] * len(name)
                follow = left[place + len(name) : place + len(name) + 2]
                if any(word in _NARROWING for word in follow):
                    return True
    return says_duties([word for word in left if word not in _TOLD]) or any(word in _NARROWING for word in left)


def _named(words: tuple[str, ...], names: Mapping[tuple[str, ...], str]) -> list[str]:
    """Find names of which the words before say that something is licensed under them, the longest at each place.

    One word alone counts only beside the word license; a heading tells nothing.
    """
    longest = max((len(name) for name in names), default=0)
    found: list[str] = []
    place = 0
    while place < len(words):
        for length in range(min(longest, len(words) - place), 0, -1):
            name = words[place : place + length]
            told = _TOLD & set(words[max(0, place - _BEFORE) : place])
            if told and name in names and (length > 1 or set(words[place + 1 : place + 2]) & _ALONE):
                found.append(names[name])
                place += length - 1
                break
        place += 1
    return found
