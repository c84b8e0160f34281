"""The density strip: how many reports fell into each day, week or month of a story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import partial

from msgspec import Struct

_DAYS, _WEEKS = 70, 560
_MOST_BARS = 400
_YEARS = (1, 10, 100)


class Bar(Struct, frozen=True):
    """One bar: the first day of its stretch and how many reports it holds."""

    day: str
    number: int


def bars(values: Iterable[str]) -> tuple[Bar, ...]:
    """Return bars from the earliest to the latest day, empty ones too; values without a day are left out.

    Up to 70 days a bar is a day, up to 80 weeks a week, beyond that a month; where that were more than 400 bars, one,
    ten or a hundred years.
    """
    days = sorted(filter(None, map(_day, values)))
    if not days:
        return ()
    step, stretch = _stretch((days[-1] - days[0]).days)
    counts = Counter(map(step, days))
    found: list[Bar] = []
    at = step(days[0])
    while at <= days[-1]:
        found.append(Bar(at.isoformat(), counts[at]))
        at = step(at + timedelta(days=stretch))
    return tuple(found)


def _stretch(span: int) -> tuple[Callable[[date], date], int]:
    """Return what gives the first day of a bar, and days that lead from there into the next bar."""
    if span <= _WEEKS:
        return (_same, 1) if span <= _DAYS else (_monday, 7)
    if span < (_MOST_BARS - 2) * 30:
        return _first, 31
    years = next(years for years in _YEARS if span < (_MOST_BARS - 2) * 365 * years)
    return partial(_year, years), 366 * years


def _day(value: str) -> date | None:
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return None
    return day if 1000 < day.year < 9000 else None


def _same(day: date) -> date:
    return day


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _first(day: date) -> date:
    return day.replace(day=1)


def _year(years: int, day: date) -> date:
    return date(day.year // years * years, 1, 1)
