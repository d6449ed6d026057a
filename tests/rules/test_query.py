"""The language of `openness find`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openness.core.error import QueryError
from openness.rules.query import parse_number, parse_query, select

ROWS = {
    "a": {
        "id": "a",
        "model-parameters-final": "public",
        "variants": ["7b", "13b"],
        "parameters": [7e9, 13e9],
        "released": "2023-05-01",
        "license": "MIT",
        "base": ["x"],
    },
    "b": {
        "id": "b",
        "model-parameters-final": "gated",
        "variants": ["70b"],
        "parameters": [70e9],
        "released": "2024-02-01",
        "license": "LicenseRef-x",
        "base": [],
    },
    "c": {
        "id": "c",
        "model-parameters-final": "nobody-looked",
        "variants": ["x"],
        "parameters": [None],
        "released": None,
        "license": None,
        "base": [],
    },
    "d": {
        "id": "d",
        "model-parameters-final": "unknown",
        "variants": ["x"],
        "parameters": [None],
        "released": None,
        "license": None,
        "base": [],
    },
}
FIELDS = (*ROWS["a"], "weights")


def found(query: str) -> str:
    return "".join(str(row["id"]) for row in select(ROWS, query, FIELDS))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "abcd"),
        ("weights=public", "a"),
        ("weights = PUBLIC", "a"),
        ("weights!=public", "b"),
        ("not weights=public", "b"),
        ("weights=unknown", "d"),
        ("weights=nobody-looked", "c"),
        ("parameters<13B", "a"),
        ("parameters<=7B", "a"),
        ("parameters>=70e9", "b"),
        ("parameters=7B", "a"),
        ("parameters<100B and weights=public", "a"),
        ("weights=public or weights=gated", "ab"),
        ("not (weights=public or weights=gated)", ""),
        ("released<2024-01-01", "a"),
        ("released>=2024", "b"),
        ("license~ref", "b"),
        ("license='MIT'", "a"),
        ("base=x", "a"),
        ("not parameters<1B", "ab"),
        ("parameters>6B and parameters<8B", "a"),
        ("parameters>8B and parameters<12B", ""),
        ("variants=13b", "a"),
        ("parameters>8B and variants=7b", ""),
    ],
)
def test_a_query_selects(query, expected):
    assert found(query) == expected


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("wieghts=public", "did you mean 'weights'"),
        ("weights", "expected one of = != < <= > >= ~ at character 8"),
        ("weights=", "expected a value"),
        ("weights=public weights=gated", "expected 'and' or 'or' at character 16"),
        ("(weights=public", "expected '\\)'"),
        ("parameters<big", "expected a number such as 13B"),
        ("and weights=public", "no fact is named 'and'"),
        ("=public", "expected the name of a fact"),
        ('weights="public', "cannot read character 9"),
        ("not " * 60 + "weights=public", "nesting deeper"),
        ("x" * 3000, "expected at most 2000"),
    ],
)
def test_a_wrong_query_is_told_where_it_is_wrong(query, message):
    with pytest.raises(QueryError, match=message):
        found(query)


@pytest.mark.parametrize(("text", "value"), [("13B", 13e9), ("1.4t", 1.4e12), ("350M", 350e6), ("2k", 2e3), ("1_000", 1e3), ("x", None)])
def test_numbers_have_units(text, value):
    assert parse_number(text) == value


@given(st.text(alphabet="weights=<>!~()andornot 'public\"0B", max_size=80))
def test_any_text_is_a_query_or_refused(text):
    try:
        test = parse_query(text, FIELDS) if text.strip() else None
    except QueryError:
        return
    if test:
        for row in ROWS.values():
            test(row)


def test_a_row_is_narrowed_to_the_variants_that_are_asked_for():
    (row,) = select(ROWS, "parameters>8B and weights=public", FIELDS)
    assert (row["variants"], row["parameters"]) == (["13b"], [13e9])


def test_a_word_that_a_fact_never_has_is_told():
    with pytest.raises(QueryError, match="model-parameters-final is never 'opne'; did you mean 'open'"):
        select(ROWS, "weights=opne", FIELDS, {"model-parameters-final": ["open", "closed"]})
