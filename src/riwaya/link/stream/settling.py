"""A day's work: the likest of what is near are joined, one pair after the other, until nothing is alike enough.

Average link within what is near (hierarchical agglomerative clustering), so that chains don't form. A report that joins
two stories makes one of them (a bridge).
"""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heapify, heappop, heappush

from riwaya.link.stream.group import Group, joined, likeness

Pair = tuple[int, int]


class Settling:
    """Groups by their founders, and which of them are near each other."""

    def __init__(self, groups: dict[int, Group], pairs: Iterable[Pair], asked: float) -> None:
        self.groups, self._asked = groups, asked
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
        value = likeness(self.groups[left], self.groups[right])
        return (-value, left, right, self._changes[left], self._changes[right]) if value >= self._asked else None

    def _join(self, left: int, right: int) -> None:
        """Join two groups under the founder of the earlier one, ``left``."""
        self.groups[left] = joined(self.groups[left], self.groups.pop(right))
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
