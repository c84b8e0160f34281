"""TIMEX3 values as points and intervals of the calendar: what a value denotes, and how to step from it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

from riwaya.arabic.calendars import week_bounds

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_PARTS = {"MO": (5, 12), "MD": (12, 14), "AF": (14, 18), "EV": (18, 24), "NI": (20, 28), "DT": (6, 18)}
_WEEK = re.compile(r"\d{4}-W\d\d")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d)(?::(\d\d))?")


def day_of(value: str | None) -> date | None:
    """Return the day that a value names or lies in, ``None`` where it is coarser: ``2021-07-28TEV`` → 28 July 2021."""
    match = _DAY.match(value or "")
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def bounds(value: str | None) -> tuple[str | None, str | None]:
    """Return the half-open interval of a TIMEX3 value: ``2021-07`` → ``("2021-07-01", "2021-08-01")``.

    Days and longer as ISO dates, parts of a day as ISO date-times; ``(None, None)`` for durations, sets, references
    and what is only partly known (``XXXX-07-23``).
    """
    if not value or value[0] in "PFXB" or "X" in value:
        return None, None
    try:
        return _clock(value) if "T" in value else _days(value)
    except (ValueError, OverflowError):
        return None, None


def _clock(value: str) -> tuple[str | None, str | None]:
    match = _CLOCK.match(value)
    if match is not None:
        hours = int(match[2])
        start = datetime.fromisoformat(match[1]) + timedelta(hours=hours, minutes=int(match[3] or 0))
        end = start + (timedelta(minutes=1) if match[3] else timedelta(hours=1))
        return _minutes(start), _minutes(end)
    day, part = day_of(value), _PARTS.get(value[-2:])
    if day is None or part is None:
        return None, None
    midnight = datetime(day.year, day.month, day.day)
    return _minutes(midnight + timedelta(hours=part[0])), _minutes(midnight + timedelta(hours=part[1]))


def _minutes(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")


def _days(value: str) -> tuple[str | None, str | None]:
    if "/" in value:
        first, last = (date.fromisoformat(half) for half in value.split("/"))
        return first.isoformat(), (last + timedelta(days=1)).isoformat()
    if _WEEK.match(value):
        first, until = week_bounds(value.removesuffix("-WE"))
        first = first + timedelta(days=5) if value.endswith("-WE") else first
        return first.isoformat(), until.isoformat()
    day = day_of(value)
    if day is not None:
        return day.isoformat(), (day + timedelta(days=1)).isoformat()
    year, _, rest = value.partition("-")
    if len(year) < 4:  # a century or a decade
        scale = 10 ** (4 - len(year))
        return _year(int(year) * scale), _year((int(year) + 1) * scale)
    return _part_of_year(int(year), rest)


def _part_of_year(year: int, part: str) -> tuple[str | None, str | None]:
    months = {"": (1, 12)} | {f"Q{n}": (3 * n - 2, 3) for n in range(1, 5)} | {"H1": (1, 6), "H2": (7, 6)}
    if part in months:
        first, count = months[part]
    elif part in _SEASONS:
        first, count = _SEASONS[part], 3
    else:
        first, count = int(part), 1
    start = date(year, first, 1)
    return start.isoformat(), step_months(start, count).isoformat()


def _year(year: int) -> str:
    return f"{max(1, year):04d}-01-01"


def step_months(day: date, count: int) -> date:
    """Return the same day ``count`` months on, or the last of a shorter month: 31 January + 1 → 28 February."""
    at = day.year * 12 + day.month - 1 + count
    year, month = divmod(at, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def weekday_near(anchor: date, weekday: int, direction: int, strict: bool = False) -> date:
    """Return the nearest such weekday before (-1) or after (1) the anchor; the anchor itself unless ``strict``."""
    away = (anchor.weekday() - weekday) % 7 if direction < 0 else (weekday - anchor.weekday()) % 7
    if away == 0 and strict:
        away = 7
    return anchor + timedelta(days=direction * away)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the nth such weekday of a month, -1 the last: (2021, 5, Monday, 1) → 3 May 2021."""
    first = date(year, month, 1)
    if nth < 0:
        return weekday_near(step_months(first, 1), weekday, -1, strict=True)
    return weekday_near(first, weekday, 1) + timedelta(days=7 * (nth - 1))


def shifted(day: date, count: float, kind: str) -> date:
    """Return the day so many units on: (2021-07-29, -2, "M") → 2021-05-29."""
    if kind in ("D", "N", "W"):
        return day + timedelta(days=round(count * (7 if kind == "W" else 1)))
    return step_months(day, round(count * {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[kind]))
