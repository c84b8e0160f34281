"""Which dated reports tell the same as one, by the rare words that they share: an inverted index, never all pairs."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

from msgspec import Struct

from riwaya.model import Clues

KEYS = 20  # a report's most telling words, by which others are looked up
COMMON = 400  # of the reports that have a word among their keys only so many, in which it weighs most, are looked at
CANDIDATES = 24
NEAREST = 8


class Near(Struct, frozen=True):
    """A report (index) and how like it is: the product of two unit vectors."""

    at: int
    likeness: float


class Neighbours:
    """The words of a set of reports; ``of`` gives the nearest to one of them among those last given to ``among``.

    Only reports of a known day are sought: a hundred undated copies never crowd out the dated one.
    """

    def __init__(self, reports: Sequence[Clues]) -> None:
        numbers: dict[str, int] = {}
        self._words = [array("I", [numbers.setdefault(word, len(numbers)) for word in one.words]) for one in reports]
        self._weights = [array("H", one.weights) for one in reports]
        self._postings: dict[int, array[int]] = {}

    def among(self, some: Iterable[int]) -> None:
        """Look among those reports from now on."""
        found: dict[int, list[tuple[int, int]]] = {}
        for at in some:
            for word, weight in zip(self._words[at][:KEYS], self._weights[at][:KEYS], strict=True):
                found.setdefault(word, []).append((-weight, at))
        self._postings = {word: array("I", [at for _, at in _heaviest(some)]) for word, some in found.items()}

    def of(self, at: int) -> list[Near]:
        """Return the reports likest to that one, the likest first; ties in the order of the reports."""
        mine = dict(zip(self._words[at], self._weights[at], strict=True))
        scores: dict[int, int] = {}
        for word in self._words[at][:KEYS]:
            weight = mine[word]
            for other in self._postings.get(word, ()):
                scores[other] = scores.get(other, 0) + weight
        scores.pop(at, None)
        best = sorted(scores, key=lambda other: (-scores[other], other))[:CANDIDATES]
        likest = sorted((-self._product(mine, other), other) for other in best)
        return [Near(other, -product / 1e6) for product, other in likest[:NEAREST]]

    def _product(self, mine: dict[int, int], other: int) -> int:
        words, weights = self._words[other], self._weights[other]
        return sum(mine[word] * weight for word, weight in zip(words, weights, strict=True) if word in mine)


def _heaviest(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return found if len(found) <= COMMON else sorted(found)[:COMMON]


def nearest(left: Iterable[Near], right: Iterable[Near]) -> list[Near]:
    """Return the nearest of two lists."""
    return sorted((*left, *right), key=lambda one: (-one.likeness, one.at))[:NEAREST]
