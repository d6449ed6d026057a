"""Alignment: where two sequences of words agree, in time that grows with their length.

Runs of words that occur once in both are anchors; the longest chain of anchors that keeps its order is extended both ways,
and what lies between is compared word by word as long as that is cheap.
"""

from bisect import bisect_left
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TypeAlias

from msgspec import Struct

RUN = 4
_CHEAP = 60_000


class Gap(Struct, frozen=True, kw_only=True):
    """Say that the words `left` to `left_end` of one sequence stand where the other has `right` to `right_end`."""

    left: int
    left_end: int
    right: int
    right_end: int


Block: TypeAlias = tuple[int, int, int]


Runs: TypeAlias = dict[tuple[int, ...], int]


def align(left: Sequence[int], right: Sequence[int], ours: Runs | None = None, theirs: Runs | None = None) -> tuple[Gap, ...]:
    """Return what differs between two sequences, in order; `ours` and `theirs` are their runs, if they are at hand."""
    blocks = _blocks(left, right, ours, theirs)
    gaps = []
    at_left = at_right = 0
    for start, other, length in (*blocks, (len(left), len(right), 0)):
        if start > at_left or other > at_right:
            gaps += _between(left, right, Gap(left=at_left, left_end=start, right=at_right, right_end=other))
        at_left, at_right = start + length, other + length
    return tuple(gaps)


def _between(left: Sequence[int], right: Sequence[int], gap: Gap) -> list[Gap]:
    """Look into a gap if that is cheap."""
    rows, columns = gap.left_end - gap.left, gap.right_end - gap.right
    if not rows or not columns or rows * columns > _CHEAP:
        return [gap]
    matcher = SequenceMatcher(None, left[gap.left : gap.left_end], right[gap.right : gap.right_end], autojunk=False)
    return [
        Gap(left=gap.left + a, left_end=gap.left + b, right=gap.right + c, right_end=gap.right + d)
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    ]


def _blocks(left: Sequence[int], right: Sequence[int], ours: Runs | None, theirs: Runs | None) -> list[Block]:
    """Return runs that agree, in order on both sides."""
    head = _common(left, right)
    if head == min(len(left), len(right)):
        return [(0, 0, head)] if head else []
    known = runs_once(right) if theirs is None else theirs
    shared = [(place, known[run]) for run, place in (runs_once(left) if ours is None else ours).items() if run in known]
    blocks: list[Block] = []
    end = other_end = 0
    for start, other in _chain(shared):
        if start < end or other < other_end:
            continue
        back = 0
        while start - back > end and other - back > other_end and left[start - back - 1] == right[other - back - 1]:
            back += 1
        length = _common(left, right, start, other)
        blocks.append((start - back, other - back, back + length))
        end, other_end = start + length, other + length
    return blocks


def _common(left: Sequence[int], right: Sequence[int], start: int = 0, other: int = 0) -> int:
    """Return how many words agree from two places on."""
    most = min(len(left) - start, len(right) - other)
    number, step = 0, 64
    while number < most and left[start + number : start + number + step] == right[other + number : other + number + step]:
        number += step
        step *= 2
    number = min(number, most)
    while number < most and left[start + number] == right[other + number]:
        number += 1
    return number


def runs_once(words: Sequence[int]) -> Runs:
    """Map runs of words that occur once to their places, in the order of the places."""
    found: Runs = {}
    for place, run in enumerate(zip(*(words[offset:] for offset in range(RUN)), strict=False)):
        found[run] = -1 if run in found else place
    return {run: place for run, place in found.items() if place >= 0}


def _chain(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest chain of pairs that rises on both sides; the pairs rise on the left already."""
    if all(one[1] < other[1] for one, other in pairwise(pairs)):
        return pairs
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, other) in enumerate(pairs):
        place = bisect_left(tails, other)
        before.append(ends[place - 1] if place else -1)
        if place == len(tails):
            tails.append(other)
            ends.append(number)
        else:
            tails[place] = other
            ends[place] = number
    chain = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]
