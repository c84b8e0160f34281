"""Which groups have a word among their heaviest: an inverted index, so that a report is never compared with all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import nsmallest
from itertools import islice

from riwaya.link.stream.group import Group

COMMON = 40  # of the groups that have a word only so many are looked at, those with the latest reports


class Postings:
    """The groups by their words; those put in last are found first."""

    def __init__(self) -> None:
        self._words: dict[int, dict[int, int]] = {}
        self._keys: dict[int, tuple[Group, list[tuple[int, int]]]] = {}

    def put(self, group: Group) -> None:
        """Let a group be found by its heaviest words, before those that were put in earlier."""
        known, keys = self._keys.get(group.founder, (None, []))
        self.drop(group.founder)
        if known is not group:
            keys = group.keys()
        self._keys[group.founder] = group, keys
        for word, weight in keys:
            self._words.setdefault(word, {})[group.founder] = weight

    def drop(self, founder: int) -> None:
        """Let a group be found no more."""
        _, keys = self._keys.pop(founder, (None, ()))
        for word, _ in keys:
            del self._words[word][founder]

    def near(self, words: Iterable[tuple[int, int]], most: int) -> list[int]:
        """Return the founders of the groups that share most with these words, at most so many."""
        scores: dict[int, int] = {}
        for word, weight in words:
            for founder, theirs in self._latest(word):
                scores[founder] = scores.get(founder, 0) - weight * theirs
        return [founder for _, founder in nsmallest(most, zip(scores.values(), scores, strict=True))]

    def _latest(self, word: int) -> Iterator[tuple[int, int]]:
        found = self._words.get(word, {})
        return islice(reversed(found.items()), COMMON)
