"""Which reports tell the same as one, by the rare words that they share: an inverted index, never all pairs."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from msgspec import Struct

from riwaya.model import Clues

KEYS = 20  # a report's most telling words, by which others are looked up
COMMON = 400  # a word among the keys of more reports than that looks up nothing
CANDIDATES = 24
NEAREST = 8


class Near(Struct, frozen=True):
    """A report (index) and how like it is: the product of two unit vectors."""

    at: int
    likeness: float


class Neighbours:
    """The index over a set of reports; ``of`` gives the nearest to one of them."""

    def __init__(self, reports: Sequence[Clues]) -> None:
        numbers: dict[str, int] = {}
        self._words: list[array[int]] = []
        self._weights: list[array[int]] = []
        self._postings: dict[int, array[int]] = {}
        for at, one in enumerate(reports):
            mine = array("I", [numbers.setdefault(word, len(numbers)) for word in one.words])
            self._words.append(mine)
            self._weights.append(array("H", one.weights))
            for word in mine[:KEYS]:
                self._postings.setdefault(word, array("I")).append(at)

    def of(self, at: int) -> list[Near]:
        """Return the reports likest to that one, the likest first; ties in the order of the reports."""
        mine = dict(zip(self._words[at], self._weights[at], strict=True))
        scores: dict[int, int] = {}
        for word in self._words[at][:KEYS]:
            found = self._postings[word]
            if len(found) <= COMMON:
                for other in found:
                    scores[other] = scores.get(other, 0) + mine[word]
        scores.pop(at, None)
        best = sorted(scores, key=lambda other: (-scores[other], other))[:CANDIDATES]
        likest = sorted((-self._product(mine, other), other) for other in best)
        return [Near(other, -product / 1e6) for product, other in likest[:NEAREST]]

    def _product(self, mine: dict[int, int], other: int) -> int:
        words, weights = self._words[other], self._weights[other]
        return sum(mine[word] * weight for word, weight in zip(words, weights, strict=True) if word in mine)
