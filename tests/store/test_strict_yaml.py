"""Strict YAML: values come back as they were written, every place is right, and whatever leaves room for guessing is refused."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from openness.core.finding import Path
from openness.store.strict_yaml import MAX_BYTES, MAX_DEPTH, MAX_DIGITS, Document, read_document

_MANY = 60
_SCALARS = (
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=40)
)
_KEYS = st.text(max_size=150).filter(lambda key: key != "<<")
_VALUES = st.recursive(_SCALARS, lambda inner: st.lists(inner, max_size=5) | st.dictionaries(_KEYS, inner, max_size=5), max_leaves=20)


class _Quoting(yaml.SafeDumper):
    """Quote every text and never use anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        del data
        return True


_Quoting.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


def _dump(value: object, *, flow: bool | None) -> str:
    return yaml.dump(value, Dumper=_Quoting, default_flow_style=flow, sort_keys=False)


def _depth(value: object) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(_depth, inner), default=0)


def _read(text: str) -> Document:
    document = read_document(text.encode())
    assert document.problems == ()
    return document


def _value(text: str) -> object:
    return _read(text).value


def _nodes(node: yaml.Node, path: Path = ()) -> Iterator[tuple[Path, yaml.Node, yaml.Node | None]]:
    """Yield path, value and key of everything in a text, as PyYAML's own composer sees it."""
    yield path, node, None
    if isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield from _nodes(item, (*path, number))
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            first, *rest = _nodes(value, (*path, key.value))
            yield first[0], first[1], key
            yield from rest


# --- Values ---------------------------------------------------------------------------------------------------------


@given(_VALUES.filter(lambda value: _depth(value) < MAX_DEPTH), st.sampled_from([None, True, False]))
def test_what_was_written_is_read_again(value: object, flow: bool | None) -> None:  # noqa: FBT001 - hypothesis calls it
    assert _value(_dump(value, flow=flow)) == value


@given(_VALUES.filter(lambda value: _depth(value) < MAX_DEPTH), st.sampled_from([None, True, False]))
def test_every_value_and_key_is_where_another_parser_sees_it(value: object, flow: bool | None) -> None:  # noqa: FBT001 - likewise
    text = _dump(value, flow=flow)
    document = _read(text)
    for path, node, key in _nodes(yaml.compose(text, Loader=yaml.SafeLoader)):
        assert document.locate(path) == (node.start_mark.line + 1, node.start_mark.column + 1)
        if key is not None:
            assert document.locate(path, at_key=True) == (key.start_mark.line + 1, key.start_mark.column + 1)


@given(st.binary(max_size=200))
def test_no_bytes_lead_to_an_exception(data: bytes) -> None:
    document = read_document(data)
    assert all(problem.line >= 1 and problem.column >= 1 and problem.message for problem in document.problems)


@given(st.text(alphabet="ab:-?[]{},&*!|>'\"%@`#<=\\ \n\t.~0123e+é\x85\u2028\ufeff", max_size=60))
def test_no_text_leads_to_an_exception(text: str) -> None:
    document = read_document(text.encode())
    assert all(problem.line >= 1 and problem.column >= 1 for problem in document.problems)
    assert document.locate(("a", 0, "b"))[0] >= 1


@pytest.mark.parametrize(
    "word", ["no", "No", "NO", "yes", "Yes", "on", "off", "y", "n", "N", "nil", "none", "tRUE", "nULL", "Truth", "inf", "nan"]
)
def test_a_word_is_a_word(word: str) -> None:
    assert _value(word) == word


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-20",
        "2026-11-20T12:00:00Z",
        "12:30",
        "12:30:45",
        "1_000",
        "1,000",
        "1.2.3",
        "7b",
        "1e",
        "e5",
        ".",
        "-",
        "+",
        "-a",
        "0b101",
        "1.5.",
        "--1",
    ],
)
def test_what_only_resembles_a_number_is_a_word(text: str) -> None:
    assert _value(f"key: {text}" if text != "-" else "key: '-'") == {"key": text}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("014", 14),
        ("0", 0),
        ("-0", 0),
        ("+7", 7),
        ("-12", -12),
        ("1.5", 1.5),
        ("1.", 1.0),
        (".5", 0.5),
        ("-.5", -0.5),
        ("1e3", 1000.0),
        ("2.5E-2", 0.025),
        ("1.0e+20", 1e20),
    ],
)
def test_numbers_are_those_of_yaml_1_2(text: str, number: float) -> None:
    assert _value(text) == number


@pytest.mark.parametrize("text", ["7e9", "7000000000.0", "7.0e+9"])
def test_a_whole_number_is_whole_however_it_is_written(text: str) -> None:
    value = _value(text)
    assert value == 7_000_000_000
    assert isinstance(value, int)


@pytest.mark.parametrize(
    ("text", "value"), [("true", True), ("True", True), ("TRUE", True), ("false", False), ("False", False), ("FALSE", False)]
)
def test_truth_has_three_spellings_each(text: str, value: bool) -> None:  # noqa: FBT001 - a row of a table
    assert _value(text) is value


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL", "# a comment", "\n\n", "---", "--- ~"])
def test_nothing_is_nothing(text: str) -> None:
    assert _value(text) is None


@pytest.mark.parametrize("text", ["no", "014", "1.5", "true", "null", "~", "", ".nan", "2026-11-20", "0x1F", "<<", "[a]"])
def test_what_is_quoted_is_text(text: str) -> None:
    assert _value(f"key: '{text}'") == {"key": text}
    assert _value(f'key: "{text}"') == {"key": text}
    assert _value(f"key: |-\n  {text}") == {"key": text}


def test_keys_are_always_words() -> None:
    assert _value("{1: a, true: b, null: c, 2026-11-20: d, 1.5: e, '': f}") == {
        "1": "a",
        "true": "b",
        "null": "c",
        "2026-11-20": "d",
        "1.5": "e",
        "": "f",
    }


def test_texts_over_several_lines_are_folded_or_kept() -> None:
    assert _value("a: >-\n  one\n  two\n\n  three\nb: |\n  one\n  two\n") == {"a": "one two\nthree", "b": "one\ntwo\n"}


def test_a_mark_at_the_beginning_of_the_file_is_passed_over() -> None:
    document = read_document(b"\xef\xbb\xbfname: Sample\n")
    assert document.value == {"name": "Sample"}
    assert document.locate(("name",)) == (1, 7)


def test_windows_line_ends_change_nothing() -> None:
    document = _read("a: 1\r\nb:\r\n  - c\r\n")
    assert document.value == {"a": 1, "b": ["c"]}
    assert document.locate(("b", 0)) == (3, 5)


# --- What is refused ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "message", "line", "column"),
    [
        ("a: &x 1\n", "anchor &x", 1, 4),
        ("a:\n  - &x [1]\n", "anchor &x", 2, 5),
        ("a: &x\n  b: 1\n", "anchor &x", 1, 4),
        ("&x a: 1\n", "anchor &x", 1, 1),
        ("a: 1\nb: *x\n", "alias *x", 2, 4),
        ("- *x\n", "alias *x", 1, 3),
        ("a: !!str 1\n", "tag tag:yaml.org,2002:str", 1, 4),
        ("a: !thing {b: 1}\n", "tag !thing", 1, 4),
        ("a: !!python/object/apply:os.system [ls]\n", "tag tag:yaml.org,2002:python/object/apply:os.system", 1, 4),
        ("a: ! b\n", "tag !", 1, 4),
        ("a: 1\nb: 2\na: 3\n", "key 'a' twice", 3, 1),
        ("x:\n  - {a: 1, b: 2, a: 3}\n", "key 'a' twice", 2, 18),
        ("1: a\n'1': b\n", "key '1' twice", 2, 1),
        ("a:\n  <<: {b: 1}\n", "merge key <<", 2, 3),
        ("a: 1\n---\nb: 2\n", "a second document", 2, 1),
        ("a: 1\n...\n---\n", "a second document", 3, 1),
        ("? [a]\n: 1\n", "a key that is a list or mapping", 1, 3),
        ("{a: 1}: 2\n", "a key that is a list or mapping", 1, 1),
        ("*a : 1\n", "alias *a", 1, 1),
        ("a: .nan\n", "'.nan' is not a plain number", 1, 4),
        ("a: [1, -.Inf]\n", "'-.Inf' is not a plain number", 1, 8),
        ("a: 0x1F\n", "'0x1F' is not a plain number", 1, 4),
        ("a: 0o17\n", "'0o17' is not a plain number", 1, 4),
        ("a: 1e999\n", "number '1e999' is too large", 1, 4),
        ("a: 1\nb: -1e999\n", "number '-1e999' is too large", 2, 4),
        (f"a: {'9' * (MAX_DIGITS + 1)}\n", f"number of {MAX_DIGITS + 1} digits", 1, 4),
        ("[" * (MAX_DEPTH + 1), f"nesting deeper than {MAX_DEPTH}", 1, MAX_DEPTH + 1),
        ("- " * (MAX_DEPTH + 1) + "a", f"nesting deeper than {MAX_DEPTH}", 1, 2 * MAX_DEPTH + 1),
        ("[" * 30_000, f"nesting deeper than {MAX_DEPTH}", 1, MAX_DEPTH + 1),
        ("a:\n\tb: 1\n", "not YAML", 2, 1),
        ("a: b: c\n", "not YAML", 1, 5),
        ("a: [1, 2\n", "not YAML", 2, 1),
        ("a: @b\n", "not YAML", 1, 4),
        ("a: `b\n", "not YAML", 1, 4),
        ("%YAML 3.0\n---\na\n", "not YAML", 1, 1),
        ('a: "\\q"\n', "not YAML", 1, 5),
        ('a: "\\ud800"\n', "not YAML", 1, 7),
        ("a: \x07\n", "character #x0007 is not allowed", 1, 4),
        ("a: é\nb: éé \x01\n", "character #x0001 is not allowed", 2, 7),
        ("a: 中文 \x00\n", "character #x0000 is not allowed", 1, 7),
        ("a: \ufffe\n", "character #xfffe is not allowed", 1, 4),
    ],
)  # fmt: skip
def test_what_leaves_room_for_guessing_is_refused_at_its_place(text: str, message: str, line: int, column: int) -> None:
    problem = read_document(text.encode()).problems[0]
    assert problem.message.startswith(message)
    assert (problem.line, problem.column) == (line, column)


@pytest.mark.parametrize(
    ("data", "message", "line", "column"),
    [
        (b"a: \xe9\n", "byte 0xe9 is not UTF-8", 1, 4),
        (b"a: 1\nb: \xff\n", "byte 0xff is not UTF-8", 2, 4),
        (b"a: \xc3", "byte 0xc3 is not UTF-8", 1, 4),
        (b"a: \xed\xa0\x80", "byte 0xed is not UTF-8", 1, 4),
        ("a: 1".encode("utf-16"), "byte 0xff is not UTF-8", 1, 1),
        (b"#" * (MAX_BYTES + 1), f"file of {MAX_BYTES + 1:,} bytes", 1, 1),
    ],
)
def test_what_is_no_text_is_refused_at_its_place(data: bytes, message: str, line: int, column: int) -> None:
    document = read_document(data)
    (problem,) = document.problems
    assert problem.message.startswith(message)
    assert (problem.line, problem.column) == (line, column)
    assert document.value is None


def test_every_refusal_but_a_broken_one_says_how_to_mend_it() -> None:
    for text in ("a: &x 1", "a: *x", "a: !t 1", "{a: 1, a: 2}", "<<: 1", "a\n---\nb", "a: .inf", "[" * 99, "a: \x01"):
        assert all(problem.hint for problem in read_document(text.encode()).problems)


def test_reading_goes_on_behind_what_can_be_passed_over() -> None:
    problems = read_document(b"a: &x 1\nb: *x\na: 0x1\n<<: {c: !t 1}\n").problems
    assert [(problem.line, problem.column) for problem in problems] == [(1, 4), (2, 4), (3, 1), (3, 4), (4, 1), (4, 9)]


def test_as_much_as_is_allowed_is_read() -> None:
    assert _value("[" * MAX_DEPTH + "]" * MAX_DEPTH) is not None
    assert _value(f"a: {'9' * MAX_DIGITS}") == {"a": int("9" * MAX_DIGITS)}
    assert _value("#" * MAX_BYTES) is None


@pytest.mark.parametrize(("before", "column"), [("repo_id: ", 10), ("? ", 3), ("repo_id: >-\n  ", 10), ("repo_id: '", 10)])
def test_a_text_that_no_key_has_room_for_is_refused_before_anybody_matches_it(before: str, column: int) -> None:
    end = "'" if before.endswith("'") else ""
    (problem,) = read_document(f"a: 1\n{before}{'a/' * 100_000}{end}\n".encode()).problems
    assert (problem.line, problem.column) == (2, column)


def test_a_list_that_no_key_has_room_for_is_refused_before_anybody_compares_its_items() -> None:
    (problem,) = read_document(b"a: 1\naliases: [" + b"{a: [b]}, " * 50_000 + b"]").problems
    assert problem.line == 2


# --- Places ---------------------------------------------------------------------------------------------------------

_RECORD = """\
name: Sample
components:
  model-card:
    access: public
    evidence: [card, paper]
  datasets:
    - {access: none}
    - {access: public, url: x}
"""


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (1, 1)),
        (("name",), (1, 7)),
        (("components",), (3, 3)),
        (("components", "model-card"), (4, 5)),
        (("components", "model-card", "evidence", 1), (5, 22)),
        (("components", "datasets"), (7, 5)),
        (("components", "datasets", 1, "url"), (8, 29)),
        (("nowhere",), (1, 1)),
        (("nowhere", "at", "all"), (1, 1)),
        (("name", "deeper"), (1, 7)),
        (("components", "nowhere", "access"), (3, 3)),
        (("components", "model-card", "license"), (4, 5)),
        (("components", "model-card", 0), (4, 5)),
        (("components", "model-card", 0, "access"), (4, 13)),
        (("components", "model-card", 0, "evidence", 1), (5, 22)),
        (("components", "model-card", 0, "license"), (4, 5)),
        (("components", "model-card", "evidence", 2), (5, 15)),
        (("components", "datasets", 2), (7, 5)),
        (("components", "datasets", 1, "license"), (8, 7)),
    ],
)
def test_a_place_that_does_not_exist_is_the_nearest_one_above(path: Path, place: tuple[int, int]) -> None:
    assert _read(_RECORD).locate(path) == place


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("name",), (1, 1)),
        (("components", "datasets"), (6, 3)),
        (("components", "datasets", 1, "url"), (8, 24)),
        (("components", "model-card", "license"), (4, 5)),
        ((), (1, 1)),
    ],
)
def test_a_key_has_a_place_of_its_own(path: Path, place: tuple[int, int]) -> None:
    assert _read(_RECORD).locate(path, at_key=True) == place


def test_the_first_of_two_equal_keys_has_the_place() -> None:
    document = read_document(b"a: 1\na: 2\n")
    assert document.locate(("a",)) == (1, 4)
    assert document.locate(("a",), at_key=True) == (1, 1)


def test_a_text_that_cannot_be_read_still_has_places() -> None:
    assert read_document(b"a: 1\nb: [\n").locate(("a",)) == (1, 4)
    assert read_document(b"\xff").locate(("a",)) == (1, 1)


@pytest.mark.parametrize("text", [b"name: !%ed%a0%80 x\n", b"%TAG ! tag:x,2000:\n---\na: 1\n", b"%YAML 1.2\n---\na: 1\n"])
def test_tags_and_directives_end_in_a_problem(text):
    assert read_document(text).problems


def test_a_mapping_that_no_record_needs_is_refused():
    assert "more than" in read_document(b"\n".join(b"k%d: 1" % number for number in range(5000))).problems[0].message
