"""License expressions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openness.rules.expression import AllOf, AnyOf, Expression, ExpressionError, Leaf, fold, leaves, parse_expression

MIT, APACHE = Leaf(id="MIT"), Leaf(id="Apache-2.0")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MIT", MIT),
        ("LicenseRef-llama-2", Leaf(id="LicenseRef-llama-2")),
        ("MIT OR Apache-2.0", AnyOf(parts=(MIT, APACHE))),
        ("MIT AND (MIT OR Apache-2.0)", AllOf(parts=(MIT, AnyOf(parts=(MIT, APACHE))))),
        ("GPL-2.0-only WITH Classpath-exception-2.0", Leaf(id="GPL-2.0-only", exception="Classpath-exception-2.0")),
    ],
)
def test_an_expression_is_read(text, expected):
    assert parse_expression(text) == expected


@pytest.mark.parametrize(
    "text", ["MIT OR", "(MIT", "MIT Apache-2.0", "AND", "MIT WITH", " ", "()", "MIT AND OR MIT", "( AND A", "( AND A )"]
)
def test_what_is_no_expression_says_why(text):
    with pytest.raises(ExpressionError, match="is no license expression"):
        parse_expression(text)


@given(st.text(alphabet="MITANDORWH-2.0() ", max_size=60))
def test_any_text_is_read_or_refused(text):
    try:
        parsed = parse_expression(text)
    except ExpressionError:
        return
    assert leaves(parsed)


names = st.sampled_from(["MIT", "Apache-2.0", "LicenseRef-a", "LicenseRef-b"]).map(lambda name: Leaf(id=name))
expressions = st.recursive(
    names,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: AllOf(parts=tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: AnyOf(parts=tuple(parts))),
    ),
    max_leaves=8,
)


def write(expression: Expression) -> str:
    return fold(expression, str, lambda parts: f"({' AND '.join(parts)})", lambda parts: f"({' OR '.join(parts)})")


@given(expressions, st.dictionaries(st.sampled_from(["MIT", "Apache-2.0", "LicenseRef-a", "LicenseRef-b"]), st.booleans()))
def test_an_expression_survives_the_round_trip(expression, granted):
    def value(parsed: Expression) -> bool:
        return fold(parsed, lambda leaf: granted.get(leaf.id, False), all, any)

    parsed = parse_expression(write(expression))
    assert value(parsed) == value(expression)
    assert leaves(parsed) == leaves(expression)
