"""Feasts and their days: ``عيد الأضحى``, ``ثاني أيام عيد الفطر``, ``ليلة العيد``, ``عيد الفصح``.

A feast is the one nearest to publication unless a word places it. The value is its first day, the interval all its
days; the calendar of lexicon/timewords.tsv tells which: Hijri, Gregorian (g), from Easter of the West (w) or East (o).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from riwaya.annotate.times.beside import beside
from riwaya.annotate.times.days import make
from riwaya.annotate.times.hijri import hijri_date
from riwaya.annotate.times.moment import weekday_near
from riwaya.annotate.times.reading import Found, Match, Reader
from riwaya.arabic.calendars import to_hijri
from riwaya.arabic.feasts import easter

_EIDS = ("10-01/3", "12-10/4")
_ENDS = ".،؛)؟!"


def feast(match: Match, reader: Reader) -> list[Found]:
    """A feast, one of its days, or the night before it; a birthday (``عيد الميلاد الـ11``) or a name is none."""
    last = match.units[-1].last
    after = reader.words[last] if last < len(reader.words) else None
    if beside("feastname", match.before(reader)) or beside("feastafter", after):
        return []
    if match.cat("f") == "feast.birth" and after is not None and after.text not in _ENDS:
        return []
    if match.text("f") == "?":
        return [Found(match.start, match.end, None, None, None, "feast of another day in each country", "DATE")]
    if reader.day is None and match.number("y") is None:
        return [Found(match.start, match.end, None, None, None, "feast of an unknown year", "DATE")]
    codes = _EIDS if match.cat("f") == "feast.eid" else (str(match.text("f")),)
    found = [(day, _length(code)) for code in codes if (day := _day(code, match, reader)) is not None]
    if not found:
        return []
    anchor = reader.day
    first, length = min(found, key=lambda one: abs((one[0] - anchor).days) if anchor else 0)
    return [_told(match, reader, first, length)]


def _told(match: Match, reader: Reader, first: date, length: int) -> Found:
    """Return the feast, the day of it that is counted, its last day, or its eve."""
    edge, number = match.one("e"), match.number("n")
    eve = any(unit.cat == "N.one" for unit in match.units)
    if eve:
        value = f"{first - timedelta(days=1)}TNI"
        return Found(match.start, match.end, value, None, reader.published, "night before a feast", "TIME")
    mod = match.text("e")
    if edge is not None and edge.last - edge.first == 2:  # أول أيام، آخر أيام
        number, mod = (length if mod == "END" else 1), None
    if number is not None:
        first, length = first + timedelta(days=number - 1), 1
    until = first + timedelta(days=length)
    day, end = first.isoformat(), until.isoformat()
    return Found(match.start, match.end, day, mod, reader.published, "feast", "DATE", day, end)


def _length(code: str) -> int:
    return int(code.partition("/")[2] or 1)


def _day(code: str, match: Match, reader: Reader) -> date | None:
    """Return the first day of the feast in the year that is named, or the fitting one nearest to publication."""
    year = match.number("y")
    anchor = reader.day or date(year if year and year > 1500 else 2000, 6, 30)
    head = code.partition("/")[0]
    if year is not None and year < 1500:
        return None if head[0] in "gwo" else hijri_date(year, *_month_day(head))
    days = _civil_days(head, anchor) if head[0] in "gwo" else _hijri_days(head, anchor, year)
    if year is not None:
        days = [day for day in days if day.year == year] or [
            day for day in _civil_days(head, date(year, 6, 30)) if day.year == year
        ]
    elif match.cat("adj") in ("past", "prev"):
        days = [day for day in days if day < anchor]
    elif match.cat("adj") == "next":
        days = [day for day in days if day > anchor]
    return min(days, key=lambda day: abs((day - anchor).days), default=None)


def _month_day(head: str) -> tuple[int, int]:
    month, _, day = head.partition("-")
    return int(month), int(day)


def _hijri_days(head: str, anchor: date, year: int | None) -> list[date]:
    now = to_hijri(anchor if year is None else date(year, 6, 30))
    if now is None:
        return []
    found = (hijri_date(one, *_month_day(head)) for one in (now[0] - 1, now[0], now[0] + 1))
    return [day for day in found if day is not None]


def _civil_days(head: str, anchor: date) -> list[date]:
    if head[0] not in "gwo":
        return []
    reckon = _reckoner(head)
    found = (reckon(year) for year in (anchor.year - 1, anchor.year, anchor.year + 1))
    return [day for day in found if day is not None]


def _reckoner(head: str) -> Callable[[int], date | None]:
    """Return what gives the day of a year: ``g12-25`` a fixed one, ``g11-4#4`` the fourth Thursday of
    November, ``w-2`` two days before Easter of the West."""
    if head[0] == "g" and "#" in head:
        month, (iso, _, nth) = int(head[1:3]), head[4:].partition("#")
        return lambda year: weekday_near(date(year, month, 1), int(iso) - 1, 1) + timedelta(days=7 * int(nth) - 7)
    if head[0] == "g":
        month, day = _month_day(head[1:])
        return lambda year: make(year, month, day)
    shift, eastern = timedelta(days=int(head[1:])), head[0] == "o"
    return lambda year: easter(year, eastern) + shift
