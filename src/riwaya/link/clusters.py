"""Groups of like reports by average link: a report joins those that it is like on the whole, so that chains don't form.

The result depends on the reports alone: they come in a fixed order, and ties are broken by it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

from riwaya.link.similarity import Point, Vector, dot, nearness

THRESHOLD = 0.2
STREAM = 0.04  # asked for in addition of a stream of news, in which much is alike that is no one story
FEW, MANY = 200, 2000  # reports up to which a set is a folder, and from which it is a stream
BLEND = 0.5  # between the average of all pairs (0), hard on large groups, and the likeness of the sums (1)
WIDEST = 220  # words that a group is compared by


class Cluster:
    """A group under way: its members, the sum of their vectors, the days that it spans."""

    __slots__ = ("days", "length", "members", "total")

    def __init__(self, members: list[int], total: Vector, days: tuple[int, int] | None) -> None:
        self.members, self.total, self.days = members, total, days
        self.length = math.sqrt(math.fsum(weight * weight for weight in total.values())) or 1.0


def clusters(points: Sequence[Point], pairs: Iterable[tuple[int, int, float]]) -> list[list[int]]:
    """Return the groups as lists of indexes, singletons too, each sorted and in the order of their first members."""
    asked = THRESHOLD + STREAM * min(1.0, max(0.0, (len(points) - FEW) / (MANY - FEW)))
    groups: dict[int, Cluster] = {at: _alone(at, point) for at, point in enumerate(points)}
    near: dict[int, set[int]] = {at: set() for at in groups}
    heap: list[tuple[float, int, int]] = []
    for left, right in sorted({(left, right) for left, right, _ in pairs}):
        near[left].add(right)
        near[right].add(left)
        if (value := likeness(groups[left], groups[right])) >= asked:
            heap.append((-value, left, right))
    heapify(heap)
    following = len(points)
    while heap:
        _, left, right = heappop(heap)
        if left not in groups or right not in groups:
            continue
        groups[following] = _joined(groups.pop(left), groups.pop(right))
        near[following] = _meet(near, left, right, following)
        for other in sorted(near[following]):
            if (value := likeness(groups[other], groups[following])) >= asked:
                heappush(heap, (-value, other, following))
        following += 1
    return sorted(sorted(group.members) for group in groups.values())


def _alone(at: int, point: Point) -> Cluster:
    return Cluster([at], point.vector, None if point.day is None else (point.day, point.day))


def _meet(near: dict[int, set[int]], left: int, right: int, joined: int) -> set[int]:
    around = (near.pop(left) | near.pop(right)) - {left, right}
    for other in around:
        near[other] -= {left, right}
        near[other].add(joined)
    return around


def _joined(left: Cluster, right: Cluster) -> Cluster:
    if len(left.total) < len(right.total):
        left, right = right, left
    total = dict(left.total)
    for word, weight in right.total.items():
        total[word] = total.get(word, 0.0) + weight
    if len(total) > WIDEST:
        total = dict(sorted(total.items(), key=lambda item: (-item[1], item[0]))[:WIDEST])
    days = [bound for one in (left, right) if one.days is not None for bound in one.days]
    return Cluster(left.members + right.members, total, (min(days), max(days)) if days else None)


def likeness(left: Cluster, right: Cluster) -> float:
    """Return how alike two groups are, between average link and the cosine of their sums, less if long apart."""
    shared = dot(left.total, right.total)
    if shared <= 0.0:
        return 0.0
    gap: float | None = None
    if left.days is not None and right.days is not None:
        gap = max(0, left.days[0] - right.days[1], right.days[0] - left.days[1])
    average = shared / (len(left.members) * len(right.members))
    cosine = shared / (left.length * right.length)
    return float(average ** (1.0 - BLEND) * cosine**BLEND) * nearness(gap)
