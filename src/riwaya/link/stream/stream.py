"""Reports into stories day by day, in the order of their publication; what is known of earlier days stays as it is.

What a day's reports join depends on that day and those before it alone, so that a report that comes in late asks for
its own day and those after it once more, and for nothing before; a whole archive at once is the same work from its
first day on. Every set of reports has just one outcome, in whatever order and portions it came.

After online clustering of news (Miranda et al. 2018), with average link among a day's reports and the stories near them
in place of one report at a time; stories that later reports bridge are joined (newsLens: Laban and Hearst 2017).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from riwaya.link.stream.group import BUSY, Group, alone, together
from riwaya.link.stream.point import Point
from riwaya.link.stream.postings import Postings
from riwaya.link.stream.settling import Pair, Settling

KEYS = 12  # the heaviest words of a report, by which others are looked up
NEIGHBOURS = 12  # groups that a report is compared with
SLICE = 250  # reports of one day that are looked at together
ASKED = 0.21  # likeness at which reports belong together where there is little else
STREAM = 0.02  # asked for in addition in a stream of news, in which much is alike that is no one story
FEW, MANY = 200, 2000  # reports within a month up to which nothing is added, and from which all is
MONTH = 30
UNDATED = 1 << 30  # the day after all others


class Item(Struct, frozen=True):
    """A report of the stream; ``day`` is ``UNDATED`` where none is known."""

    id: str
    day: int
    point: Point


class Joining(Struct, frozen=True):
    """That a report, and the story that it had founded if it had, joined the story of an earlier one, on which day."""

    into: str
    day: int


Joined = Mapping[str, Joining]
"""What became of reports, by their ids; founders of stories have no entry."""


class Stream:
    """A stream of reports, given in canonical order: by day, then by what never changes.

    ``before`` is what became of those before ``since`` in another run; it is taken up and goes on from that day.
    ``tighter`` is asked for in addition, as for the parts of a story.
    """

    def __init__(
        self, items: Sequence[Item], before: Joined | None = None, since: int = 0, tighter: float = 0.0
    ) -> None:
        self._items, self._least = list(items), ASKED + tighter
        self._days = [item.day for item in items]
        self._clock: dict[int, int] = {}
        self._now = 0
        self._wind(items)
        self._at = {item.id: at for at, item in enumerate(items)}
        self._groups: dict[int, Group] = {}
        self._postings = Postings()
        self.joined: dict[str, Joining] = {}
        self._from = bisect_left(self._days, since)
        self._resume(before or {}, since)
        self._go_on()

    def more(self, items: Sequence[Item]) -> None:
        """Take reports of days after all known ones, in canonical order; earlier ones need a stream that goes on."""
        if items and self._days and items[0].day <= self._days[-1]:
            raise ValueError("a report of a day that is over: go on from before it")
        self._from = len(self._items)
        self._at.update({item.id: at for at, item in enumerate(items, self._from)})
        self._items += items
        self._days += [item.day for item in items]
        self._wind(items)
        self._go_on()

    def stories(self) -> list[tuple[int, ...]]:
        """Return the reports of each story, as indexes, in the order of the stories' founders."""
        return [self._groups[founder].members for founder in sorted(self._groups)]

    def groups(self) -> list[Group]:
        """Return the groups behind ``stories``."""
        return [self._groups[founder] for founder in sorted(self._groups)]

    def _resume(self, before: Joined, since: int) -> None:
        """Make the groups as they stood before the day ``since``: sums of whole numbers are the same as they were."""
        founders: list[int] = []
        members: dict[int, list[int]] = {}
        for at, item in enumerate(self._items[: self._from]):
            joining = before.get(item.id)
            if joining is None or joining.day >= since:
                founders.append(at)
            else:
                self.joined[item.id] = joining
                founders.append(founders[self._at[joining.into]])
            members.setdefault(founders[at], []).append(at)
        for founder, some in members.items():
            self._groups[founder] = together([self._alone(at) for at in some])
        for founder in sorted(members, key=lambda one: (self._days[members[one][-1]], one)):
            self._postings.put(self._groups[founder])

    def _go_on(self) -> None:
        start = self._from
        while start < len(self._items):
            day = self._days[start]
            end = bisect_right(self._days, day, start)
            touched = [at for part in range(start, end, SLICE) for at in self._slice(part, min(part + SLICE, end), day)]
            for founder in sorted(set(touched) & self._groups.keys()):
                self._postings.put(self._groups[founder])
            start = end

    def _slice(self, start: int, end: int, day: int) -> list[int]:
        """Let some reports of one day join what is near them; return the founders of the groups that have changed."""
        for at in range(start, end):
            self._groups[at] = self._alone(at)
            self._postings.put(self._groups[at])
        pairs = {pair for at in range(start, end) for pair in self._near(at)}
        near = {founder: self._groups[founder] for pair in pairs for founder in pair}
        settling = Settling(dict(near), pairs, self._asked(day))
        for founder, group in settling.through().items():
            self._groups[founder] = group
        for right, left in settling.joined.items():
            self.joined[self._items[right].id] = Joining(self._items[left].id, day)
            self._postings.drop(right)
            del self._groups[right]
        changed = [founder for founder, group in near.items() if self._groups.get(founder, group) is not group]
        for founder in sorted(changed):
            self._postings.put(self._groups[founder])
        return [*range(start, end), *changed]

    def _near(self, at: int) -> Iterator[Pair]:
        found = self._items[at].point
        words = list(zip(found.words[:KEYS], found.weights[:KEYS], strict=True))
        for other in self._postings.near(words, NEIGHBOURS + 1):
            if other != at:
                yield min(at, other), max(at, other)

    def _asked(self, day: int) -> float:
        """Return the likeness asked for on a day: more, the more reports there were within a month."""
        around = bisect_right(self._days, day) - bisect_left(self._days, 0 if day == UNDATED else day - MONTH + 1)
        return self._least + STREAM * min(1.0, max(0.0, (around - FEW) / (MANY - FEW)))

    def _alone(self, at: int) -> Group:
        day = self._days[at]
        return alone(at, self._items[at].point.vector(), None if day == UNDATED else self._clock[day])

    def _wind(self, items: Sequence[Item]) -> None:
        """Note what the clock shows on each of these days: how many reports came before, of a busy day ``BUSY``."""
        for day, reports in sorted(Counter(item.day for item in items).items()):
            self._clock[day] = self._now
            self._now += min(reports, BUSY)
