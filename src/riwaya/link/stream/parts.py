"""What lies in a story and beside it: sub-stories, tighter than the whole, and neighbours, near but apart."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.link.stream.group import BUSY, Group, alone, likeness, together
from riwaya.link.stream.point import Point
from riwaya.link.stream.postings import Postings
from riwaya.link.stream.stream import UNDATED, Item, Stream

LARGE = 8  # reports from which a story may have parts
LEAST = 3  # reports of a part
TIGHTER = 0.15  # likeness asked for in a part in addition
MOST_PARTS = 12
NEIGHBOURS = 4
NEAR = 0.06  # likeness from which a story is a neighbour
CROWD = 200  # stories from which one of a single report is no neighbour
_KEYS = 12


def parts(items: Sequence[Item]) -> list[tuple[int, ...]]:
    """Return the sub-stories of a story as indexes of its reports (in the stream's order), by their first reports.

    Small stories have none, nor has one of which a single part is as good as all.
    """
    if len(items) < LARGE:
        return []
    found = [some for some in Stream(items, tighter=TIGHTER).stories() if len(some) >= LEAST]
    largest = sorted(found, key=lambda some: (-len(some), some))[:MOST_PARTS]
    return sorted(largest) if len(largest) > 1 else []


def gathered(reports: Sequence[tuple[int, Point, int]]) -> Group:
    """Return a story's reports, each with its place, point and day, as one group."""
    return together([alone(at, point.vector(), None if day == UNDATED else day * BUSY) for at, point, day in reports])


def neighbours(stories: Sequence[Group]) -> list[list[int]]:
    """Return for each story the nearest others, as indexes, the nearest first; found by words, never all pairs."""
    small = len(stories) < CROWD
    large = {one.founder: at for at, one in enumerate(stories) if small or len(one.members) > 1}
    postings = Postings()
    for at in large.values():
        postings.put(stories[at])
    return [_nearest(at, stories, large, postings) if one.founder in large else [] for at, one in enumerate(stories)]


def _nearest(at: int, stories: Sequence[Group], large: dict[int, int], postings: Postings) -> list[int]:
    mine = stories[at]
    around = [large[founder] for founder in postings.near(mine.keys()[:_KEYS], 2 * NEIGHBOURS + 1)]
    likest = sorted((-round(likeness(mine, stories[other]), 9), other) for other in around if other != at)
    return [other for value, other in likest[:NEIGHBOURS] if -value >= NEAR]
