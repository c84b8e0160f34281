"""Weekdays of a week or a month: ``الثلاثاء من الأسبوع المقبل``, ``أول جمعة من يوليو``, ``الجمعة الأولى من رمضان``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from riwaya.annotate.times.bareweekday import weekday_value
from riwaya.annotate.times.beside import beside
from riwaya.annotate.times.days import STEP, dated, day_value, make, year_of
from riwaya.annotate.times.hijri import hijri_year
from riwaya.annotate.times.moment import day_of, step_months, weekday_near
from riwaya.annotate.times.periods import month_year, placed
from riwaya.annotate.times.reading import Found, Match, Reader
from riwaya.arabic.calendars import from_hijri, week
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token

_SUNDAY = 6
_STOPS = frozenset(".،؛)!؟")
_FIRST = frozenset(map(fold, ("الأول", "الأولى")))


def weekday_of_week(match: Match, reader: Reader) -> list[Found]:
    """Weekdays of a week that is placed by publication; the week begins on Sunday, in a range the days rise."""
    if reader.day is None:
        return []
    sunday = weekday_near(reader.day + timedelta(days=7 * STEP.get(match.cat("wkadj"), 0)), _SUNDAY, -1)
    units = match.slots["w"]
    found: list[Found] = []
    for count, unit in enumerate(units):
        day = weekday_near(day_of(found[-1].value) or sunday if found else sunday, int(unit.value), 1)
        last = count == len(units) - 1
        start, end = (unit.start if count else match.start), (match.end if last else unit.end)
        found.append(Found(start, end, day.isoformat(), None, reader.published, "weekday of a week"))
    return found


def weekday_number(match: Match, reader: Reader) -> list[Found]:
    """``الجمعة 15``: the weekday that is that day of this month, the last or the next; else the weekday alone."""
    weekday, number = match.number("w"), match.number("n")
    if weekday is None or number is None or reader.day is None:
        return []
    anchor = reader.day
    months = [step_months(reader.day.replace(day=1), step) for step in (0, 1, -1)]
    days = [day for month in months if (day := make(month.year, month.month, number)) and day.weekday() == weekday]
    nearest = min(days, key=lambda day: abs((day - anchor).days), default=None)
    if nearest is not None:
        return [Found(match.start, match.end, nearest.isoformat(), None, reader.published, "weekday and its number")]
    value, since, how = weekday_value(match, reader)
    return [Found(match.start, match.slots["w"][0].end, value, None, since, how)]


def is_numbered(match: Match, words: Sequence[Token]) -> bool:
    """Say whether the number after a weekday is its day: ``الجمعة 15، …``; not ``الجمعة 15 قتيلا``, ``الأحد 2-1``."""
    last = match.units[-1].last
    after = words[last] if last < len(words) else None
    return after is None or after.text in _STOPS or beside("daynumber", after)


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
    reader.counted = first
    return [Found(match.start, match.end, found.isoformat(), None, reader.published, "weekday of a month")]


def nth_told(match: Match, reader: Reader) -> list[Found]:
    """The next of a row: ``الجمعة الأولى من رمضان … والجمعة الثانية``."""
    weekday, number = match.number("w"), match.number("n")
    if weekday is None or number is None or reader.counted is None:
        return []
    found = weekday_near(reader.counted, weekday, 1) + timedelta(days=7 * number - 7)
    return [Found(match.start, match.end, found.isoformat(), None, reader.published, "weekday of a month")]


def is_counted(match: Match, words: Sequence[Token]) -> bool:
    """Say whether the sentence has begun to count such weekdays: ``الجمعة الأولى من …``."""
    unit, number = match.slots["w"][0], match.slots["n"][0]
    name = words[unit.first].key.lstrip("وفبلك")
    earlier = range(unit.first - 2)
    return any(words[at].key.lstrip("وفبلك") == name and words[at + 1].key in _FIRST for at in earlier) and (
        number.last == unit.first + 2
    )


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


def week_with(match: Match, reader: Reader) -> list[Found]:
    """``أسبوع 16 سبتمبر``: the week in which that day lies."""
    value, anchor, how = day_value(match, reader)
    day = day_of(value)
    return [] if day is None else [Found(match.start, match.end, week(day), None, anchor, f"week of a day, {how}")]


def days_after_month(match: Match, reader: Reader) -> list[Found]:
    """``شهر نوفمبر بين 19 و20``: the two days, after their month."""
    first, last = match.slots["d"]
    value, anchor, how = dated(match, reader, match.number("m") or 1, int(first.value))
    if value is None:
        return []
    later = f"{value[:-2]}{int(last.value):02d}"
    return [
        Found(match.start, first.end, value, None, anchor, f"{how}, month before its days"),
        Found(last.start, last.end, later, None, anchor, f"{how}, month before its days"),
    ]
