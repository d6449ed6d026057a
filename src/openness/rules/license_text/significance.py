"""Significance: which differences between a text and a license cannot change what it allows."""

from collections.abc import Iterable, Sequence

from openness.core.fingerprint import Fingerprint
from openness.rules.license_text.align import Gap
from openness.rules.license_text.words import Words, hash_of, is_address

_TERMS = frozenset(
    ["not", "no", "never", "nor", "only", "must", "shall", "may", "cannot", "unless", "except", "provided", "require", "requires", "required", "prohibit", "prohibited", "prohibits", "forbidden", "restrict", "restricted", "restriction", "restrictions", "limit", "limited", "commercial", "noncommercial", "condition", "conditions", "conditioned", "agree", "agrees", "agreement", "permission", "permissions", "permitted", "allowed", "consent", "approval", "fee", "fees", "royalty", "royalties", "pay", "payment", "revenue", "users", "monthly", "active", "display", "displayed", "prominently", "attribution", "notify", "registration", "register", "patent", "warranty", "liable", "liability", "terminate", "termination", "territory", "country", "countries", "military", "research", "purpose", "purposes", "solely", "exclusively", "use"]
)  # fmt: skip
_NAMES = _TERMS & frozenset(
    ["use", "research", "limited", "commercial", "purpose", "purposes", "display", "active", "patent", "military", "agreement", "users"]
)
_DUTIES = _TERMS - frozenset(["use", "permission", "patent", "warranty", "liability", "liable", "agreement", "attribution"])
_LONGEST_NOTICE = 40
_LONGEST_TITLE = 12
_LONGEST_OWNER = 6
_NEAR = 4
_RUN = 4
_COPYRIGHT = hash_of("copyright")
# That Creative Commons gives up its rights in the text itself: a sentence behind its licenses, in some copies, as their words are hashed.
_ASIDES = frozenset([(21, 412484870)])
_TERM_HASHES = frozenset(hash_of(word) for word in _TERMS)
_COPYRIGHT_OF = ("software", "portions", "modifications")
_AFTER_COPYRIGHT = frozenset(("c", "\0", "by"))
_NUMERALS = ("ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii")
_MARKS = frozenset(
    hash_of(mark)
    for mark in (
        *(str(number) for number in range(1, 31)),
        *(f"{chapter}.{section}" for chapter in range(1, 31) for section in range(31)),
        *"abcdefghijklmnopqrstuvwxyz",
        *_NUMERALS,
    )
)


def says_terms(words: Sequence[str]) -> bool:
    """Tell whether words could add to or take from what a license allows."""
    return any(word in _TERMS for word in words)


def says_duties(words: Sequence[str]) -> bool:
    """Tell whether words beside a license could ask or forbid something."""
    return any(word in _DUTIES for word in words)


def is_copyright(words: Sequence[str]) -> bool:
    """Tell whether words begin with a notice of who holds the copyright since when, and say no more."""
    begins = "copyright" in words[:1] or words[:2] in (("c", "copyright"), *(((of, "copyright")) for of in _COPYRIGHT_OF))
    return begins and len(words) <= _LONGEST_NOTICE and not any(word in _TERMS - _NAMES for word in words)


def is_title(words: Sequence[str]) -> bool:
    """Tell whether words before or behind a license are a heading, a notice of copyright, or both."""
    start = words.index("copyright") if "copyright" in words[:_LONGEST_TITLE] else len(words)
    heading, owned = words[:start], words[start:]
    plain = len(heading) <= _LONGEST_TITLE and not any(word in _TERMS - _NAMES for word in heading)
    return plain and (not owned or is_copyright(owned))


def owners_of(text: Words) -> frozenset[str]:
    """Return the words of a text that stand in a notice of copyright, such as the name of a company."""
    found: set[str] = set()
    for place in [number for number, word in enumerate(text.words) if word == "copyright"]:
        after = text.words[place + 1 : place + 2]
        if after and (after[0] in _AFTER_COPYRIGHT or after[0][:2] in ("19", "20")):
            found.update(name for name in text.words[place + 1 : place + 1 + _LONGEST_OWNER] if name.isalpha() and name not in _TERMS)
    return frozenset(found)


def is_harmless(text: Words, gap: Gap, reference: Fingerprint, owners: frozenset[str]) -> bool:
    """Tell whether a difference inside a license cannot change what it allows; `owners` are names in its notices of copyright."""
    words = text.words[gap.left : gap.left_end]
    missing = reference.hashes[gap.right : gap.right_end]
    if len(words) + len(missing) == 1:
        alone = (*missing, *(hash_of(word) for word in words))[0]
        return alone in _MARKS or is_address(alone) or any(hash_of(name) == alone for name in owners)
    if _is_aside(words, missing):
        return True
    if any(hashed in _TERM_HASHES for hashed in missing) or len(missing) > _LONGEST_NOTICE:
        return False
    if is_copyright(words) and all(hashed in _MARKS for hashed in missing):
        return True
    return _is_pointer(words, missing) or (not words and missing[0] == _COPYRIGHT) or _is_other_owner(text, gap)


def _is_aside(words: Sequence[str], missing: Sequence[int]) -> bool:
    """Tell whether one side alone has a sentence that its publisher keeps out of the license."""
    sentence = missing or tuple(hash_of(word) for word in words)
    alone = not words or not missing
    return alone and (len(sentence), hash_of(" ".join(str(hashed) for hashed in sentence))) in _ASIDES


def _is_other_owner(text: Words, gap: Gap) -> bool:
    """Tell whether other words stand in the notice of copyright that began before a gap."""
    words = text.words[gap.left : gap.left_end]
    return not says_terms(words) and len(words) <= _LONGEST_NOTICE and _in_copyright(text.words[max(0, gap.left - _NEAR) : gap.left])


def _is_pointer(words: Sequence[str], missing: Sequence[int]) -> bool:
    """Tell whether one side alone points to a page for further reading."""
    hashes = (*missing, *(hash_of(word) for word in words))
    alone = not words or not missing
    return alone and len(hashes) <= _LONGEST_TITLE and not says_terms(words) and any(is_address(hashed) for hashed in hashes)


def _in_copyright(before: Sequence[str]) -> bool:
    """Tell whether words end in the beginning of a notice of copyright: the word, then years and names."""
    if "copyright" not in before:
        return False
    rest = before[len(before) - before[::-1].index("copyright") :]
    return not says_terms(rest) and (not rest or rest[0] in _AFTER_COPYRIGHT or rest[0][:2] in ("19", "20"))


def not_repeated(words: Words, references: Iterable[Fingerprint]) -> tuple[str, ...]:
    """Return the words beside licenses that only repeat nothing of what stands in them, as their own notices do."""
    known = {run for one in references for run in zip(*(one.hashes[offset:] for offset in range(_RUN)), strict=False)}
    left = [True] * len(words.words)
    for place, run in enumerate(zip(*(words.hashes[offset:] for offset in range(_RUN)), strict=False)):
        if run in known:
            left[place : place + _RUN] = [False] * _RUN
    return tuple(word for word, stays in zip(words.words, left, strict=True) if stays)
