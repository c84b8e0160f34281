"""The Hijri calendar and feasts: ``15 رمضان 1436 هـ``, ``رمضان``, ``عيد الأضحى``, with their Gregorian days."""

from __future__ import annotations

from datetime import date, timedelta

from riwaya.annotate.times.beside import beside
from riwaya.annotate.times.days import dated, make, year_of
from riwaya.annotate.times.reading import Found, Match, Reader
from riwaya.arabic.calendars import from_hijri, to_hijri


def hijri_day(match: Match, reader: Reader) -> list[Found]:
    """A Hijri day, alone or with its Gregorian pair; the Gregorian one wins, a disagreement is told in the trace."""
    month_unit = match.one("hm")
    days = [unit for unit in match.slots.get("d", ()) if month_unit is not None and unit.start < month_unit.start]
    if month_unit is None or not days:
        return []
    number, month = int(days[-1].value), int(month_unit.value)
    year = hijri_year(match, reader, month)
    if year is None:
        return [Found(match.start, match.end, None, None, None, "Hijri date without a year")]
    found = from_hijri(year, month, number)
    value, how = (found.isoformat() if found else None), "Hijri date"
    gregorian = pair_value(match, reader)
    if gregorian is not None:
        how = "Hijri and Gregorian date" + ("" if gregorian == value else f", which disagree: the Hijri one is {value}")
        value = gregorian
    return [Found(match.start, match.end, value, None, reader.published, how)]


def pair_value(match: Match, reader: Reader) -> str | None:
    """Return the Gregorian half of a pair of dates."""
    if match.one("nd") is not None:
        return match.text("nd")
    days, month = match.slots.get("d", ()), match.number("m")
    if month is None:
        return None
    numbers = [unit for unit in days if not isinstance(unit.value, str)]
    hijri_at = match.slots["hm"][0].first
    other = [unit for unit in numbers if (unit.first > hijri_at) == (match.slots["m"][0].first > hijri_at)]
    if not other:
        return None
    return dated(match, reader, month, int(other[-1].value))[0]


def hijri_year(match: Match, reader: Reader, month: int) -> int | None:
    """Return the Hijri year that is named, or the one nearest to publication."""
    explicit = match.number("hy")
    if explicit is not None:
        return explicit if 1300 <= explicit <= 1500 else None
    if reader.day is None:
        return None
    now = to_hijri(reader.day)
    if now is None:
        return None
    year, this_month, _ = now
    if match.cat("madj") == "past":
        return year if month < this_month else year - 1
    if match.cat("madj") == "next":
        return year if month >= this_month else year + 1
    away = month - this_month
    return year - 1 if away > 6 else year + 1 if away < -6 else year


def hijri_month(match: Match, reader: Reader) -> list[Found]:
    """A Hijri month as the Gregorian interval that it covers: ``رمضان 1436``."""
    month = match.number("hm")
    if month is None:
        return []
    if not _is_hijri_month(match, reader, month):
        return []
    civil, explicit = year_of(match, reader)
    year = hijri_year(match, reader, month)
    if explicit and civil is not None:
        year = next(
            (y for y in range(civil - 583, civil - 576) if (d := from_hijri(y, month, 1)) and d.year == civil), None
        )
    first = from_hijri(year, month, 1) if year else None
    after = (from_hijri(year, month + 1, 1) if month < 12 else from_hijri(year + 1, 1, 1)) if year else None
    if first is None or after is None:
        return [Found(match.start, match.end, None, None, None, "Hijri month of an unknown year", "DATE")]
    last = after - timedelta(days=1)
    return [Found(match.start, match.end, f"{first}/{last}", None, reader.published, "Hijri month", "DATE")]


def _is_hijri_month(match: Match, reader: Reader, month: int) -> bool:
    """Say whether a bare name is a month: Muharram, Rajab and Ramadan are people too."""
    if len(match.units) > 1:
        return True
    before = reader.words[match.units[0].first - 1] if match.units[0].first else None
    return month == 9 and beside("ramadan", before)


def feast(match: Match, reader: Reader) -> list[Found]:
    """A feast nearest to publication: the first day as value, all its days as interval."""
    last = match.units[-1].last
    if match.cat("f") == "feast.birth" and last < len(reader.words) and reader.words[last].text not in ".،":
        return []  # somebody's birthday: عيد الميلاد الـ11
    when = str(match.text("f"))
    head, _, length = when.partition("/")
    ordinals = [unit for unit in match.units if unit.cat.startswith("ord")]
    shift = int(ordinals[0].value) - 1 if ordinals else 0
    if reader.day is None and match.number("y") is None:
        return [Found(match.start, match.end, None, None, None, "feast of an unknown year", "DATE")]
    found = _feast_day(head, match, reader)
    if found is None:
        return []
    first = found + timedelta(days=shift)
    until = first + timedelta(days=1 if ordinals else int(length or 1))
    return [
        Found(
            match.start,
            match.end,
            first.isoformat(),
            None,
            reader.published,
            "feast",
            "DATE",
            first.isoformat(),
            until.isoformat(),
        )
    ]


def _feast_day(head: str, match: Match, reader: Reader) -> date | None:
    month, day = (int(part) for part in head.removeprefix("g").split("-"))
    year = match.number("y")
    anchor = reader.day or date(year or 2000, 6, 30)
    if head.startswith("g"):
        days = [d for y in (anchor.year - 1, anchor.year, anchor.year + 1) if (d := make(y, month, day))]
    else:
        now = to_hijri(anchor)
        days = [] if now is None else [d for y in (now[0] - 1, now[0], now[0] + 1) if (d := from_hijri(y, month, day))]
    if year is not None:
        days = [d for d in days if d.year == year or year < 1600]
    elif match.cat("adj") == "past":
        days = [d for d in days if d < anchor]
    elif match.cat("adj") == "next":
        days = [d for d in days if d > anchor]
    return min(days, key=lambda d: abs((d - anchor).days), default=None)
