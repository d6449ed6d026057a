"""What a model was made from."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from worlds import fully_open, registry_with

from openness.core.model import Step
from openness.core.outcome import Outcome
from openness.core.vocabulary import Relation
from openness.rules.answer import answer_model
from openness.rules.coverage import Subject
from openness.rules.lineage import find_cycles, goes_on_from_weights
from openness.rules.predicates.bases_meet import BasesMeet


def test_a_chain_has_no_circle():
    assert find_cycles({"a": ("b",), "b": ("c",), "c": ()}) == ()


def test_a_circle_is_found_once_whoever_begins():
    assert find_cycles({"c": ("a",), "a": ("b",), "b": ("c",)}) == (("a", "b", "c"),)
    assert find_cycles({"a": ("a",)}) == (("a",),)


def test_two_ways_to_one_ancestor_are_no_circle():
    assert find_cycles({"a": ("b", "c"), "b": ("d",), "c": ("d",), "d": ()}) == ()


def test_a_chain_of_a_hundred_thousand_is_followed():
    assert find_cycles({str(number): (str(number + 1),) for number in range(100_000)}) == ()


@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), max_size=3).map(tuple)))
def test_a_graph_has_circles_exactly_if_something_reaches_itself(edges):
    def reaches_itself(start: str) -> bool:
        seen, waiting = set(), list(edges.get(start, ()))
        while waiting:
            node = waiting.pop()
            if node == start:
                return True
            if node not in seen:
                seen.add(node)
                waiting += edges.get(node, ())
        return False

    assert bool(find_cycles(edges)) == any(reaches_itself(node) for node in edges)


def made(*steps):
    model = fully_open()
    variants = {"7b": model.variants["7b"], "13b": model.variants["7b"]}
    return replace(model, variants=variants, lineage=steps)


def test_tokens_per_parameter_are_those_of_a_model_trained_from_nothing():
    tuned = Step(relation=Relation.FINETUNE, base="lab/base", variants=("7b",), evidence=("card",))
    taught = Step(relation=Relation.OUTPUTS, base="lab/base", evidence=("card",))
    model = made(tuned, taught)
    assert goes_on_from_weights(model, "7b")
    assert not goes_on_from_weights(model, "13b")
    variants = answer_model("lab/sample", registry_with(model, {})).variants
    assert (variants["7b"].tokens_per_parameter, variants["7b"].band) == (None, None)
    assert variants["13b"].band == "over-trained"


def test_a_base_that_was_never_released_meets_nothing():
    model = made(Step(relation=Relation.FINETUNE, unreleased="Big 34B", evidence=("card",)))
    subject = Subject(id="lab/sample", model=model, registry=registry_with(model, {}))
    judged = BasesMeet(framework="osaid-1.0").judge(subject)
    assert (judged.outcome, judged.reason) == (Outcome.NOT_MET, "the base Big 34B was never released")
    assert answer_model("lab/sample", subject.registry).permissions["commercial-use"].answer == "yes"
