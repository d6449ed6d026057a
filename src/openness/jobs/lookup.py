"""Find models by what people call them."""

import msgspec

from openness.core.answer import Matched, ModelAnswer
from openness.core.error import NotFoundError
from openness.rules.names import Match, Name, NameKind, beginnings, choose, correct, fold_name, suggest
from openness.store.compiled import Compiled

_KIND = "models"
_DATASETS = "datasets"
MAX_WORD = 300


def match(compiled: Compiled, word: str) -> Match:
    """Return the records that a word means; raise NotFoundError with what comes close."""
    if len(word) > MAX_WORD:
        raise NotFoundError(f"a name of {len(word)} characters, expected at most {MAX_WORD}")
    record_id, _, variant = word.partition("#")
    found = _named(compiled, fold_name(word))
    if compiled.answer(_KIND, record_id) is not None and not (variant and found):
        return Match(ids=(record_id,), kind=NameKind.ID, variant=variant or None)
    return found or _nearly(compiled, word)


def _named(compiled: Compiled, key: str) -> Match | None:
    names = compiled.names(key) if key else []
    if not names:
        return None
    return choose([Name(key=name.key, kind=NameKind(name.kind), id=name.id, variant=name.variant) for name in names])


def _nearly(compiled: Compiled, word: str) -> Match:
    """Take a word for the beginning or a misspelling of a name, where it can only be one model or family."""
    known = compiled.all_names()
    for kind, keys in ((NameKind.BEGINNING, beginnings(word, known)), (NameKind.MISSPELLING, correct(word, known))):
        matches = [found for key in keys if (found := _named(compiled, key)) is not None]
        families = {_family(compiled, found.ids[0]) for found in matches}
        if len(families) == 1:
            widest = max(matches, key=lambda found: len(found.ids))
            variants = {found.variant for found in matches}
            return Match(ids=widest.ids, kind=kind, variant=variants.pop() if len(variants) == 1 else None)
    near = suggest(word, known)
    hint = f"; did you mean {', '.join(repr(name) for name in near)}?" if near else "; openness find lists all models"
    raise NotFoundError(f"no model goes by {word!r}{hint}")


def _family(compiled: Compiled, model_id: str) -> str:
    return read_answer(compiled, model_id).family or model_id


def look_up(compiled: Compiled, word: str) -> ModelAnswer:
    """Return the answer for a word; further records of a family stand in `also`."""
    found = match(compiled, word)
    answers = [read_answer(compiled, record_id) for record_id in found.ids]
    if found.kind in (NameKind.FAMILY, NameKind.FAMILY_VARIANT):
        answers.sort(key=lambda answer: answer.released or "", reverse=True)  # of a family the newest comes first
    matched = Matched(word=word, kind=found.kind.value, variant=found.variant)
    return msgspec.structs.replace(answers[0], matched=matched, also=tuple(answers[1:]))


def read_answer(compiled: Compiled, model_id: str) -> ModelAnswer:
    """Return the answer of one record."""
    body = compiled.answer(_KIND, model_id)
    if body is None:
        raise NotFoundError(f"no model has the id {model_id!r}")
    return msgspec.json.decode(body, type=ModelAnswer)


def find_dataset(compiled: Compiled, word: str) -> bytes | None:
    """Return the JSON of the dataset that a word names, by id, name or alias; None where there is none."""
    key = fold_name(word)
    for dataset_id in compiled.ids(_DATASETS) if key else ():
        body = compiled.answer(_DATASETS, dataset_id)
        found = msgspec.json.decode(body or b"{}", type=_Named)
        names = (dataset_id, dataset_id.partition("/")[2], found.name, *found.aliases, found.repo_id or "", *found.former_repo_ids)
        if key in {fold_name(name) for name in names}:
            return body
    return None


class _Named(msgspec.Struct, frozen=True, kw_only=True):
    """Read only the names of an answer."""

    name: str
    aliases: tuple[str, ...] = ()
    former_repo_ids: tuple[str, ...] = ()
    repo_id: str | None = None
