"""Significance: which differences between a text and a license cannot change what it allows."""

import re
from collections.abc import Iterable, Sequence

from openness.core.fingerprint import Fingerprint
from openness.rules.license_text.align import Gap
from openness.rules.license_text.words import Words, hash_of, is_address

_TERMS = frozenset(
    ["not", "no", "never", "nor", "only", "must", "shall", "may", "cannot", "unless", "except", "provided", "require", "requires", "required", "prohibit", "prohibited", "prohibits", "forbidden", "restrict", "restricted", "restriction", "restrictions", "limit", "limited", "commercial", "noncommercial", "condition", "conditions", "conditioned", "agree", "agrees", "agreement", "permission", "permissions", "permitted", "allowed", "consent", "approval", "fee", "fees", "royalty", "royalties", "pay", "payment", "revenue", "users", "monthly", "active", "display", "displayed", "prominently", "attribution", "notify", "registration", "register", "patent", "warranty", "liable", "liability", "terminate", "termination", "territory", "country", "countries", "military", "research", "purpose", "purposes", "solely", "exclusively", "use"]
)  # fmt: skip
_NAMES = frozenset(["research", "limited"])
_DUTIES = _TERMS - frozenset(["use", "permission", "patent", "warranty", "liability", "liable", "agreement", "attribution"])
_SENTENCES = frozenset(["isnt", "arent", "dont", "doesnt", "cant", "wont", "need", "needs", "needed", "subject", "void", "revoke", "revoked", "revokes", "revocable", "except", "excepting", "excluded", "excluding", "excludes", "exclude", "without", "besides", "barring", "barred", "bars", "bar", "disallow", "disallowed", "disallows", "deny", "denied", "redistribute", "redistributing", "redistribution", "resell", "reselling", "sell", "selling", "sale", "sold", "credit", "credits", "confidential", "proprietary", "secret", "eula", "licensed", "relicensed", "non", "nc", "nd", "nonprofit", "academic", "academia", "evaluation", "personal", "private", "internal", "educational", "companies", "staff", "employees", "customers", "competitors", "compete", "competing", "contact", "notwithstanding", "ban", "bans", "banned", "banning", "void", "trial", "expire", "expires", "until", "narrowed", "amended", "instead", "struck", "interdit", "interdite", "verboten", "prohibido"])  # fmt: skip
_VERBS = frozenset(["is", "are", "be", "been", "have", "has", "to", "you", "your", "who", "whoever", "if", "when", "which", "under"])  # fmt: skip
_LONGEST_NOTICE = 40
_LONGEST_TITLE = 12
_RUN = 12
# That Creative Commons gives up its rights in the text itself: a sentence behind its licenses, in some copies, as their words are hashed.
_ASIDES = frozenset([(21, 412484870)])
_COPYRIGHT_OF = ("software", "portions", "modifications")


def says_duties(words: Sequence[str]) -> bool:
    """Tell whether words beside a license could ask or forbid something."""
    return any(word in _DUTIES or word in _SENTENCES or _is_foreign(word) for word in words)


def _is_foreign(word: str) -> bool:
    """Tell whether a word is not of English letters, so that nobody here knows what it asks."""
    return word > "\u0250"


def is_copyright(words: Sequence[str]) -> bool:
    """Tell whether words begin with a notice of who holds the copyright since when, and say no more."""
    begins = "copyright" in words[:1] or words[:2] in (("c", "copyright"), *(((of, "copyright")) for of in _COPYRIGHT_OF))
    return begins and len(words) <= _LONGEST_NOTICE and not speaks(words)


def speaks(words: Sequence[str]) -> bool:
    """Tell whether words are more than names: a sentence, or a term."""
    return any(word in _TERMS - _NAMES or word in _SENTENCES or word in _VERBS or _is_foreign(word) for word in words)


def is_title(words: Sequence[str]) -> bool:
    """Tell whether words before or behind a license are a heading, a notice of copyright, or both."""
    start = words.index("copyright") if "copyright" in words[:_LONGEST_TITLE] else len(words)
    heading, owned = words[:start], words[start:]
    plain = len(heading) <= _LONGEST_TITLE and not speaks(heading)
    return plain and (not owned or is_copyright(owned))


def is_harmless(text: Words, gap: Gap, reference: Fingerprint) -> bool:
    """Tell whether a difference inside a license cannot change what it allows."""
    words = text.words[gap.left : gap.left_end]
    missing = reference.hashes[gap.right : gap.right_end]
    if len(words) + len(missing) == 1:
        return is_address(missing[0]) if missing else _is_plain_address(words[0])
    return _is_aside(words, missing) or (not missing and is_copyright(words))


def _is_plain_address(word: str) -> bool:
    """Tell whether a word is a web address that says nothing by its own words."""
    return is_address(hash_of(word)) and not speaks(re.split(r"[^a-z]+", word))


def _is_aside(words: Sequence[str], missing: Sequence[int]) -> bool:
    """Tell whether one side alone has a sentence that its publisher keeps out of the license."""
    sentence = missing or tuple(hash_of(word) for word in words)
    alone = not words or not missing
    return alone and (len(sentence), hash_of(" ".join(str(hashed) for hashed in sentence))) in _ASIDES


def not_repeated(words: Words, references: Iterable[Fingerprint]) -> tuple[str, ...]:
    """Return the words beside licenses that only repeat nothing of what stands in them, as their own notices do."""
    known = {run for one in references for run in zip(*(one.hashes[offset:] for offset in range(_RUN)), strict=False)}
    left = [True] * len(words.words)
    for place, run in enumerate(zip(*(words.hashes[offset:] for offset in range(_RUN)), strict=False)):
        if run in known:
            left[place : place + _RUN] = [False] * _RUN
    return tuple(word for word, stays in zip(words.words, left, strict=True) if stays)
