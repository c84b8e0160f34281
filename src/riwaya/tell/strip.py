"""The density strip: how many reports fell into each day, week or month of a story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct

_DAYS, _WEEKS = 70, 560
_MOST_BARS = 400


class Bar(Struct, frozen=True):
    """One bar: the first day of its stretch and how many reports it holds."""

    day: str
    number: int


def bars(values: Iterable[str]) -> tuple[Bar, ...]:
    """Return bars from the earliest to the latest day, empty ones too; values without a day are left out.

    Up to 70 days a bar is a day, up to 80 weeks a week, beyond that a month.
    """
    days = sorted(filter(None, map(_day, values)))
    if not days:
        return ()
    span = (days[-1] - days[0]).days
    step = _same if span <= _DAYS else _monday if span <= _WEEKS else _first
    counts = Counter(map(step, days))
    found: list[Bar] = []
    at = step(days[0])
    while at <= days[-1] and len(found) < _MOST_BARS:
        found.append(Bar(at.isoformat(), counts[at]))
        at = step(at + timedelta(days=1 if step is _same else 7 if step is _monday else 31))
    return tuple(found)


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
