"""Ten thousand mutated records: whatever stands in a file, reading, checking and judging it end without an exception."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path
from random import Random

import msgspec
import pytest

from openness.checks import Context, run_checks
from openness.jobs.answers import Answers
from openness.rules.facts import row_of
from openness.store.reader import Reading, place_issues, read_registry

RECORDS = 10_000
BATCH = 200
TODAY = date(2026, 11, 20)
_SEED = 20261120
_HERE = Path(__file__).parent
_REAL, _BASE = _HERE.parents[1] / "registry", _HERE / "base_registry"
_STANDING = ("frameworks/", "licenses/")

Mutation = Callable[[Random, bytes], bytes]

_VALUES = tuple(
    value.encode()
    for value in (
        "", "null", "~", "true", "no", "0", "-1", "42", "1.0", "6.7e9", "1e400", "-0.0", "9" * 40, "9" * 50, "0x1F", "014", ".nan", "-.inf",
        "''", "' '", '"\\x01"', '"a\\u202eb"', '"\\uFEFFa"', '"\\uD800"', "|\n  a\n", ">-\n      a\n      b", "[]", "{}", "[[]]", "[a, a]", "[1, true]",
        "[{a: b}]", "{a: {b: c}}", "&a b", "*a", "!!str a", "? a", "- a", "@a", "`a", "%a", "a: b: c", "# nothing", "<<", "---", "...",
        "2023-02-30", "2023-02-29", "0000-00-00", "2099-12-31", "1900-01-01", "\uff12\uff10\uff12\uff13-\uff10\uff11-\uff10\uff11", "undated",
        "MIT AND", "(MIT", "((((MIT))))", "NONE OR MIT", "MIT WITH MIT", "AND", "WITH", "GPL-3.0", "LicenseRef-", "mit",
        "a/b", "a/b#c", "meta/llama", "meta/llama#7b", "example-lab/sample", "example-lab/sample-chat@main#7b", "../../x", "a" * 5000,
        "http://", "javascript:alert(1)", "https://a@b/", "https://huggingface.co/meta-llama/Llama-2-7b",
        "public", "none", "withdrawn", "delta", "complete", "unknown", "conditional", "merge", "[7b, 70b]", "[nowhere]",
        "{all: [nowhere]}", "{any: [{all: [weights]}]}", "{predicate: nowhere}", "{predicate: bases-meet, framework: nowhere}",
    )
)  # fmt: skip
_PIECES = tuple(
    piece.encode("utf-8", "surrogatepass")
    for piece in (
        "\0", "\x01", "\x07", "\x1b[31m", "\x7f", "\x85", "\u00a0", "\u200b", "\u2028", "\u202e", "\ufeff", "\ufffe", "\ud800", "\U0001f600", "é", "中文",
        "\t", "\r", "\r\n", "\n", "\n\n", "\n---\n", "\n...\n", "%YAML 1.1\n", "---\n", ": ", " #", "- ", "? ", "'", '"', "{", "}", "[", "]", ",", "&a ", "*a",
        "!!python/object:os.system ", "<<: ", "|", ">", "\\", "@", "`",
    )
)  # fmt: skip
_SENSIBLE = {
    key.encode(): tuple(value.encode() for value in values)
    for key, values in {
        "license": (
            "MIT AND",
            "(MIT",
            "NONE OR MIT",
            "NONE",
            "NOASSERTION",
            "MIT WITH MIT",
            "WITH",
            "OR",
            "asdf",
            "LicenseRef-llama-2",
            "(((MIT)))",
            "()",
        ),
        "terms": ("MIT OR", "MIT"),
        "superseded_by": ("MIT AND", "Apache-2.0", "laion/laion-5b", "example-lab/sample-web"),
        "declared": ("mit", "Apache-2.0", "'   '"),
        "access": ("public", "gated", "request", "paid", "api", "withdrawn", "none", "undisclosed", "unknown", "not-applicable"),
        "form": ("full", "delta", "index", "partial", "described"),
        "relation": ("finetune", "adapter", "merge", "quantized", "copy", "distilled", "outputs", "subset", "mixture"),
        "base": ("example-lab/sample", "example-lab/sample-chat", "meta/llama", "meta/llama-2#7b", "meta/llama-2-chat#9b", "a/b@main#c"),
        "needs": ("[example-lab/sample]", "[example-lab/sample-chat, meta/llama]", "[a/b]"),
        "lineage": (
            "[]",
            "[{base: example-lab/sample-chat, relation: merge, evidence: [card]}]",
            "[{base: example-lab/sample, relation: copy, evidence: [x]}]",
        ),
        "dataset": ("example-lab/sample-web", "laion/laion-5b", "a/b"),
        "derived_from": ("[{dataset: example-lab/sample-web, relation: subset, evidence: [card]}]", "[]"),
        "variants": ("[7b]", "[12b, 7b]", "[nowhere]"),
        "unknown": ("[parameters]", "[compute, hardware]"),
        "rounded": ("[epochs]", "[parameters]"),
        "parameters": ("1", "7e9", "7000000000.0", "100000000000000"),
        "training_tokens": ("1", "10000000000000000"),
        "share": ("1", "1.0", "0.0001"),
        "released": ("2026-12-01", "2023-02-28", "1900-01-01"),
        "seen": ("2026-12-01", "2020-02-29", "1900-01-01"),
        "copy": ("2026-12-01", "2023-02-30", "2023-02-29", "undated"),
        "from": ("2026-12-01", "2020-02-29"),
        "until": ("1999-01-01", "2026-12-01"),
        "completeness": ("complete", "partial", "unknown"),
        "class": ("open", "public", "obtainable", "unshareable", "undisclosed", "unknown"),
        "sets": ("[]", "[{name: x, stage: sft, class: open, evidence: [x]}]"),
        "offers": ("{access: public}", "[{access: withdrawn, until: 2026-01-01}]"),
        "evidence": ("[nowhere]", "[card]", "[text, paper]"),
        "documented_in": ("nowhere", "report"),
        "url": ("https://huggingface.co/example-lab/sample-chat-7b", "https://hf.co/EleutherAI/pythia-12b/tree/main", "http://x"),
        "repo_id": ("example-lab/sample-7b", "EleutherAI/pythia-12b", "a/b"),
        "name": ("Sample", "MIT License", "'中文'", "'...'", "Pythia"),
        "monetisation": ("[]", "[price]"),
        "answer": ("'yes'", "'no'", "conditional", "unknown"),
        "confidence": ("read", "none"),
        "passes": ("nowhere", "{all: [nowhere]}", "{any: [{all: [weights]}]}"),
        "partial": ("nowhere", "{any: [nowhere, weights]}"),
        "rule": ("nowhere", "{all: [{any: [nowhere]}]}"),
        "applies": ("nowhere", "weights"),
        "predicate": ("nowhere", "granted", "bases-meet", "offered", "computed-above", "generates", "unlimited"),
        "framework": ("nowhere", "osaid-1.0", "benefits"),
        "component": ("nowhere", "datasets", "data-card"),
        "facets": ("[]", "[nowhere]", "[scope]"),
        "limits": ("[]", "[territory]"),
        "flop": ("0", "1e+30", "many"),
    }.items()
}
_FIELD = re.compile(rb"(?<=[ {\n])(" + b"|".join(_SENSIBLE) + rb"): (\[[^\]\n]*\]|\{[^}\n]*\}|[^,{}\[\]\n]+)")
_START = re.compile(rb"([{])(?! *})|(?<=\n)([ ]+)(?=[\w.-]+:)")
_PAIR = re.compile(rb"^([ ]*(?:- )?[{]?)([\w.-]+)(: +)(\S[^\n]*)$", re.MULTILINE)
_KEY = re.compile(rb"^([ ]*(?:- )?)([\w.-]+)(:)(?=\s|$)", re.MULTILINE)
_WORD = re.compile(rb"[\w./#-]+")
_NUMBER = re.compile(rb"\d+")


@cache
def _originals() -> tuple[tuple[tuple[str, bytes], ...], ...]:
    """Return place and bytes of every record of the real and of the small registry."""
    return tuple(
        tuple((path.relative_to(root).as_posix(), path.read_bytes()) for path in sorted(root.glob("[!.]*/**/*.yaml")))
        for root in (_REAL, _BASE)
    )


@cache
def _borrowed() -> tuple[dict[bytes, list[bytes]], list[bytes]]:
    """Return every value that a key has somewhere, by key, and every word."""
    values: dict[bytes, set[bytes]] = {}
    words: set[bytes] = set()
    for _, content in chain(*_originals()):
        for found in _PAIR.finditer(content):
            values.setdefault(found[2], set()).add(found[4])
        words.update(_WORD.findall(content))
    return {key: sorted(found) for key, found in values.items()}, sorted(words)


def _place_in(random: Random, content: bytes) -> int:
    return random.randrange(len(content) + 1)


def _replace_one(random: Random, pattern: re.Pattern[bytes], content: bytes, make: Callable[[re.Match[bytes]], bytes]) -> bytes:
    found = list(pattern.finditer(content))
    if not found:
        return content
    match = random.choice(found)
    return content[: match.start()] + make(match) + content[match.end() :]


def _lines(content: bytes) -> list[bytes]:
    return content.splitlines(keepends=True) or [b"\n"]


def _delete_lines(random: Random, content: bytes) -> bytes:
    lines = _lines(content)
    start = random.randrange(len(lines))
    del lines[start : start + random.choice((1, 1, 1, 2, 5))]
    return b"".join(lines)


def _repeat_lines(random: Random, content: bytes) -> bytes:
    lines = _lines(content)
    start = random.randrange(len(lines))
    end = start + random.choice((1, 1, 3))
    return b"".join(lines[:end] + lines[start:end] * random.choice((1, 1, 9)) + lines[end:])


def _swap_lines(random: Random, content: bytes) -> bytes:
    lines = _lines(content)
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def _indent_lines(random: Random, content: bytes) -> bytes:
    lines = _lines(content)
    start = random.randrange(len(lines))
    change = random.choice((b" ", b"  ", b"    ", b"\t", b"- ", None))
    for number in range(start, min(start + random.choice((1, 1, 4)), len(lines))):
        lines[number] = lines[number].removeprefix(b"  ") if change is None else change + lines[number]
    return b"".join(lines)


def _insert_bytes(random: Random, content: bytes) -> bytes:
    place = _place_in(random, content)
    return content[:place] + random.randbytes(random.choice((1, 1, 2, 8))) + content[place:]


def _insert_piece(random: Random, content: bytes) -> bytes:
    place = _place_in(random, content)
    return content[:place] + random.choice(_PIECES) + content[place:]


def _flip_byte(random: Random, content: bytes) -> bytes:
    place = _place_in(random, content)
    return content[:place] + bytes([random.randrange(256)]) + content[place + 1 :]


def _replace_value(random: Random, content: bytes) -> bytes:
    return _replace_one(random, _PAIR, content, lambda found: found[1] + found[2] + found[3] + random.choice(_VALUES))


def _replace_word(random: Random, content: bytes) -> bytes:
    return _replace_one(random, _WORD, content, lambda _: random.choice(_VALUES))


def _borrow_value(random: Random, content: bytes) -> bytes:
    values, _ = _borrowed()
    return _replace_one(random, _PAIR, content, lambda found: found[1] + found[2] + found[3] + random.choice(values.get(found[2], [b"x"])))


def _borrow_word(random: Random, content: bytes) -> bytes:
    _, words = _borrowed()
    return _replace_one(random, _WORD, content, lambda _: random.choice(words))


def _rename_key(random: Random, content: bytes) -> bytes:
    values, _ = _borrowed()
    return _replace_one(random, _KEY, content, lambda found: found[1] + random.choice(sorted(values)) + found[3])


def _misspell_key(random: Random, content: bytes) -> bytes:
    return _replace_one(random, _KEY, content, lambda found: found[1] + found[2][:-1] + found[3])


def _repeat_key(random: Random, content: bytes) -> bytes:
    return _replace_one(random, _PAIR, content, lambda found: found[0] + b"\n" + found[0])


def _enlarge_number(random: Random, content: bytes) -> bytes:
    return _replace_one(
        random, _NUMBER, content, lambda found: random.choice((b"-", b"", b"0", b"1e")) + found[0] * random.choice((1, 2, 9, 99))
    )


def _truncate(random: Random, content: bytes) -> bytes:
    return content[: _place_in(random, content)]


def _splice(random: Random, content: bytes) -> bytes:
    _, other = random.choice(random.choice(_originals()))
    return content[: _place_in(random, content)] + other[_place_in(random, other) :]


def _nest(random: Random, content: bytes) -> bytes:
    opening, closing = random.choice(((b"[", b"]"), (b"{a: ", b"}"), (b"- ", b""), (b"? ", b""), (b"(", b")")))
    deep = random.choice((5, 23, 24, 25, 300, 30_000))
    return _replace_one(random, _PAIR, content, lambda found: found[1] + found[2] + found[3] + opening * deep + b"a" + closing * deep)


def _insert_field(random: Random, content: bytes) -> bytes:
    key = random.choice(sorted(_SENSIBLE))
    field = key + b": " + random.choice(_SENSIBLE[key])
    return _replace_one(random, _START, content, lambda found: found[0] + (field + b", " if found[1] else field + b"\n" + found[2]))


def _change_meaning(random: Random, content: bytes) -> bytes:
    """Give one of the keys that stand in a record another value that fits its shape, each key as often as any other."""
    found = list(_FIELD.finditer(content))
    if not found:
        return content
    key = random.choice(sorted({match[1] for match in found}))
    match = random.choice([match for match in found if match[1] == key])
    return content[: match.start(2)] + random.choice(_SENSIBLE[key]) + content[match.end(2) :]


_MUTATIONS: tuple[Mutation, ...] = (
    *(_delete_lines, _repeat_lines, _swap_lines, _indent_lines, _insert_bytes, _insert_piece, _flip_byte),
    *(_replace_value, _replace_word, _borrow_value, _borrow_word, _rename_key, _misspell_key, _repeat_key, _enlarge_number),
    *(_truncate, _splice, _nest),
)


def _mutate(random: Random, content: bytes) -> bytes:
    """Break a record, or leave it readable with another meaning, so that checks and judge see it too."""
    mutations = random.choice((_MUTATIONS, (_change_meaning,), (_change_meaning, _insert_field, _borrow_value, _borrow_word)))
    for _ in range(random.choice((1, 1, 2, 3))):
        content = random.choice(mutations)(random, content)
    return content


def _make_batch(number: int) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return the mutated files of one batch, and the unharmed licenses and frameworks among which they stand."""
    random = Random(f"{_SEED} {number}")
    real, base = _originals()
    standing = {place: content for place, content in real if place.startswith(_STANDING)}
    files: dict[str, bytes] = {}
    for position in range(BATCH):
        place, content = random.choice(random.choice((real, base, base)))
        taken = place in files or place in standing
        files[f"{place.removesuffix('.yaml')}-x{position}.yaml" if taken else place] = _mutate(random, content)
    return files, standing


def _write(root: Path, files: dict[str, bytes]) -> None:
    for place, content in files.items():
        target = root / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _answers(reading: Reading) -> Iterator[object]:
    """Answer everything as a compiled registry does."""
    answers = Answers(reading.registry, TODAY)
    for model in answers.models():
        yield model
        yield row_of(model)
    yield from answers.datasets()
    yield from answers.licenses()
    yield from answers.frameworks()


@pytest.mark.slow
@pytest.mark.parametrize("number", range(RECORDS // BATCH))
def test_no_mutated_record_crashes_reader_checks_or_judge(number: int, tmp_path: Path) -> None:
    files, standing = _make_batch(number)
    _write(tmp_path, standing | files)

    reading = read_registry(tmp_path)
    placed = place_issues(reading, run_checks(Context(registry=reading.registry, today=TODAY)))
    answered = sum(1 for answer in _answers(reading) if msgspec.json.encode(answer))

    assert answered > len(standing)
    for finding in (*reading.findings, *placed):
        lines = (standing | files)[finding.file].decode("utf-8", "replace").splitlines()
        assert 1 <= finding.line <= len(lines) + 1
        assert finding.column >= 1
    unreadable = {reading.files[key].file for key in reading.registry.unreadable}
    assert unreadable <= {finding.file for finding in reading.findings if finding.severity == "error"}
    assert len(reading.files) == len(files) + len(standing)


def test_the_same_seed_makes_the_same_records() -> None:
    assert _make_batch(3) == _make_batch(3)
    assert _make_batch(3) != _make_batch(4)
