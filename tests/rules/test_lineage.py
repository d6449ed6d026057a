"""What a model was made from."""

from hypothesis import given
from hypothesis import strategies as st

from openness.rules.lineage import find_cycles


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
