"""Which reports of the last weeks are like which, one by one: what parts two events of one kind that have one topic.

A report of a long story is like those of the days before it, though little like the story as a whole; a second boat
that sinks is like all boats a little and like none of them much.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import nsmallest
from itertools import islice

from riwaya.link.stream.group import BUSY, Group, dot
from riwaya.link.stream.point import SCALE, Point, Vector

KEYS = 20  # the heaviest words of a report, by which others are looked up
COMMON = 80  # of the reports that have a word only so many are looked at, the latest
LOOKED_AT = 50  # of those the likest by these words are compared whole
TIES = 25  # and so many kept
LEAST = 0.1  # a tie that is weaker tells nothing
CALM = 2 * BUSY  # time between two reports that takes nothing from their likeness
HALVING = 20 * BUSY  # further time after which it counts half
WINDOW = 45 * BUSY  # and that after which it counts nothing
UNDATED = 0.85  # what it counts where a day is unknown
LATEST = 40  # reports of a group that speak for it


class Ties:
    """Reports by their places in the stream, and how much each is tied to others; put in by day."""

    def __init__(self) -> None:
        self._vectors: list[Vector] = []
        self._clocks: list[int | None] = []
        self._keys: dict[int, list[tuple[int, int]]] = {}
        self._ties: dict[int, dict[int, float]] = {}
        self._held = 0  # ties of reports before this one are forgotten
        self._home: list[int] = []  # of each report the founder of its group

    def put(self, point: Point, clock: int | None) -> None:
        """Let the next report be found by its heaviest words."""
        at = len(self._vectors)
        self._vectors.append(point.vector())
        self._clocks.append(clock)
        self._home.append(at)
        for word, weight in islice(zip(point.words, point.weights, strict=True), KEYS):
            self._keys.setdefault(word, []).append((at, weight))

    def tie(self, at: int) -> None:
        """Tie a report to those that it is most like, of all that were put in so far."""
        found = ((-weight, other) for other in self._alike(at) if (weight := self._weight(at, other)) >= LEAST)
        mine = self._ties.setdefault(at, {})
        for weight, other in nsmallest(TIES, found):
            mine[other] = -weight
            if other >= self._held:
                self._ties.setdefault(other, {})[at] = -weight

    def near(self, at: int, most: int) -> list[int]:
        """Return the founders of the groups that a report is tied to, at most so many, the nearest first."""
        best: dict[int, float] = {}
        for other, weight in self._ties[at].items():
            founder = self._home[other]
            best[founder] = min(best.get(founder, 0.0), -weight)
        return [founder for _, founder in nsmallest(most, zip(best.values(), best, strict=True))]

    def move(self, members: Sequence[int], founder: int) -> None:
        """Let reports be of the group that has this founder."""
        for at in members:
            self._home[at] = founder

    def forget(self, before: int) -> None:
        """Forget the ties of reports before a place: they speak for their groups no more."""
        for at in range(self._held, before):
            self._ties.pop(at, None)
        self._held = max(self._held, before)

    def between(self, left: Group, right: Group) -> float:
        """Return how much the latest of the smaller group are tied to the other, on average."""
        small, large = sorted((left, right), key=lambda one: len(one.members))
        speaking = [at for at in small.members[-LATEST:] if at >= self._held]
        total = sum(self._strongest(at, large.founder) for at in speaking)
        return total / len(speaking) if speaking else 0.0

    def _strongest(self, at: int, founder: int) -> float:
        home = self._home
        return max((weight for other, weight in self._ties.get(at, {}).items() if home[other] == founder), default=0.0)

    def _alike(self, at: int) -> Sequence[int]:
        scores: dict[int, int] = {}
        clock = self._clocks[at]
        for word, weight in islice(self._vectors[at].items(), KEYS):
            for other, theirs in self._latest(word, clock):
                scores[other] = scores.get(other, 0) - weight * theirs
        scores.pop(at, None)
        return [other for _, other in nsmallest(LOOKED_AT, zip(scores.values(), scores, strict=True))]

    def _latest(self, word: int, clock: int | None) -> Iterator[tuple[int, int]]:
        for other, weight in islice(reversed(self._keys.get(word, ())), COMMON):
            theirs = self._clocks[other]
            if clock is not None and theirs is not None and clock - theirs > WINDOW:
                return
            yield other, weight

    def _weight(self, left: int, right: int) -> float:
        likeness = dot(self._vectors[left], self._vectors[right]) / (SCALE * SCALE)
        return likeness * _lasting(self._clocks[left], self._clocks[right])


def _lasting(left: int | None, right: int | None) -> float:
    """Return how much likeness is worth after the time between two reports."""
    if left is None or right is None:
        return UNDATED
    silence = abs(left - right) - CALM
    return 1.0 if silence <= 0 else 0.5 ** (silence / HALVING)
