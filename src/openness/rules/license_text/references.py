"""References: the fingerprints of known texts, and an index by which those that a text resembles are found."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from openness.core.fingerprint import Fingerprint
from openness.rules.license_text.align import Runs, align, runs_once

NAME = 3
_RUN = 3
_EVERY = 8
_CANDIDATES = 5
_TEXTS_EACH = 3
_WORTH = 0.4
_OFTEN = 2


class References:
    """Hold known texts, and the names of licenses as words; what is worked out of a text is kept for the next question."""

    def __init__(self, fingerprints: Iterable[Fingerprint], names: Mapping[tuple[str, ...], str] | None = None) -> None:
        self.all = tuple(fingerprints)
        self.names = names or {}
        self._numbers = {id(fingerprint): number for number, fingerprint in enumerate(self.all)}
        self._runs: dict[int, Runs] = {}
        self._variable: dict[int, frozenset[int]] = {}
        self._by_license: dict[str, list[Fingerprint]] = defaultdict(list)
        self._index: dict[int, list[int]] = defaultdict(list)
        self._sizes: list[int] = []
        for number, fingerprint in enumerate(self.all):
            self._by_license[fingerprint.license].append(fingerprint)
            samples = _samples(fingerprint.hashes)
            self._sizes.append(len(samples) or 1)
            for sample in samples:
                self._index[sample].append(number)

    def candidates(self, hashes: Sequence[int]) -> list[Fingerprint]:
        """Return the references of which a text holds the most, the likeliest first, a few texts of each license."""
        counted = Counter(number for sample in _samples(hashes) for number in self._index.get(sample, ()))
        shares = sorted(counted.items(), key=lambda item: (-item[1] / self._sizes[item[0]], -item[1], item[0]))
        most = max((count / self._sizes[number] for number, count in shares), default=0.0)
        taken: Counter[str] = Counter()
        found = []
        for number, count in shares:
            reference = self.all[number]
            if count / self._sizes[number] < _WORTH * most:
                break
            if taken[reference.license] < _TEXTS_EACH and len(taken) <= _CANDIDATES:
                found.append(reference)
                taken[reference.license] += 1
        return found[: _CANDIDATES * 2]

    def runs(self, reference: Fingerprint) -> Runs:
        """Return the runs of a reference that occur once."""
        number = self._numbers[id(reference)]
        if number not in self._runs:
            self._runs[number] = runs_once(reference.hashes)
        return self._runs[number]

    def variable(self, reference: Fingerprint) -> frozenset[int]:
        """Return the places of a reference where another text of the same license has another name, again and again."""
        number = self._numbers[id(reference)]
        if number not in self._variable:
            places: set[int] = set()
            for other in self._by_license[reference.license]:
                gaps = align(other.hashes, reference.hashes) if other is not reference else ()
                short = [gap for gap in gaps if 0 < gap.left_end - gap.left <= NAME and 0 < gap.right_end - gap.right <= NAME]
                said = Counter(reference.hashes[gap.right : gap.right_end] for gap in short)
                for gap in short:
                    if said[reference.hashes[gap.right : gap.right_end]] >= _OFTEN:
                        places.update(range(gap.right, gap.right_end))
            self._variable[number] = frozenset(places)
        return self._variable[number]


def _samples(hashes: Sequence[int]) -> set[int]:
    """Return a sample of the runs of a text: the same runs are taken from every text."""
    runs = {hash(run) for run in zip(*(hashes[offset:] for offset in range(_RUN)), strict=False)}
    return {run for run in runs if run % _EVERY == 0}
