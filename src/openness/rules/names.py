"""Names: how a model is found by id, Hub id, variant, alias or a spelling that comes close."""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from openness.core.model import Model


class NameKind(StrEnum):
    """What a name is to its record, the most exact first."""

    ID = "id"
    REPO = "repo_id"
    NAME = "name"
    ALIAS = "alias"
    VARIANT = "variant"
    REPO_NAME = "name of the repository"
    FAMILY = "family"
    FAMILY_VARIANT = "variant of the family"
    BEGINNING = "beginning of a name"
    MISSPELLING = "misspelling"


class Name(Struct, frozen=True, kw_only=True, order=True):
    """Hold one folded name of a record, and the variant that it means, if any."""

    key: str
    kind: NameKind
    id: str
    variant: str | None = None


_PRIORITY = {kind: number for number, kind in enumerate(NameKind)}


def fold_name(text: str) -> str:
    """Reduce a name to lower-case letters and digits, so that GPT-4, gpt 4 and GPT4 are one."""
    return re.sub(r"[^0-9a-z]+", "", text.casefold())


def names_of(model_id: str, model: "Model") -> Iterator[Name]:
    """Yield every name under which a model can be asked for."""
    release = model_id.partition("/")[2]
    for title, kind in ((model_id, NameKind.ID), (model.name, NameKind.NAME), (release, NameKind.ALIAS)):
        yield Name(key=fold_name(title), kind=kind, id=model_id)
    for alias in model.aliases:
        yield Name(key=fold_name(alias), kind=NameKind.ALIAS, id=model_id)
    if model.family:
        yield Name(key=fold_name(model.family), kind=NameKind.FAMILY, id=model_id)
    for slug, variant in model.variants.items():
        for title in (model.name, *model.aliases, release, model_id):
            yield Name(key=fold_name(f"{title}{slug}"), kind=NameKind.VARIANT, id=model_id, variant=slug)
        if model.family:
            yield Name(key=fold_name(f"{model.family}{slug}"), kind=NameKind.FAMILY_VARIANT, id=model_id, variant=slug)
        for repo_id in (variant.repo_id, *variant.more_repo_ids, *variant.former_repo_ids, *variant.copy_repo_ids):
            if repo_id:
                yield Name(key=fold_name(repo_id), kind=NameKind.REPO, id=model_id, variant=slug)
                yield Name(key=fold_name(repo_id.partition("/")[2]), kind=NameKind.REPO_NAME, id=model_id, variant=slug)


class Match(Struct, frozen=True, kw_only=True):
    """Say which records a word means, and by which kind of name."""

    ids: tuple[str, ...]
    kind: NameKind
    variant: str | None = None


def choose(found: list[Name]) -> Match:
    """Choose among the records of one key: the most exact kind of name wins, a family stands for all its records."""
    best = min(found, key=lambda name: _PRIORITY[name.kind])
    same = sorted({name.id for name in found if name.kind is best.kind})
    families = sorted({name.id for name in found if name.kind is NameKind.FAMILY})
    ids = families if families and best.kind in (NameKind.NAME, NameKind.ALIAS, NameKind.FAMILY) else same
    leading = [best.id] if best.id in ids else []
    ordered = (*leading, *(name for name in ids if name not in leading))
    return Match(ids=ordered, kind=best.kind, variant=best.variant if len(ordered) == 1 else None)


_SHORTEST = 5
_LIKENESS = 0.75


def correct(word: str, keys: Iterable[str]) -> tuple[str, ...]:
    """Return the names that a word can only be a misspelling of.

    Careful, since names of different models are near each other: all digits must agree, and letters may only be swapped,
    doubled or replaced; one more letter (BLOOM, BLOOMZ) is another name.
    """
    key = fold_name(word)[:100]
    if len(key) < _SHORTEST:
        return ()
    return tuple(known for known in keys if known != key and _is_misspelling(key, known))


def _is_misspelling(key: str, known: str) -> bool:
    if _digits(key) != _digits(known) or key[:1] != known[:1]:
        return False
    if _single(key) == _single(known) or sorted(key) == sorted(known):
        return True
    if len(key) != len(known):
        return False
    return sum(left != right for left, right in zip(key, known, strict=True)) <= len(key) * (1 - _LIKENESS) / 2


def _digits(text: str) -> str:
    return re.sub(r"\D+", ".", text)


def _single(text: str) -> str:
    """Write doubled letters once."""
    return re.sub(r"(\D)\1+", r"\1", text)


def beginnings(word: str, keys: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names whose first words are the given ones; half a word is none, so that OLMo is not taken for OLMoE."""
    key = fold_name(word)
    if len(key) < _SHORTEST:
        return ()
    return tuple(known for known, shown in keys.items() if known.startswith(key) and _begins_with(shown, key))


def _begins_with(shown: str, key: str) -> bool:
    words = re.split(r"[\s_/-]+", shown)
    return any(fold_name("".join(words[:count])) == key for count in range(1, len(words)))


def suggest(word: str, keys: Mapping[str, str]) -> tuple[str, ...]:
    """Return up to three names that hold a word or come close to it; `keys` maps folded names to what to show."""
    from difflib import get_close_matches  # only where nothing was found

    key = fold_name(word)[:100]
    holding = [known for known in keys if key and key in known]
    near = get_close_matches(key, list(keys), n=12, cutoff=0.6)
    return tuple(dict.fromkeys(keys[known] for known in [*holding[:3], *sorted(near, key=lambda known: _digits(known) != _digits(key))]))[
        :3
    ]
