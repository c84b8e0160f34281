"""Which events found so far a happening may be one of, by their dates: so that not everything is compared with all.

A filter that leaves out only what can't be: whether two happenings are one is decided by looking at both.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from riwaya.link.happening import Happening

NEWS_DAYS = 4  # days after an event in which a lead without a date tells it
NARROW = 100  # days up to which an interval is entered day by day

_Interval = tuple[int, int]


class Candidates:
    """Events by the dates of their first happening; numbers are given by the caller, in the order of ``add``."""

    def __init__(self) -> None:
        self._same: dict[str, list[int]] = {}  # by the day, month or year as written
        self._starts: dict[int, list[int]] = {}  # by the day on which they begin
        self._covers: dict[int, list[int]] = {}  # by every day that a narrow one covers
        self._wide: dict[_Interval, list[int]] = {}
        self._ends: dict[str, list[int]] = {}  # ``نهاية العام`` by the December that it may be
        self._decembers: dict[str, list[int]] = {}
        self._undated: list[int] = []
        self._printed: dict[int, list[int]] = {}  # those without a date, by the day of publication

    def add(self, number: int, one: Happening, published: int | None) -> None:
        """Enter an event whose first happening is ``one``, in a report of that day (proleptic ordinal)."""
        if not one.date:
            self._undated.append(number)
            if published is not None:
                self._printed.setdefault(published, []).append(number)
            return
        self._same.setdefault(one.date[:10], []).append(number)
        self._decembers.setdefault(one.date[:7], []).append(number)
        if one.precision == "year" and one.edge == "END":
            self._ends.setdefault(f"{one.date}-12", []).append(number)
        first, last = interval(one)
        if first is None:
            return
        self._starts.setdefault(first, []).append(number)
        if last is None or one.precision == "year":
            return
        if last - first > NARROW:
            self._wide.setdefault((first, last), []).append(number)
        for day in range(first, last + 1 if last - first <= NARROW else first):
            self._covers.setdefault(day, []).append(number)

    def near(self, one: Happening, published: int | None) -> list[int]:
        """Return the numbers of the events that the happening's date doesn't rule out, in ascending order."""
        found = self._dated(one) if one.date else self._without_date(published)
        return sorted({number for numbers in found for number in numbers})

    def _without_date(self, published: int | None) -> Iterator[list[int]]:
        yield self._undated
        if published is not None:
            for day in range(published - NEWS_DAYS, published + 1):
                yield self._starts.get(day, [])

    def _dated(self, one: Happening) -> Iterator[list[int]]:
        yield self._same.get(one.date[:10], [])
        yield self._ends.get(one.date[:7], [])
        if one.precision == "year" and one.edge == "END":
            yield self._decembers.get(f"{one.date}-12", [])
        first, last = interval(one)
        if first is None:
            return
        for day in range(first, first + NEWS_DAYS + 1):
            yield self._printed.get(day, [])
        if last is None or one.precision == "year":
            return
        yield self._covers.get(first, [])
        yield from (found for (a, b), found in self._wide.items() if a <= first <= b or first <= a <= last)
        if last - first <= NARROW:
            yield from (self._starts.get(day, []) for day in range(first, last + 1))
        else:
            yield from (found for day, found in self._starts.items() if first <= day <= last)


def interval(one: Happening) -> tuple[int | None, int | None]:
    """Return the first day and the bound of a happening as proleptic ordinals, ``None`` where not known to the day."""
    return ordinal(one.from_), ordinal(one.until)


def ordinal(value: str) -> int | None:
    """Return the proleptic ordinal of the day that an ISO 8601 value begins with, ``None`` where it has none."""
    try:
        return date.fromisoformat(value[:10]).toordinal() if len(value) >= 10 else None
    except ValueError:
        return None
