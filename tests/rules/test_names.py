"""How models are found."""

import pytest
from msgspec.structs import replace
from worlds import fully_open

from openness.core.model import Variant
from openness.rules.names import Match, Name, NameKind, beginnings, choose, correct, fold_name, names_of, suggest


@pytest.mark.parametrize("text", ["GPT-4", "gpt4", "GPT 4", "Gpt_4", " gpt.4 "])
def test_case_and_punctuation_do_not_matter(text):
    assert fold_name(text) == "gpt4"


def model():
    variant = Variant(
        evidence=("card",),
        repo_id="Lab/Sample-7B",
        more_repo_ids=("Lab/Sample-7B-hf",),
        former_repo_ids=("old/sample",),
        copy_repo_ids=("someone/Sample-7B-copy",),
    )
    return replace(fully_open(), name="Sample", family="samples", aliases=("Sample-Model",), variants={"7b": variant})


@pytest.mark.parametrize(
    ("word", "kind", "variant"),
    [
        ("lab/sample", NameKind.ID, None),
        ("Sample", NameKind.NAME, None),
        ("SAMPLE model", NameKind.ALIAS, None),
        ("lab/sample-7b", NameKind.REPO, "7b"),
        ("Lab/Sample-7B-hf", NameKind.REPO, "7b"),
        ("old/sample", NameKind.REPO, "7b"),
        ("someone/sample-7b-copy", NameKind.REPO, "7b"),
        ("sample 7b", NameKind.VARIANT, "7b"),
        ("samples", NameKind.FAMILY, None),
        ("samples 7b", NameKind.FAMILY_VARIANT, "7b"),
    ],
)
def test_a_model_goes_by_many_names(word, kind, variant):
    found = [name for name in names_of("lab/sample", model()) if name.key == fold_name(word)]
    assert choose(found) == Match(ids=("lab/sample",), kind=kind, variant=variant)


def name(kind: NameKind, record: str, variant: str | None = None) -> Name:
    return Name(key="x", kind=kind, id=record, variant=variant)


def test_a_name_that_is_a_family_too_stands_for_all_of_it_with_the_namesake_first():
    found = choose([name(NameKind.FAMILY, "lab/a"), name(NameKind.FAMILY, "lab/b"), name(NameKind.NAME, "lab/b")])
    assert found.ids == ("lab/b", "lab/a")


def test_the_name_of_a_release_comes_before_the_name_of_a_repository():
    found = choose([name(NameKind.REPO_NAME, "openai/gpt-2", "124m"), name(NameKind.NAME, "openai/gpt-2")])
    assert found.variant is None


def test_a_near_miss_is_answered_with_what_comes_close():
    assert suggest("pithia", {"pythia": "Pythia", "gpt4": "GPT-4"}) == ("Pythia",)
    assert suggest("zzzz", {"pythia": "Pythia"}) == ()


KNOWN = {
    "pythia": "Pythia",
    "bloom": "BLOOM",
    "llama2": "Llama 2",
    "mistral7bv01": "Mistral 7B v0.1",
    "olmoe1b7b": "OLMoE-1B-7B",
    "llama33b": "LLaMA 33b",
}


@pytest.mark.parametrize(
    ("word", "meant"),
    [("pithya", "pythia"), ("pyhtia", "pythia"), ("blloom", "bloom"), ("lamla 2", "llama2"), ("Mistrral 7B v0.1", "mistral7bv01")],
)
def test_a_slip_of_the_finger_is_forgiven(word, meant):
    assert correct(word, KNOWN) == (meant,)


@pytest.mark.parametrize("word", ["bloomz", "llama 3", "llama 21", "olmo", "mixtral 8x7b v0.1", "mistral 8b v0.1", "opt", "ythia"])
def test_another_model_is_not_taken_for_a_misspelling(word):
    assert correct(word, KNOWN) == ()


def test_the_first_words_of_a_name_will_do_but_not_half_a_word():
    assert beginnings("mistral", KNOWN) == ("mistral7bv01",)
    assert beginnings("Mistral 7B", KNOWN) == ("mistral7bv01",)
    for word in ("olmo", "llama 3", "mistral 7", "pyth"):
        assert beginnings(word, KNOWN) == (), word
