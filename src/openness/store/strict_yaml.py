"""Strict YAML: text to plain values, every error with its line and column.

A subset of YAML 1.2 that leaves nothing to guess: one document, no anchors, aliases, tags or merge keys, no key
twice, words such as `no` are words. Values come from libyaml's events, never from its composer, which crashes the
process on deep nesting. Positions are found by a second reading, only when somebody asks for one.
"""

import math
import re
import warnings
from functools import lru_cache
from typing import TypeAlias, cast

import yaml
from msgspec import Struct
from yaml import events

from openness.core.finding import Path

try:
    from yaml._yaml import CParser as Parser
except ImportError:  # pragma: no cover - PyYAML without libyaml
    from yaml import SafeLoader as Parser  # type: ignore[assignment]

    warnings.warn("PyYAML lacks its C parser: reading will be about ten times slower", stacklevel=1)

MAX_BYTES = 1 << 20
MAX_DEPTH = 24
MAX_DIGITS = 40
MAX_TEXT = 2500
MAX_ITEMS = 300
_EXACT = 2**53

Value: TypeAlias = str | int | float | bool | list["Value"] | dict[str, "Value"] | None
Position: TypeAlias = tuple[int, int]

_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_MAYBE_NOT_A_WORD = frozenset("-+.0123456789~nNtTfF")
_SPECIAL = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)|0[xo][0-9a-fA-F]+")


class Problem(Struct, frozen=True, kw_only=True):
    """Say what is wrong with a text at a position, and how to mend it."""

    message: str
    line: int
    column: int
    hint: str | None = None


class Document(Struct, frozen=True, kw_only=True):
    """Hold a text, its value, and what is wrong with it; `value` is None where nothing could be read."""

    text: str
    value: Value
    problems: tuple[Problem, ...] = ()

    def locate(self, path: Path, *, at_key: bool = False) -> Position:
        """Return line and column of a path, or of the nearest place above it that exists."""
        values, keys = _positions(self.text)
        if at_key and path in keys:
            return keys[path]
        found: Path = ()
        for step in path:
            if (*found, step) in values:
                found = (*found, step)
            elif not isinstance(step, int):  # a single offer may stand where a list may
                break
        return values.get(found, (1, 1))


def read_document(data: bytes) -> Document:
    """Read one document; whatever is wrong ends in problems, never in an exception."""
    if len(data) > MAX_BYTES:
        return _refused("", f"file of {len(data):,} bytes, expected at most {MAX_BYTES:,}", 1, 1, "split the record")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        return _refused("", f"byte 0x{data[error.start]:02x} is not UTF-8", line, column, "save the file as UTF-8")
    builder = _Builder(text, with_positions=False)
    value = builder.build()
    return Document(text=text, value=value, problems=tuple(builder.problems))


@lru_cache(maxsize=4)
def _positions(text: str) -> tuple[dict[Path, Position], dict[Path, Position]]:
    """Read a text again for the positions of its values and of its keys."""
    builder = _Builder(text, with_positions=True)
    builder.build()
    return builder.positions, builder.keys


def _refused(text: str, message: str, line: int, column: int, hint: str) -> Document:
    return Document(text=text, value=None, problems=(Problem(message=message, line=line, column=column, hint=hint),))


def _position(event: events.Event) -> Position:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


class _StopReadingError(Exception):
    """End the reading of a text that cannot be read further."""


class _Builder:
    """Turn the events of one text into a value."""

    def __init__(self, text: str, *, with_positions: bool) -> None:
        self.problems: list[Problem] = []
        self.positions: dict[Path, Position] = {}
        self.keys: dict[Path, Position] = {}
        self._with_positions = with_positions
        self._text = text
        self._stack: list[tuple[list[Value] | dict[str, Value], str | None, Path]] = []
        self._root: Value = None

    def build(self) -> Value:
        """Read to the end or to the first thing that cannot be read past."""
        try:
            self._read()
        except _StopReadingError:
            return None
        except UnicodeDecodeError:
            self._add("a tag that is not UTF-8", 1, 1, "take it out; tags are not read")
            return None
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            self._add(f"not YAML: {error.problem or error.context or error}", line, column, None)
            return None
        except yaml.reader.ReaderError as error:
            before = self._text.encode()[: error.position].decode(errors="ignore")  # libyaml counts bytes
            line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
            shown = f"character {error.character!r}" if isinstance(error.character, str) else f"character #x{error.character:04x}"
            self._add(f"{shown} is not allowed in YAML", line, column, "take the control character out")
            return None
        return self._root

    def _add(self, message: str, line: int, column: int, hint: str | None) -> None:
        if not self._with_positions:
            self.problems.append(Problem(message=message, line=line, column=column, hint=hint))

    def _complain(self, event: events.Event, message: str, hint: str | None = None) -> None:
        self._add(message, *_position(event), hint)

    def _read(self) -> None:
        parser = Parser(self._text)
        get_event = parser.get_event
        documents = 0
        while (event := get_event()) is not None:
            kind = type(event)
            if kind is events.ScalarEvent:
                self._scalar(cast("events.ScalarEvent", event))
            elif kind is events.MappingStartEvent:
                self._open(cast("events.NodeEvent", event), {})
            elif kind is events.SequenceStartEvent:
                self._open(cast("events.NodeEvent", event), [])
            elif kind is events.MappingEndEvent or kind is events.SequenceEndEvent:
                self._stack.pop()
            elif kind is events.AliasEvent:
                self._complain(event, f"alias *{cast('events.AliasEvent', event).anchor}", "write the value out; aliases are not read")
                self._place(event, None)
            elif kind is events.DocumentStartEvent:
                documents += 1
                start = cast("events.DocumentStartEvent", event)
                if start.version or start.tags:
                    self._complain(event, "a directive", "take the lines that begin with % out")
                    raise _StopReadingError
                if documents > 1:
                    self._complain(event, "a second document", "one file holds one record; remove the line ---")
                    raise _StopReadingError

    def _open(self, event: events.NodeEvent, container: list[Value] | dict[str, Value]) -> None:
        self._refuse_extras(event)
        if len(self._stack) >= MAX_DEPTH:
            self._complain(event, f"nesting deeper than {MAX_DEPTH} levels", "records need no more than eight")
            raise _StopReadingError
        path = self._place(event, container)
        self._stack.append((container, None, path))

    def _scalar(self, event: events.ScalarEvent) -> None:
        self._refuse_extras(event)
        if len(event.value) > MAX_TEXT:
            self._complain(event, f"text of {len(event.value):,} characters, expected at most {MAX_TEXT:,}", "say it in fewer words")
        if self._stack:
            container, key, path = self._stack[-1]
            if key is None and isinstance(container, dict):
                self._key(event, container, path)
                return
        text = event.value
        plain = event.style is None or event.style == ""
        maybe_no_word = not text or text[0] in _MAYBE_NOT_A_WORD
        self._place(event, self._resolve(event, text) if plain and maybe_no_word else text)

    def _key(self, event: events.ScalarEvent, container: dict[str, Value], path: Path) -> None:
        key = event.value
        if key in container:
            self._complain(event, f"key {key!r} twice", "keep one of them")
        elif key == "<<":
            self._complain(event, "merge key <<", "write the keys out; merge keys are not read")
        container.setdefault(key, None)
        self._stack[-1] = (container, key, path)
        if self._with_positions:
            self.keys.setdefault((*path, key), _position(event))

    def _place(self, event: events.Event, value: Value) -> Path:
        """Put a value where it belongs and return its path (empty unless positions are wanted)."""
        path: Path = ()
        if not self._stack:
            self._root = value
        else:
            container, key, above = self._stack[-1]
            if len(container) >= MAX_ITEMS:
                self._complain(event, f"more than {MAX_ITEMS:,} entries in one place", None)
                raise _StopReadingError
            if isinstance(container, list):
                path = (*above, len(container)) if self._with_positions else ()
                container.append(value)
            elif key is None:
                self._complain(event, "a key that is a list or mapping", "keys are words")
                raise _StopReadingError
            else:
                path = (*above, key) if self._with_positions else ()
                container[key] = value
                self._stack[-1] = (container, None, above)
        if self._with_positions:
            self.positions.setdefault(path, _position(event))
        return path

    def _refuse_extras(self, event: events.NodeEvent) -> None:
        if event.anchor is not None:
            self._complain(event, f"anchor &{event.anchor}", "take it out; anchors and aliases are not read")
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._complain(event, f"tag {tag}", "take it out; tags are not read")

    def _resolve(self, event: events.ScalarEvent, text: str) -> Value:
        """Turn a plain scalar into null, a truth value, a number or text, by YAML 1.2's core schema."""
        if text in _WORDS:
            return _WORDS[text]
        if _INT.fullmatch(text):
            if len(text) > MAX_DIGITS:
                self._complain(event, f"number of {len(text)} digits, expected at most {MAX_DIGITS}")
                return 0
            return int(text)
        if _FLOAT.fullmatch(text):
            number = float(text)
            if math.isinf(number):
                self._complain(event, f"number {text!r} is too large")
                return 0
            # 7e9 counts parameters as well as 7000000000 does.
            return int(number) if number.is_integer() and abs(number) < _EXACT else number
        if _SPECIAL.fullmatch(text):
            self._complain(event, f"{text!r} is not a plain number", "quote it if it is a word; write numbers in decimals")
        return text
