"""A day's work: the likest of what is near are joined, one pair after the other, until nothing is alike enough.

Agglomerative clustering within what is near. A report that joins two stories makes one of them (a bridge).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from heapq import heapify, heappop, heappush

from riwaya.link.stream.group import Group, joined, sums
from riwaya.link.stream.ties import Ties

Pair = tuple[int, int]

WHOLE = 0.4  # what the groups as wholes count, in a geometric mean; the rest is the ties of their latest reports
STORY = (
    0.07  # of its likeness a pair loses with each doubling of the smaller group: two stories grew apart for a reason
)
DRAWN = 0.04  # and it gains with each doubling of the larger one: a story says more than one report can share
DOUBLINGS = 6  # at most


def likeness(left: Group, right: Group, ties: Ties) -> float:
    """Return how alike two groups are: by the ties of their latest reports, as wholes, and by their sizes."""
    tied = ties.between(left, right)
    if not tied:
        return 0.0
    small, large = (min(DOUBLINGS, math.log2(size)) for size in sorted((len(left.members), len(right.members))))
    return float(tied ** (1.0 - WHOLE) * sums(left, right) ** WHOLE) * (1.0 - STORY * small) * (1.0 + DRAWN * large)


class Settling:
    """Groups by their founders, and which of them are near each other."""

    def __init__(self, groups: dict[int, Group], pairs: Iterable[Pair], asked: float, ties: Ties) -> None:
        self.groups, self._asked, self._ties = groups, asked, ties
        self._near: dict[int, set[int]] = {founder: set() for founder in groups}
        self._changes = dict.fromkeys(groups, 0)
        for left, right in pairs:
            self._near[left].add(right)
            self._near[right].add(left)
        self.joined: dict[int, int] = {}  # founder → the earlier one of the group that it has joined
        self._heap: list[tuple[float, int, int, int, int]] = []

    def through(self) -> dict[int, Group]:
        """Join until nothing is alike enough; return the groups that are left, by their founders."""
        for left, others in self._near.items():
            self._heap += [entry for right in others if left < right and (entry := self._entry(left, right))]
        heapify(self._heap)
        while self._heap:
            _, left, right, *changes = heappop(self._heap)
            if changes == [self._changes.get(left), self._changes.get(right)]:
                self._join(left, right)
        return self.groups

    def _entry(self, left: int, right: int) -> tuple[float, int, int, int, int] | None:
        value = likeness(self.groups[left], self.groups[right], self._ties)
        return (-value, left, right, self._changes[left], self._changes[right]) if value >= self._asked else None

    def _join(self, left: int, right: int) -> None:
        """Join two groups under the founder of the earlier one, ``left``."""
        gone = self.groups.pop(right)
        self.groups[left] = joined(self.groups[left], gone)
        self._ties.move(gone.members, left)
        self.joined[right] = left
        self._changes[left] += 1
        del self._changes[right]
        around = self._near[left]
        for other in self._near.pop(right):
            self._near[other].discard(right)
            if other != left:
                self._near[other].add(left)
                around.add(other)
        for other in around:
            if entry := self._entry(min(left, other), max(left, other)):
                heappush(self._heap, entry)
