"""Weekdays of a week or a month: ``الثلاثاء من الأسبوع المقبل``, ``أول جمعة من يوليو``, ``الجمعة الأولى من رمضان``."""

from __future__ import annotations

from datetime import date, timedelta

from riwaya.annotate.times.days import STEP, year_of
from riwaya.annotate.times.hijri import hijri_year
from riwaya.annotate.times.moment import step_months, weekday_near
from riwaya.annotate.times.periods import month_year, placed
from riwaya.annotate.times.reading import Found, Match, Reader
from riwaya.arabic.calendars import from_hijri

_SUNDAY = 6


def weekday_of_week(match: Match, reader: Reader) -> list[Found]:
    """A weekday of a week that is placed by publication; the week begins on Sunday."""
    weekday = match.number("w")
    if weekday is None or reader.day is None:
        return []
    base = reader.day + timedelta(days=7 * STEP.get(match.cat("wkadj"), 0))
    found = weekday_near(weekday_near(base, _SUNDAY, -1), weekday, 1)
    return [Found(match.start, match.end, found.isoformat(), None, reader.published, "weekday of a week")]


def nth_weekday(match: Match, reader: Reader) -> list[Found]:
    """The first, second … last such weekday of a month, Gregorian or Hijri."""
    weekday, place, bounds = match.number("w"), match.one("n"), _month(match, reader)
    if weekday is None or place is None or bounds is None:
        return []
    first, after = bounds
    if place.cat in ("last", "edge.weak"):
        found = weekday_near(after, weekday, -1, strict=True)
    else:
        found = weekday_near(first, weekday, 1) + timedelta(days=7 * int(place.value) - 7)
    if not first <= found < after:
        return []
    return [Found(match.start, match.end, found.isoformat(), None, reader.published, "weekday of a month")]


def _month(match: Match, reader: Reader) -> tuple[date, date] | None:
    """Return the first day of the month that the words name, and of the one after it."""
    number = match.number("hm")
    if number is not None:
        year = hijri_year(match, reader, number)
        first = from_hijri(year, number, 1) if year else None
        after = (from_hijri(year, number + 1, 1) if number < 12 else from_hijri(year + 1, 1, 1)) if year else None
        return (first, after) if first and after else None
    if match.one("u") is not None:
        value = placed("M", STEP.get(match.cat("adj"), 0), reader)
        start = date.fromisoformat(f"{value}-01") if value else None
    else:
        month = match.number("m") or 0
        civil, explicit = year_of(match, reader)
        civil = civil if explicit else month_year(match, reader, month)
        start = date(civil, month, 1) if civil else None
    return (start, step_months(start, 1)) if start else None
