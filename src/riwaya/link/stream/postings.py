"""Which groups have a word among their heaviest: an inverted index, so that a report is never compared with all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from riwaya.link.stream.group import Group

COMMON = 120  # of the groups that have a word only so many are looked at, those with the latest reports


class Postings:
    """The groups by their words; those put in last are found first."""

    def __init__(self) -> None:
        self._words: dict[int, dict[int, float]] = {}
        self._keys: dict[int, list[tuple[int, float]]] = {}

    def put(self, group: Group) -> None:
        """Let a group be found by its heaviest words, before those that were put in earlier."""
        self.drop(group.founder)
        keys = self._keys[group.founder] = group.keys()
        for word, weight in keys:
            self._words.setdefault(word, {})[group.founder] = weight

    def drop(self, founder: int) -> None:
        """Let a group be found no more."""
        for word, _ in self._keys.pop(founder, ()):
            del self._words[word][founder]

    def near(self, words: Iterable[tuple[int, float]], most: int) -> list[int]:
        """Return the founders of the groups that share most with these words, at most so many."""
        scores: dict[int, float] = {}
        for word, weight in words:
            for founder, theirs in self._latest(word):
                scores[founder] = scores.get(founder, 0.0) + weight * theirs
        return sorted(scores, key=lambda founder: (-round(scores[founder], 9), founder))[:most]

    def _latest(self, word: int) -> Iterator[tuple[int, float]]:
        found = self._words.get(word, {})
        return islice(((one, found[one]) for one in reversed(found)), COMMON)
