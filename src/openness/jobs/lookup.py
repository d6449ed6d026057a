"""Find models by what people call them."""

import msgspec

from openness.core.answer import Matched, ModelAnswer
from openness.core.error import NotFoundError
from openness.rules.names import Match, Name, NameKind, choose, fold_name, suggest
from openness.store.compiled import Compiled

_KIND = "models"
MAX_WORD = 300


def match(compiled: Compiled, word: str) -> Match:
    """Return the records that a word means; raise NotFoundError with what comes close."""
    if len(word) > MAX_WORD:
        raise NotFoundError(f"a name of {len(word)} characters, expected at most {MAX_WORD}")
    record_id, _, variant = word.partition("#")
    key = fold_name(word)
    names = compiled.names(key) if key else []
    if compiled.answer(_KIND, record_id) is not None and not (variant and names):
        return Match(ids=(record_id,), kind=NameKind.ID, variant=variant or None)
    if names:
        return choose([Name(key=name.key, kind=NameKind(name.kind), id=name.id, variant=name.variant) for name in names])
    near = suggest(word, compiled.all_names())
    hint = f"; did you mean {', '.join(repr(name) for name in near)}?" if near else "; openness find lists all models"
    raise NotFoundError(f"no model goes by {word!r}{hint}")


def look_up(compiled: Compiled, word: str) -> ModelAnswer:
    """Return the answer for a word; further records of a family stand in `also`."""
    found = match(compiled, word)
    answers = [read_answer(compiled, record_id) for record_id in found.ids]
    matched = Matched(word=word, kind=found.kind.value, variant=found.variant)
    return msgspec.structs.replace(answers[0], matched=matched, also=tuple(answers[1:]))


def read_answer(compiled: Compiled, model_id: str) -> ModelAnswer:
    """Return the answer of one record."""
    body = compiled.answer(_KIND, model_id)
    if body is None:
        raise NotFoundError(f"no model has the id {model_id!r}")
    return msgspec.json.decode(body, type=ModelAnswer)
