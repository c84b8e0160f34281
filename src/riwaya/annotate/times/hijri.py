"""The Hijri calendar: ``15 رمضان 1436 هـ``, also with its Gregorian day, ``رمضان``, ``العشر الأواخر من رمضان``."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import structs

from riwaya.annotate.times.beside import beside
from riwaya.annotate.times.dayparts import with_part
from riwaya.annotate.times.days import dated, make, year_of
from riwaya.annotate.times.lexemes import NUMBERS, Unit
from riwaya.annotate.times.moment import day_of
from riwaya.annotate.times.pairs import settled
from riwaya.annotate.times.reading import Found, Match, Reader
from riwaya.arabic.calendars import from_hijri, tabular, to_hijri

_OLD = 1343
"""The first year of the Umm al-Qura tables."""
_DAYS = frozenset((*NUMBERS[:3], "ord", "numday"))
_GIVEN = frozenset((1, 2, 7, 8))
"""Months that are words or given names too: Muharram (forbidden), Safar (zero), Rajab, Shaaban."""
_CIVIL = 1500
"""Years from here on are Gregorian."""
_RAMADAN, _STARTS = 9, "START"
_OPENED = {"past": -1, "past2": -2, "prev": -1, "next": 1, "next2": 2}


# ── days ────────────────────────────────────────────────────────────────────────────────────────────────────────


def hijri_day(match: Match, reader: Reader) -> list[Found]:
    """A Hijri day, alone or with its Gregorian pair, and a part of it: ``مساء الثلاثاء 27 رمضان 1436``."""
    if int(str(match.text("nd") or "2000")[:4]) < _CIVIL:
        return _both_lunar(match)
    civil = _civil(match, reader)
    lunar = _lunar(match, reader, civil)
    found, how = settled(lunar, civil, match.number("w"))
    if found is None and match.number("hy") is None and match.one("hd") is None:
        how = "Hijri date without a year"
    value = found.isoformat() if found else None
    if match.one("p") is not None:
        value = with_part(value, match.text("p") or "")
    told = any(match.one(slot) is not None for slot in ("hy", "hd", "y", "nd"))
    return [Found(match.start, _end(match), value, None, None if told else reader.published, how)]


def _both_lunar(match: Match) -> list[Found]:
    """Two Hijri dates side by side are no pair: ``11-10-1436هـ - 15-10-1436هـ``."""
    second = match.slots["nd"][0]
    first = match.units[match.units.index(second) - 1]
    end = first.end if first.cat == "hijri" else match.slots["hd"][0].end if match.one("hd") else match.units[0].end
    out = []
    for slot, start, stop in (("hd", match.start, end), ("nd", second.start, match.end)):
        found = hijri_date(*(int(part) for part in str(match.text(slot)).split("-")))
        out.append(Found(start, stop, found.isoformat() if found else None, None, None, "Hijri date"))
    return out


def _year_told(match: Match) -> int | None:
    """Return the year of a Hijri day or month; a number that is none (``رمضان 1550 بلاغا``) is left out."""
    told = match.number("hy")
    marked = any(unit.cat == "hijri" for unit in match.units)
    return told if told is not None and (marked or 1300 <= told <= 1500 or 1900 <= told <= 2100) else None


def _end(match: Match) -> int:
    """Return the end of an expression without a number after it that is no year."""
    year = match.one("hy")
    if year is None or _year_told(match) is not None:
        return match.end
    return match.units[match.units.index(year) - 1].end


def hijri_days(match: Match, reader: Reader) -> list[Found]:
    """Several days that share a Hijri month: ``19 - 21 شوال 1436هـ`` is two expressions."""
    month = match.one("hm")
    if month is None:
        return []
    year = hijri_year(match, reader, int(month.value))
    units = [unit for unit in match.every(_DAYS) if unit.start < month.start]
    places = [place for unit in units for place in _numbers(unit, reader)]
    out = []
    for count, (number, start, end) in enumerate(places):
        found = hijri_date(year, int(month.value), number) if year else None
        begin = match.start if count == 0 else start
        stop = match.end if count == len(places) - 1 else end
        value = found.isoformat() if found else None
        out.append(Found(begin, stop, value, None, None, "Hijri date, month shared"))
    return out


def _numbers(unit: Unit, reader: Reader) -> list[tuple[int, int, int]]:
    """Return (number, start, end) of the one day of a unit, or of the two of ``11-17``."""
    if unit.cat != "numday":
        return [(int(unit.value), unit.start, unit.end)]
    tokens = (reader.words[unit.first], reader.words[unit.last - 1])
    return [(int(token.form), token.start, token.end) for token in tokens]


def hijri_date(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian day: by the Umm al-Qura tables, before them by the arithmetic calendar."""
    return from_hijri(year, month, day) if year >= _OLD else tabular(year, month, day)


def _day_of_month(match: Match, slot: str) -> int | None:
    """Return the number of the day that stands before the month in that slot."""
    month = match.one(slot)
    days = [unit for unit in match.slots.get("d", ()) if month is not None and unit.start < month.start]
    return int(days[-1].value) if days else None


def _lunar(match: Match, reader: Reader, civil: date | None) -> date | None:
    """Return the Gregorian day of the Hijri half; without a year the one nearest to the other half or publication."""
    if match.one("hd") is not None:
        year, month, day = (int(part) for part in str(match.text("hd")).split("-"))
        return hijri_date(year, month, day)
    number, month_unit = _day_of_month(match, "hm"), match.number("hm")
    if number is None or month_unit is None:
        return None
    if civil is not None and _year_told(match) is None:
        return _nearest(civil, month_unit, number)
    told = hijri_year(match, reader, month_unit)
    return None if told is None else hijri_date(told, month_unit, number)


def _nearest(civil: date, month: int, number: int) -> date | None:
    now = to_hijri(civil)
    days = [d for y in (now[0] - 1, now[0], now[0] + 1) if (d := from_hijri(y, month, number))] if now else []
    return min(days, key=lambda d: abs((d - civil).days), default=None)


def _civil(match: Match, reader: Reader) -> date | None:
    """Return the Gregorian half; its year may be left to the Hijri one."""
    if match.one("nd") is not None:
        return day_of(match.text("nd"))
    month, number = match.number("m"), _day_of_month(match, "m")
    if month is None or number is None:
        return None
    if (told := match.number("y")) is not None:
        return make(told, month, number)
    if _year_told(match) is not None:
        lunar = _lunar(match, reader, None)
        years = () if lunar is None else (lunar.year - 1, lunar.year, lunar.year + 1)
        days = [day for year in years if (day := make(year, month, number))]
        return min(days, key=lambda day: abs((day - lunar).days), default=None) if lunar else None
    return day_of(dated(match, reader, month, number)[0])


def hijri_year(match: Match, reader: Reader, month: int) -> int | None:
    """Return the Hijri year that is named, or the one nearest to publication; ``None`` where neither is known."""
    explicit = _year_told(match)
    if explicit is not None:
        return explicit if 1 <= explicit <= 1500 else None
    now = to_hijri(reader.day) if reader.day is not None else None
    if now is None:
        return None
    year, this_month, _ = now
    step = _OPENED.get(match.cat("madj"), 0)
    if step < 0:
        return year + step + (month < this_month)
    if step > 0:
        return year + step - (month >= this_month)
    away = month - this_month
    return year - 1 if away > 6 else year + 1 if away < -6 else year


# ── months and what they are made of ────────────────────────────────────────────────────────────────────────────


def hijri_month(match: Match, reader: Reader) -> list[Found]:
    """A Hijri month as the Gregorian interval that it covers: ``رمضان 1436``, ``أواخر شهر شوال الماضي``."""
    month = int(str(match.text("hm") or _RAMADAN))
    if not _is_hijri_month(match, reader, month):
        return []
    first, last = _bounds(match, reader, month)
    if first is None or last is None:
        return [Found(match.start, match.end, None, None, None, "Hijri month of an unknown year", "DATE")]
    told = any(match.one(slot) is not None for slot in ("hy", "y"))
    anchor, mod = None if told else reader.published, match.text("e")
    if match.one("ten") is not None:
        ten = _tenth(match, first, last)
        return [Found(match.start, match.end, f"{ten[0]}/{ten[1]}", None, anchor, "ten days of a Hijri month", "DATE")]
    if mod and _is_day(match):
        day = first if mod == _STARTS else last
        return [Found(match.start, match.end, day.isoformat(), None, anchor, "day of a Hijri month", "DATE")]
    return [Found(match.start, _end(match), f"{first}/{last}", mod, anchor, "Hijri month", "DATE")]


def _tenth(match: Match, first: date, last: date) -> tuple[date, date]:
    """Return the first or last ten days of a month; the last begin with the 21st."""
    if match.text("ten") == _STARTS:
        return first, first + timedelta(days=9)
    return first + timedelta(days=20), last


def _is_day(match: Match) -> bool:
    """Say whether the edge is that of days: ``أول أيام رمضان`` is one day, ``أوائل رمضان`` a part of the month."""
    edge = match.one("e")
    return edge is not None and edge.last - edge.first == 2


def _bounds(match: Match, reader: Reader, month: int) -> tuple[date | None, date | None]:
    """Return the first and the last day of the month."""
    civil, explicit = year_of(match, reader)
    told = _year_told(match)
    if told is not None and told >= _CIVIL:
        civil, explicit = told, True
    year = None if explicit else hijri_year(match, reader, month)
    if explicit and civil is not None:
        years = range(civil - 583, civil - 576)
        year = next((y for y in years if (d := hijri_date(y, month, 1)) and d.year == civil), None)
    if year is None:
        return None, None
    first = hijri_date(year, month, 1)
    after = hijri_date(year, month + 1, 1) if month < 12 else hijri_date(year + 1, 1, 1)
    return first, None if after is None else after - timedelta(days=1)


def _is_hijri_month(match: Match, reader: Reader, month: int) -> bool:
    """Say whether a bare name is a month: Muharram, Rajab and Ramadan are people too."""
    if len(match.units) > 1 or match.one("hm") is None or match.cat("hm") == "ramadan":
        return True
    before = reader.words[match.units[0].first - 1] if match.units[0].first else None
    return month not in _GIVEN and beside("ramadan", before)


def hijri_months(match: Match, reader: Reader) -> list[Found]:
    """Two months that share what places them: ``شهري رجب وشعبان الماضيين`` is two expressions."""
    units = [unit for unit in match.units if unit.cat == "hmonth"]
    out = []
    for count, unit in enumerate(units):
        first, last = _bounds(match, reader, int(unit.value))
        value = f"{first}/{last}" if first and last else None
        start, end = (match.start if count == 0 else unit.start), (match.end if unit is units[-1] else unit.end)
        out.append(Found(start, end, value, None, reader.published, "Hijri month, head shared", "DATE"))
    return out


def hijri_years(match: Match, reader: Reader) -> list[Found]:
    """A Hijri year placed by a word: ``العام الهجري الماضي``."""
    now = to_hijri(reader.day) if reader.day is not None else None
    if now is None:
        return [Found(match.start, match.end, None, None, None, "Hijri year, publication unknown", "DATE")]
    found = whole_year(match, now[0] + _OPENED.get(match.cat("adj"), 0), match.text("e"))
    return [structs.replace(one, anchor=reader.published) for one in found]


def whole_year(match: Match, year: int, mod: str | None) -> list[Found]:
    """A Hijri year alone: the Gregorian one that it mostly covers (1436 → ``2015``), its own days as the interval."""
    first, after = hijri_date(year, 1, 1), hijri_date(year + 1, 1, 1)
    if first is None or after is None:
        return []
    middle = first + (after - first) / 2
    value, since, until = f"{middle.year:04d}", first.isoformat(), after.isoformat()
    return [Found(match.start, match.end, value, mod, None, "Hijri year", "DATE", since, until)]
