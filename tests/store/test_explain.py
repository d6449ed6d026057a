"""What is wrong with the shape of a record is said with its path, its code, and the edit that mends it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openness.core.finding import Path
from openness.core.registry import Collection
from openness.store.explain import ShapeProblem, did_you_mean, explain
from openness.store.schema import explainer, fits

_SOURCE = {"url": "https://example.org/sample", "seen": "2026-11-20", "by": "publisher"}
_OFFER = {"access": "public", "license": "MIT", "url": "https://example.org/sample", "evidence": ["card"]}
_GOOD: dict[Collection, Any] = {
    Collection.MODELS: {
        "name": "Sample",
        "developer": "Example Lab",
        "released": "2026-03-02",
        "kind": "base",
        "modalities": {"in": ["text"], "out": ["text"]},
        "aliases": ["Sample Base"],
        "stated_in": ["card"],
        "variants": {"7b": {"repo_id": "example-lab/sample-7b", "parameters": 7_000_000_000, "epochs": 1.5, "evidence": ["card"]}},
        "lineage": [{"base": "example-lab/seed#7b", "relation": "finetune", "evidence": ["card"]}],
        "training_data": {"completeness": "partial", "sets": [{"name": "Web", "stage": "sft", "class": "open", "evidence": ["card"]}]},
        "components": {"model-card": _OFFER, "tokenizer": [_OFFER, {"access": "none"}]},
        "eu": {"monetisation": [], "designated_systemic": False, "evidence": ["card"]},
        "evidence": {"card": {**_SOURCE, "copy": "undated", "revision": "0" * 40, "expect": {"phrase": "open"}}},
        "note": "A note.",
    },
    Collection.DATASETS: {
        "name": "Sample Web",
        "publisher": "Example Lab",
        "stated_in": ["card"],
        "offers": _OFFER,
        "sizes": [{"amount": 1.5, "unit": "bytes", "evidence": ["card"]}],
        "parts": {"books": {"name": "Books", "evidence": ["card"]}},
        "evidence": {"card": _SOURCE},
    },
    Collection.LICENSES: {
        "name": "Sample License",
        "targets": ["model"],
        "confidence": "read",
        "limits": {"territory": {"answer": "yes", "excluded": ["EU"], "threshold": 1}},
        "evidence": {"text": _SOURCE},
    },
    Collection.FRAMEWORKS: {
        "name": "Sample",
        "version": "1",
        "publisher": "Example Lab",
        "summary": "Weights.",
        "requirements": {"weights": {"title": "Weights", "ask": {"predicate": "offered"}}},
        "passes": {"all": ["weights"]},
        "evidence": {"text": _SOURCE},
    },
}
_REMOVED = object()
_TEXTS = st.text(alphabet="aZ0. -/:@?#_\n\r\t\x00\x1c\x85\u00a0\u0663\u202e\u2028\ufeffé", max_size=12)
_PREFIXES = st.sampled_from(["", "a", "a/b", "https://a.b/", "2026-11-20", "MIT", "0" * 40, "Sample", "undated"])


def _changed(value: Any, path: Path, new: object) -> Any:
    """Copy a value with another one, or none, at a path."""
    if not path:
        return new
    step, *rest = path
    if isinstance(value, list):
        return [_changed(item, tuple(rest), new) if number == step else item for number, item in enumerate(value)]
    changed = {**value, step: _changed(value.get(step), tuple(rest), new)}
    return {key: item for key, item in changed.items() if item is not _REMOVED}


def _explain(path: Path, new: object, collection: Collection = Collection.MODELS) -> tuple[ShapeProblem, ...]:
    value = _changed(_GOOD[collection], path, new)
    assert not fits(collection, value)
    return explain(collection, value)


@pytest.mark.parametrize("collection", Collection)
def test_a_good_record_fits(collection: Collection) -> None:
    assert fits(collection, _GOOD[collection])


@pytest.mark.parametrize(
    ("path", "new", "hint"),
    [
        (("opinion",), "good", "expected one of name, family, developer"),
        (("developr",), "x", "did you mean 'developer'?"),  # codespell:ignore developr
        (("components", "trainingcode"), _OFFER, "did you mean 'training-code'?"),
        (("components", "weights"), _OFFER, "expected one of model-architecture, model-parameters-final"),
        (("components", "model-card", "licence"), "MIT", "did you mean 'license'?"),
        (("components", "tokenizer", 1, "LICENSE"), "MIT", "did you mean 'license'?"),
        (("variants", "7b", "params"), 7, "did you mean 'parameters'?"),
        (("evidence", "card", "date"), "2026-11-20", "expected one of url, revision, seen"),
        (("eu", "monetization"), [], "did you mean 'monetisation'?"),
    ],
)
def test_an_unknown_key_is_named_with_the_nearest_known_one(path: Path, new: object, hint: str) -> None:
    (problem,) = _explain(path, new)
    assert (problem.code, problem.path, problem.at_key) == ("unknown-key", path, True)
    assert problem.message == f"unknown key {path[-1]!r}"
    assert (problem.hint or "").startswith(hint)


@pytest.mark.parametrize(
    ("collection", "path", "hint"),
    [
        (Collection.MODELS, ("developer",), "add developer: Who made it, as they write their name"),
        (Collection.MODELS, ("name",), "add name"),
        (Collection.MODELS, ("modalities", "out"), "add out"),
        (Collection.MODELS, ("components", "model-card", "access"), "add access"),
        (Collection.MODELS, ("components", "tokenizer", 1, "access"), "add access"),
        (Collection.MODELS, ("evidence", "card", "seen"), "add seen: The day on which somebody read it"),
        (Collection.MODELS, ("lineage", 0, "relation"), "add relation: finetune, adapter, merge"),
        (Collection.DATASETS, ("offers",), "add offers: How the data itself is to be had"),
        (Collection.DATASETS, ("sizes", 0, "unit"), "add unit: What is counted"),
        (Collection.LICENSES, ("limits", "territory", "answer"), "add answer"),
        (Collection.FRAMEWORKS, ("requirements", "weights", "title"), "add title"),
    ],
)
def test_a_missing_key_is_named_at_what_should_have_it(collection: Collection, path: Path, hint: str) -> None:
    (problem,) = _explain(path, _REMOVED, collection)
    assert (problem.code, problem.path, problem.at_key) == ("missing-key", path[:-1], False)
    assert problem.message == f"key {path[-1]!r} is missing"
    assert (problem.hint or "").startswith(hint)


@pytest.mark.parametrize(
    ("collection", "path", "new", "message"),
    [
        (Collection.MODELS, ("lineage", 0, "base"), _REMOVED, "expected exactly one of the keys base, all_of, any_of, unreleased"),
        (Collection.MODELS, ("lineage", 0, "all_of"), ["a/b", "a/c"], "expected exactly one of the keys base, all_of, any_of, unreleased"),
        (Collection.MODELS, ("training_data", "sets", 0, "name"), _REMOVED, "expected at least one of the keys dataset, name"),
        (Collection.FRAMEWORKS, ("passes",), _REMOVED, "expected exactly one of the keys passes, levels, parts"),
        (Collection.FRAMEWORKS, ("requirements", "weights", "ask", "all"), [], "expected exactly one of the keys all, any, predicate"),
    ],
)
def test_keys_of_which_one_is_needed_are_all_named(collection: Collection, path: Path, new: object, message: str) -> None:
    if path[-1] == "all":
        path, new = path[:-1], {"component": "tokenizer"}
        found = _explain(path, new, collection)
        where = path
    else:
        found = _explain(path, new, collection)
        where = path[:-1]
    assert ("missing-key", where, message) in [(problem.code, problem.path, problem.message) for problem in found]


@pytest.mark.parametrize(
    ("path", "word", "hint"),
    [
        (("kind",), "bass", "did you mean 'base'?"),
        (("kind",), "Base", "did you mean 'base'?"),
        (("kind",), "transformer", "expected one of base, instruct, chat"),
        (("modalities", "in", 0), "texts", "did you mean 'text'?"),
        (("components", "model-card", "access"), "publik", "did you mean 'public'?"),
        (("components", "model-card", "access"), "open", "expected one of public, gated"),
        (("components", "tokenizer", 1, "access"), "no", "did you mean 'none'?"),
        (("components", "model-card", "access"), None, "did you mean 'none'?"),
        (("components", "model-card", "access"), 7, "expected one of public"),
        (("components", "model-card", "access"), ["public"], "did you mean 'public'?"),
        (("evidence", "card", "by"), "third-part", "did you mean 'third-party'?"),
        (("lineage", 0, "relation"), "fine-tune", "did you mean 'finetune'?"),
        (("training_data", "sets", 0, "stage"), "x" * 100_000, "expected one of pretraining"),
    ],
)
def test_a_word_that_is_in_no_list_is_named_with_the_nearest_that_is(path: Path, word: object, hint: str) -> None:
    (problem,) = _explain(path, word)
    assert (problem.code, problem.path) == ("unknown-word", path)
    assert (problem.hint or "").startswith(hint)
    assert len(problem.message) < 150


@pytest.mark.parametrize(
    ("collection", "path", "new", "message"),
    [
        (Collection.MODELS, (), [], "expected keys with values, got a list"),
        (Collection.MODELS, (), None, "expected keys with values, got nothing"),
        (Collection.MODELS, (), "text", "expected keys with values, got 'text'"),
        (Collection.MODELS, ("name",), 42, "expected text, got 42"),
        (Collection.MODELS, ("name",), {"a": 1}, "expected text, got keys with values"),
        (Collection.MODELS, ("stated_in",), "card", "expected a list, got 'card'"),
        (Collection.MODELS, ("variants", "7b", "repo_id"), 42, "expected text, got 42"),
        (Collection.MODELS, ("variants", "7b", "parameters"), "7B", "expected a whole number, got '7B'"),
        (Collection.MODELS, ("variants", "7b", "parameters"), 7.5, "expected a whole number, got 7.5"),
        (Collection.MODELS, ("variants", "7b", "parameters"), True, "expected a whole number, got True"),
        (Collection.MODELS, ("variants", "7b", "epochs"), "two", "expected a number, got 'two'"),
        (Collection.MODELS, ("variants", "7b"), None, "expected keys with values, got nothing"),
        (Collection.MODELS, ("eu", "designated_systemic"), "no", "expected true or false, got 'no'"),
        (Collection.MODELS, ("components", "model-card"), "public", "expected keys with values, got 'public'"),
        (Collection.MODELS, ("components", "tokenizer", 1), "none", "expected keys with values, got 'none'"),
        (Collection.MODELS, ("released",), 2026, "expected text, got 2026"),
        (Collection.DATASETS, ("parts",), [], "expected keys with values, got a list"),
        (Collection.LICENSES, ("limits", "territory"), "yes", "expected keys with values, got 'yes'"),
    ],
)
def test_a_value_of_the_wrong_type_is_named_with_the_right_one(collection: Collection, path: Path, new: object, message: str) -> None:
    (problem,) = _explain(path, new, collection)
    assert (problem.code, problem.path, problem.message) == ("wrong-type", path, message)
    assert problem.hint


@pytest.mark.parametrize(
    ("path", "new", "code", "hint"),
    [
        (("released",), "2023-02-30", "wrong-date", "A calendar day, YYYY-MM-DD; for example '2023-04-03'"),
        (("released",), "02.03.2026", "wrong-date", "A calendar day"),
        (("evidence", "card", "seen"), "yesterday", "wrong-date", "A calendar day"),
        (("evidence", "card", "copy"), "2023-02-30", "wrong-date", "A calendar day"),
        (("evidence", "card", "url"), "javascript:alert(1)", "wrong-url", "An absolute http or https address"),
        (("components", "model-card", "url"), "file:///etc/passwd", "wrong-url", "An absolute http or https address"),
        (("components", "model-card", "url"), "https://a:b@example.org/", "wrong-url", "An absolute http or https address"),
        (("components", "tokenizer", 0, "url"), "example.org", "wrong-url", "An absolute http or https address"),
        (("components", "model-card", "license"), "Apache/2.0", "wrong-license", "What we conclude: an SPDX expression"),
        (("components", "model-card", "license"), "<script>", "wrong-license", "What we conclude: an SPDX expression"),
        (("name",), "Sam\x07ple", "wrong-text", "A name as its publisher writes it, on one line; for example 'Pythia'"),
        (("name",), "Sam\u202eple", "wrong-text", "A name as its publisher writes it"),
        (("name",), " Sample", "wrong-text", "A name as its publisher writes it"),
        (("name",), "Sample\n", "wrong-text", "A name as its publisher writes it"),
        (("aliases", 0), "Sample\nBase", "wrong-text", "A name as its publisher writes it"),
        (("note",), "one \u202e two", "wrong-text", "One line or paragraph of plain text"),
        (("note",), "one \x1b two", "wrong-text", "One line or paragraph of plain text"),
        (("note",), " \n ", "wrong-text", "One line or paragraph of plain text"),
        (("variants", "7b", "repo_id"), "example-lab", "wrong-text", "Owner and name of a repository on the Hugging Face Hub"),
        (("variants", "7b", "repo_id"), "example-lab/..", "wrong-text", "Owner and name of a repository"),
        (("variants", "7b", "evidence", 0), "Card", "wrong-text", "A short key of lower-case letters"),
        (("lineage", 0, "base"), "Example-Lab/Seed", "wrong-text", "A record id, optionally pinned"),
        (("evidence", "card", "revision"), "main", "wrong-text", "A full Git commit, 40 hexadecimal digits"),
        (("evidence", "card", "expect"), {"sha256": "abc"}, "wrong-text", "A digest that came from a fetch"),
    ],
)
def test_a_text_of_the_wrong_form_is_named_with_the_right_one(path: Path, new: object, code: str, hint: str) -> None:
    (problem,) = _explain(path, new)
    where = (*path, "sha256") if path[-1] == "expect" else path
    assert (problem.code, problem.path) == (code, where)
    assert " does not fit: " in problem.message
    assert (problem.hint or "").startswith(hint)


@pytest.mark.parametrize(
    ("path", "new", "message"),
    [
        (("variants", "7b", "parameters"), 0, "0 is less than the minimum of 1"),
        (("variants", "7b", "parameters"), 10**20, f"{10**20} is greater than the maximum"),
        (("variants", "7b", "epochs"), 0, "0 is less than or equal to the minimum of 0"),
        (("variants",), {}, "{} should be non-empty"),
        (("stated_in",), [], "[] should be non-empty"),
        (("stated_in",), ["card", "card"], "['card', 'card'] has non-unique elements"),
        (("components", "tokenizer"), [], "[] should be non-empty"),
        (("evidence",), {}, "{} should be non-empty"),
        (("name",), "a" * 121, "'aaaa"),
        (("note",), "a" * 2001, "'aaaa"),
    ],
)
def test_a_value_beyond_its_bounds_is_named_with_the_bound(path: Path, new: object, message: str) -> None:
    (problem,) = _explain(path, new)
    assert (problem.code, problem.path) == ("wrong-value", path)
    assert problem.message.startswith(message)
    assert len(problem.message) < 150


@pytest.mark.parametrize("new", ["All Weights", 7, {}, {"all": []}, {"none": ["weights"]}, {"all": ["weights"], "any": ["weights"]}])
def test_a_rule_that_is_none_is_named_with_the_ways_to_write_one(new: object) -> None:
    (problem,) = _explain(("passes",), new, Collection.FRAMEWORKS)
    assert (problem.code, problem.path) == ("wrong-value", ("passes",))
    assert "fits none of the ways to write it" in problem.message
    assert (problem.hint or "").startswith("Requirements of which all, or one, must be met")


@pytest.mark.parametrize(
    ("collection", "path", "hint"),
    [
        (Collection.MODELS, ("variants", "7B"), "for example '7b'"),
        (Collection.MODELS, ("variants", "Llama 2 (7B)"), "for example 'llama-2-7b'"),
        (Collection.MODELS, ("evidence", "model_card"), "for example 'model-card'"),
        (Collection.MODELS, ("evidence", ""), None),
        (Collection.MODELS, ("evidence", "蔵"), None),
        (Collection.DATASETS, ("parts", "Books3"), "for example 'books3'"),
    ],
)
def test_a_key_of_the_wrong_form_is_named_with_one_that_is_right(collection: Collection, path: Path, hint: str | None) -> None:
    entry = {"variants": {"evidence": ["card"]}, "evidence": _SOURCE, "parts": {"name": "Books", "evidence": ["card"]}}[str(path[0])]
    (problem,) = _explain(path, entry, collection)
    assert (problem.code, problem.path, problem.at_key, problem.hint) == ("wrong-key", path, True, hint)


def test_everything_is_named_at_once_and_nothing_twice() -> None:
    value = {**_GOOD[Collection.MODELS], "kind": "bass", "released": "2023-02-30", "opinion": 1, "stated_in": []}
    del value["developer"]
    found = explain(Collection.MODELS, value)
    assert sorted((problem.code, problem.path) for problem in found) == [
        ("missing-key", ()),
        ("unknown-key", ("opinion",)),
        ("unknown-word", ("kind",)),
        ("wrong-date", ("released",)),
        ("wrong-value", ("stated_in",)),
    ]
    assert explain(Collection.MODELS, value) == found


def test_two_unknown_and_two_missing_keys_are_four_problems() -> None:
    value = {"title": "Sample", "owner": "Example Lab", **_GOOD[Collection.DATASETS]}
    del value["name"], value["publisher"]
    found = explain(Collection.DATASETS, value)
    assert [problem.code for problem in found].count("unknown-key") == 2
    assert [problem.code for problem in found].count("missing-key") == 2
    assert len(found) == 4


@pytest.mark.parametrize(
    "path",
    [
        ("name",),
        ("released",),
        ("note",),
        ("variants", "7b", "repo_id"),
        ("lineage", 0, "base"),
        ("components", "model-card", "license"),
        ("components", "model-card", "declared"),
        ("components", "model-card", "url"),
        ("evidence", "card", "copy"),
        ("evidence", "card", "revision"),
        ("stated_in", 0),
    ],
)
@given(_PREFIXES, _TEXTS, _TEXTS)
def test_what_the_screen_refuses_can_always_be_explained_at_its_place(path: Path, text: str, before: str, after: str) -> None:
    value = _changed(_GOOD[Collection.MODELS], path, before + text + after)
    if fits(Collection.MODELS, value):
        assert not list(explainer(Collection.MODELS).iter_errors(value))
    else:
        assert {problem.path for problem in explain(Collection.MODELS, value)} == {path}


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("publik", "did you mean 'public'?"),
        ("PUBLIC", "did you mean 'public'?"),
        ("gate", "did you mean 'gated'?"),
        ("gatepublic" * 50, None),
        ("", None),
        ("xyz", None),
    ],
)
def test_a_hint_names_what_is_near_and_nothing_else(word: str, hint: str | None) -> None:
    assert did_you_mean(word, ["public", "gated", "none"]) == hint


def test_where_nothing_is_known_nothing_is_near() -> None:
    assert did_you_mean("public", []) is None
