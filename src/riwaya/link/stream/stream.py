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
from riwaya.link.stream.settling import Pair, Settling
from riwaya.link.stream.ties import WINDOW, Ties

NEIGHBOURS = 12  # groups that a report is compared with
SLICE = 250  # reports of one day that are looked at together
ASKED = 0.20  # likeness at which reports belong together where there is little else
STREAM = 0.04  # asked for in addition in a stream of news, in which much is alike that is no one story
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
        self._ties = Ties()
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
        self._tie_again()
        for founder, some in members.items():
            self._ties.move(some, founder)

    def _tie_again(self) -> None:
        """Tie the reports that still speak for their groups on the first day of this run."""
        speaking = self._speaking(self._days[min(self._from, len(self._days) - 1)]) if self._days else 0
        for start, end, _ in self._slices(0, self._from):
            self._put(start, end)
            for at in range(max(start, speaking), end):
                self._ties.tie(at)

    def _go_on(self) -> None:
        for start, end, day in self._slices(self._from, len(self._items)):
            self._ties.forget(self._speaking(day))
            self._slice(start, end, day)

    def _slices(self, first: int, last: int) -> Iterator[tuple[int, int, int]]:
        """Yield the portions in which reports are looked at together, with their days."""
        while first < last:
            day = self._days[first]
            end = bisect_right(self._days, day, first)
            yield from ((part, min(part + SLICE, end), day) for part in range(first, end, SLICE))
            first = end

    def _slice(self, start: int, end: int, day: int) -> None:
        """Let some reports of one day join what is near them."""
        self._put(start, end)
        for at in range(start, end):
            self._groups[at] = self._alone(at)
            self._ties.tie(at)
        pairs = {pair for at in range(start, end) for pair in self._near(at)}
        near = {founder: self._groups[founder] for pair in pairs for founder in pair}
        settling = Settling(near, pairs, self._asked(day), self._ties)
        self._groups.update(settling.through())
        for right, left in settling.joined.items():
            self.joined[self._items[right].id] = Joining(self._items[left].id, day)
            del self._groups[right]

    def _put(self, start: int, end: int) -> None:
        for at in range(start, end):
            self._ties.put(self._items[at].point, self._time(at))

    def _near(self, at: int) -> Iterator[Pair]:
        return ((min(at, other), max(at, other)) for other in self._ties.near(at, NEIGHBOURS) if other != at)

    def _speaking(self, day: int) -> int:
        """Return the first report that speaks for its group on a day."""
        return bisect_left(self._days, self._clock[day] - WINDOW, key=self._clock.__getitem__)

    def _asked(self, day: int) -> float:
        """Return the likeness asked for on a day: more, the more reports there were within a month."""
        around = bisect_right(self._days, day) - bisect_left(self._days, 0 if day == UNDATED else day - MONTH + 1)
        return self._least + STREAM * min(1.0, max(0.0, (around - FEW) / (MANY - FEW)))

    def _alone(self, at: int) -> Group:
        return alone(at, self._items[at].point.vector(), self._time(at))

    def _time(self, at: int) -> int | None:
        day = self._days[at]
        return None if day == UNDATED else self._clock[day]

    def _wind(self, items: Sequence[Item]) -> None:
        """Note what the clock shows on each of these days: how many reports came before, of a busy day ``BUSY``."""
        for day, reports in sorted(Counter(item.day for item in items).items()):
            self._clock[day] = self._now
            self._now += min(reports, BUSY)
