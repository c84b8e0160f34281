"""A group of reports under way to a story: the sum of their points, and the time that it spans."""

from __future__ import annotations

import math
from collections.abc import Sequence
from heapq import nsmallest
from operator import neg

from msgspec import Struct

from riwaya.link.stream.point import SCALE, Vector

KEYS = 40  # the heaviest words of a group, by which it is found again
BLEND = 0.4  # between the average of all pairs (0), hard on large groups, and the likeness of the sums (1)
BUSY = 20  # reports that make a full day of news; silence while little is reported at all says little
CALM = 5 * BUSY  # silence that says nothing: five days
HALVING = 30.0 * BUSY  # further silence after which likeness counts half
FLOOR = 0.3  # what it counts at least
UNDATED = 0.85  # what it counts where a date is unknown


class Group(Struct, frozen=True):
    """``members`` are the places of reports in the stream's order; a group never changes, two make a new one.

    ``first`` and ``last`` are of the stream's clock, which a day moves on by its reports, at most ``BUSY``.
    ``square`` is the squared length of ``total``. Sums are of whole numbers: the same, whoever joined first.
    """

    members: tuple[int, ...]
    total: Vector
    square: int
    first: int | None
    last: int | None

    @property
    def founder(self) -> int:
        """The earliest report, by which the group is known."""
        return self.members[0]

    def keys(self) -> list[tuple[int, int]]:
        """Return the heaviest words with their weights in a vector of length ``SCALE``."""
        length = math.sqrt(self.square) or 1.0
        total = self.total
        heaviest = nsmallest(KEYS, zip(map(neg, total.values()), total, strict=True))
        return [(word, round(-weight * SCALE / length)) for weight, word in heaviest]


def alone(at: int, vector: Vector, clock: int | None) -> Group:
    """Return the group of one report."""
    return Group((at,), vector, sum(weight * weight for weight in vector.values()), clock, clock)


def joined(left: Group, right: Group) -> Group:
    """Return the group of both."""
    if len(left.total) < len(right.total):
        left, right = right, left
    total, shared = dict(left.total), 0
    for word, weight in right.total.items():
        there = total.get(word, 0)
        shared += there * weight
        total[word] = there + weight
    square = left.square + right.square + 2 * shared
    members = tuple(sorted(left.members + right.members))
    return Group(members, total, square, _least(left.first, right.first), _most(left.last, right.last))


def together(groups: Sequence[Group]) -> Group:
    """Return the group of all, in one go: as ``joined`` makes it one by one, of earlier ones first."""
    if len(groups) == 1:
        return groups[0]
    total: Vector = {}
    for one in groups:
        for word, weight in one.total.items():
            total[word] = total.get(word, 0) + weight
    days = [day for one in groups for day in (one.first, one.last) if day is not None]
    members = tuple(sorted(at for one in groups for at in one.members))
    square = sum(weight * weight for weight in total.values())
    return Group(members, total, square, min(days, default=None), max(days, default=None))


def _least(left: int | None, right: int | None) -> int | None:
    return min((one for one in (left, right) if one is not None), default=None)


def _most(left: int | None, right: int | None) -> int | None:
    return max((one for one in (left, right) if one is not None), default=None)


def dot(left: Vector, right: Vector) -> int:
    """Return the product of two vectors."""
    if len(left) > len(right):
        left, right = right, left
    return sum(left[word] * right[word] for word in left.keys() & right.keys())


def likeness(left: Group, right: Group) -> float:
    """Return how alike two groups are as wholes, less after long silence."""
    return sums(left, right) * nearness(left, right)


def sums(left: Group, right: Group) -> float:
    """Return how alike two groups are as wholes, between average link and the cosine of their sums."""
    shared = dot(left.total, right.total)
    if not shared:
        return 0.0
    average = shared / (len(left.members) * len(right.members) * SCALE * SCALE)
    cosine = shared / math.sqrt(left.square * right.square)
    return float(average ** (1.0 - BLEND) * cosine**BLEND)


def nearness(left: Group, right: Group) -> float:
    """Return how much likeness is worth after the silence between two groups: 1 within some days, then ever less."""
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return UNDATED
    silence = max(left.first - right.last, right.first - left.last) - CALM
    return 1.0 if silence <= 0 else max(FLOOR, 0.5 ** (silence / HALVING))
