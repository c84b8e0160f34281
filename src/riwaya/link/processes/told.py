"""A sitting as one report tells it, and the days that several reports leave for one instance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from riwaya.link.processes.series import Series
from riwaya.link.processes.sittings import Sitting

APART = 45  # days between two dates of one number that may still be one instance told twice
NEAR = 3  # days between a date and an instance without a number


class Said(Struct):
    """A sitting in its report, with the series that the whole report gives it."""

    report: int
    sitting: Sitting
    series: Series


def _bounds(one: Said) -> tuple[str, str] | None:
    when = one.sitting.when
    return (when.from_[:10], when.until[:10]) if when and when.from_ and when.until else None


def _days(value: str) -> int:
    try:
        return date.fromisoformat(value).toordinal()
    except ValueError:
        return 0


def _gap(one: tuple[str, str], other: tuple[str, str]) -> int:
    """Return the days between two half-open intervals, 0 where they overlap."""
    return max(0, _days(one[0]) - _days(other[1]) + 1, _days(other[0]) - _days(one[1]) + 1)


def distance(one: Said, group: Sequence[Said]) -> int:
    own = _bounds(one)
    if own is None:
        return 0
    return max((_gap(own, other) for each in group if (other := _bounds(each))), default=0)


def fit(one: Said, group: Sequence[Said]) -> bool:
    return distance(one, group) <= APART


def near(one: Said, group: Sequence[Said]) -> bool:
    """Say whether a dated instance without a number is this one: the same day, or days of one sitting."""
    dated = [other for each in group if (other := _bounds(each))]
    own = _bounds(one)
    return own is not None and bool(dated) and all(_gap(own, other) <= NEAR for other in dated)


def agreed_date(group: Iterable[Said]) -> tuple[str | None, str | None, str | None]:
    """Return the date that an instance's reports agree on, and the interval that holds all they say.

    Of a month and a day in it the day stands; of two days the month that both lie in, else the year, else nothing.
    """
    told = [(one.sitting.when.value, *bounds) for one in group if one.sitting.when and (bounds := _bounds(one))]
    if not told:
        return None, None, None
    told = [(value[:10], low, high) for value, low, high in told]
    finest = max(told, key=lambda each: (len(each[0]), each))
    if all(each[1] <= finest[1] and finest[2] <= each[2] for each in told):
        return finest
    days = [each for each in told if len(each[0]) >= 10] or told
    low, high = min(each[1] for each in days), max(each[2] for each in days)
    for fine in (10, 7, 4):
        shared = {each[0][:fine] for each in days}
        if len(shared) == 1:
            return shared.pop(), low, high
    return None, low, high


def within(day: str, low: str, high: str) -> bool:
    """Say whether a day, or a month, lies in an interval, two days' travel allowed."""
    if len(day) < 10:
        return low[: len(day)] == day
    first, last = _days(low) - 2, _days(high) + 1
    return first <= _days(day) <= last
