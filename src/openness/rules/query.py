"""Queries: `weights=public and training-code=public and parameters<13B`, answered in three values.

What differs per variant is asked of one variant at a time: a row is found if one of its variants meets the whole query. What is not known satisfies no
condition and no negation of one, unless one asks for `unknown` or `nobody-looked` itself.
"""

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import TypeAlias

from msgspec import Struct

from openness.core.error import QueryError
from openness.core.outcome import Outcome, every, some
from openness.rules.facts import ALIASES, NOBODY_LOOKED, NUMBERS, PER_VARIANT, Row, Scalar
from openness.rules.words import join

_TOKEN = re.compile(r"\s*(?:(?P<op><=|>=|!=|==|=|<|>|~)|(?P<paren>[()])|(?P<quoted>\"[^\"]*\"|'[^']*')|(?P<word>[^\s()=<>!~\"']+))")
_UNITS = {"k": 1e3, "m": 1e6, "b": 1e9, "g": 1e9, "t": 1e12}
_NUMBER = re.compile(r"([-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?)([kmbgt]?)", re.IGNORECASE)
_OPERATORS: dict[str, Callable[[Scalar, Scalar], bool]] = {
    "<": lambda a, b: a < b,  # type: ignore[operator] # both sides are of one type here
    "<=": lambda a, b: a <= b,  # type: ignore[operator] # likewise
    ">": lambda a, b: a > b,  # type: ignore[operator] # likewise
    ">=": lambda a, b: a >= b,  # type: ignore[operator] # likewise
}
MAX_QUERY = 2000
MAX_DEPTH = 50
NOT_KNOWN = ("unknown", NOBODY_LOOKED)

Test: TypeAlias = Callable[[Row], Outcome]


class _Token(Struct, frozen=True, kw_only=True):
    """Hold one word of a query, its kind, and where it stands."""

    kind: str
    text: str
    at: int


def parse_query(text: str, fields: tuple[str, ...], words: Mapping[str, list[str]] | None = None) -> Test:
    """Turn a query into a test of rows; raise QueryError that points at the place."""
    if len(text) > MAX_QUERY:
        raise QueryError(f"query of {len(text)} characters, expected at most {MAX_QUERY}")
    return _Parser(text, fields, words or {}).parse()


def parse_number(text: str) -> float | None:
    """Read 13B, 1.4T or 350000000 as a number."""
    match = _NUMBER.fullmatch(text.replace("_", "").replace(",", ""))
    return float(match[1]) * _UNITS.get(match[2].lower(), 1.0) if match else None


class _Parser:
    """Read a query by recursive descent: or, and, not, comparison."""

    def __init__(self, text: str, fields: tuple[str, ...], words: Mapping[str, list[str]]) -> None:
        self._text = text
        self._fields = fields
        self._words = words
        self._tokens = _tokens(text)
        self._position = 0
        self._depth = 0

    def parse(self) -> Test:
        """Read the whole query."""
        test = self._either()
        if self._position < len(self._tokens):
            self._fail("expected 'and' or 'or'")
        return test

    def _peek(self) -> str:
        return self._tokens[self._position].text if self._position < len(self._tokens) else ""

    def _peek_word(self) -> str:
        token = self._tokens[self._position] if self._position < len(self._tokens) else None
        return token.text.casefold() if token and token.kind == "word" else ""

    def _fail(self, expected: str) -> None:
        at = self._tokens[self._position].at if self._position < len(self._tokens) else len(self._text)
        raise QueryError(f"{expected} at character {at + 1} of the query:\n  {self._text}\n  {' ' * at}^")

    def _either(self) -> Test:
        tests = [self._both()]
        while self._peek_word() == "or":
            self._position += 1
            tests.append(self._both())
        return tests[0] if len(tests) == 1 else lambda row: some(test(row) for test in tests)

    def _both(self) -> Test:
        tests = [self._negation()]
        while self._peek_word() == "and":
            self._position += 1
            tests.append(self._negation())
        return tests[0] if len(tests) == 1 else lambda row: every(test(row) for test in tests)

    def _negation(self) -> Test:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self._fail(f"nesting deeper than {MAX_DEPTH}")
        try:
            if self._peek_word() == "not":
                self._position += 1
                inner = self._negation()
                return lambda row: _invert(inner(row))
            if self._peek() == "(":
                return self._parenthesis()
            return self._comparison()
        finally:
            self._depth -= 1

    def _parenthesis(self) -> Test:
        self._position += 1
        inner = self._either()
        if self._peek() != ")":
            self._fail("expected ')'")
        self._position += 1
        return inner

    def _comparison(self) -> Test:
        field = self._field()
        token = self._tokens[self._position] if self._position < len(self._tokens) else None
        if token is None or token.kind != "op":
            self._fail("expected one of = != < <= > >= ~")
        operator = self._peek()
        self._position += 1
        value = self._peek()
        if not value or self._tokens[self._position].kind not in ("word", "quoted"):
            self._fail("expected a value")
        wanted = value[1:-1] if self._tokens[self._position].kind == "quoted" else value
        known = self._words.get(field)
        if known is not None and operator in ("=", "==", "!=") and wanted.casefold() not in known:
            near = get_close_matches(wanted.casefold(), known, n=1)
            self._fail(f"{field} is never {wanted!r}{f'; did you mean {near[0]!r}?' if near else ''}; expected {join(known)},")
        self._position += 1
        return _comparison(field, operator, wanted)

    def _field(self) -> str:
        word = self._peek_word()
        if not word:
            self._fail("expected the name of a fact")
        name = ALIASES.get(word, word.replace("_", "-") if word not in self._fields else word)
        if name not in self._fields:
            near = get_close_matches(name, self._fields, n=1)
            self._fail(f"no fact is named {word!r}" + (f"; did you mean {near[0]!r}?" if near else "") + ",")
        self._position += 1
        return name


def _tokens(text: str) -> list[_Token]:
    found, at = [], 0
    while at < len(text.rstrip()):
        match = _TOKEN.match(text, at)
        if match is None:
            raise QueryError(f"cannot read character {at + 1} of the query:\n  {text}\n  {' ' * at}^")
        kind = str(match.lastgroup)
        found.append(_Token(kind=kind, text=match[kind], at=match.start(kind)))
        at = match.end()
    return found


def _invert(outcome: Outcome) -> Outcome:
    return {Outcome.MET: Outcome.NOT_MET, Outcome.NOT_MET: Outcome.MET}.get(outcome, outcome)


def _comparison(field: str, operator: str, wanted: str) -> Test:
    number = parse_number(wanted)
    if operator in _OPERATORS and number is None and not re.fullmatch(r"\d{4}(-\d\d){0,2}", wanted):
        raise QueryError(f"{field}{operator}{wanted}: expected a number such as 13B, or a day such as 2023-04-03")

    def test(row: Row) -> Outcome:
        known = [value for value in _listed(row.get(field)) if value is not None and (value not in NOT_KNOWN or wanted == value)]
        if not known:
            return Outcome.UNKNOWN
        return _as_outcome(any(_matches(value, operator, wanted, number) for value in known), negated=operator == "!=")

    return test


def _as_outcome(found: bool, *, negated: bool) -> Outcome:  # noqa: FBT001 - the one thing that it converts
    return Outcome.MET if found is not negated else Outcome.NOT_MET


def _matches(value: Scalar, operator: str, wanted: str, number: float | None) -> bool:
    if operator in _OPERATORS:
        if isinstance(value, float):
            return number is not None and _OPERATORS[operator](value, number)
        return _OPERATORS[operator](str(value), wanted)
    if operator == "~":
        return wanted.casefold() in str(value).casefold()
    if isinstance(value, float):
        return value == number
    return str(value).casefold() == wanted.casefold()


def fields_in(text: str, fields: tuple[str, ...]) -> tuple[str, ...]:
    """List the facts that a query asks for, as it names them."""
    words = [token.text for token in _tokens(text) if token.kind == "word"]
    return tuple(dict.fromkeys(word for word in words if word in fields))


def select(rows: Mapping[str, Row], query: str | None, fields: tuple[str, ...], words: Mapping[str, list[str]] | None = None) -> list[Row]:
    """Return the rows for which a query is met, narrowed to the variants that meet it; without a query, all."""
    if query is None or not query.strip():
        return list(rows.values())
    test = parse_query(query, fields, words)
    return [found for row in rows.values() if (found := _narrowed(row, test)) is not None]


def _narrowed(row: Row, test: Test) -> Row | None:
    """Keep the variants of a row that meet the whole query at once; None if there is none."""
    per_variant = [name for name in (*PER_VARIANT, *NUMBERS) if isinstance(row.get(name), list)]
    count = max((len(_listed(row[name])) for name in per_variant), default=0)
    if not count:
        return row if test(row) is Outcome.MET else None
    met = [number for number in range(count) if test({**row, **{name: _listed(row[name])[number] for name in per_variant}}) is Outcome.MET]
    return {**row, **{name: [_listed(row[name])[number] for number in met] for name in per_variant}} if met else None


def _listed(value: Scalar | list[Scalar]) -> list[Scalar]:
    return value if isinstance(value, list) else [value]
