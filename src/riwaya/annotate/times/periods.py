"""Periods: weeks, months, quarters, years, decades, centuries, seasons, with their edges (``نهاية العام``)."""

from __future__ import annotations

from datetime import date, timedelta

from riwaya.annotate.times import trace
from riwaya.annotate.times.beside import beside
from riwaya.annotate.times.days import STEP, year_of
from riwaya.annotate.times.moment import bounds, step_months
from riwaya.annotate.times.reading import Found, Match, Reader
from riwaya.annotate.times.told import stepped
from riwaya.arabic.calendars import week

_LAST = ("last", "edge.weak")
_NEAR = 2
_MIDWEEK = 3
_SPANS = ("to", "until", "dash")
_STALE = 3
"""Months within which a month to come is meant, though the verb looks back, unless the verb stands beside it."""


def edge(match: Match) -> str | None:
    """Return the mod of ``مطلع``, ``منتصف``, ``نهاية``."""
    return match.text("e")


def month(match: Match, reader: Reader) -> list[Found]:
    """A month, with or without its year: ``أغسطس 2020``, ``حزيران من العام الماضي``, ``شهر يوليو الماضي``."""
    if match.one("u") is not None:
        return unit(match, reader)
    if match.one("nmy") is not None:
        return [Found(match.start, match.end, match.text("nmy"), None, None, "numeric month")]
    number = match.number("m")
    if number is None:
        return []
    year, explicit = year_of(match, reader)
    if not explicit:
        year = month_year(match, reader, number)
    value = f"XXXX-{number:02d}" if year is None else f"{year:04d}-{number:02d}"
    anchor = reader.published if match.number("y") is None else None
    return [
        Found(
            match.start,
            match.end_of_month,
            value,
            edge(match),
            anchor,
            "month" if explicit else "month near publication",
        )
    ]


def month_year(match: Match, reader: Reader, number: int) -> int | None:
    """Return the year of a month without one: its adjective decides, then the tense, then nearness."""
    if reader.year is None or reader.month is None:
        return reader.year if match.cat("madj") == "now" else None
    away = number - reader.month
    adjective = match.cat("madj")
    if adjective in ("past", "past2", "prev", "last"):
        return reader.year - (away >= 0)
    if adjective in ("next", "next2"):
        return reader.year + (away <= 0)
    if adjective or away == 0:
        return reader.year
    looks, before = reader.looks(match), match.before(reader)
    if beside("delivery", before) or (away > 0 and beside("deadline", before)):
        return reader.year + (away < 0)
    if looks == "past":
        return reader.year - (away > 0 and (away > _STALE or reader.beside_verb(match, "past")))
    if looks == "forward":
        return reader.year + (away < -_STALE or (away < -1 and reader.beside_verb(match, "forward")))
    return reader.year - 1 if away > 6 else reader.year + 1 if away < -9 else reader.year


def months(match: Match, reader: Reader) -> list[Found]:
    """Several months that share a year: ``مايو ويونيو 2017``."""
    shared, explicit = year_of(match, reader)
    units = match.every(frozenset(("month",)))
    out = []
    last, spans = units[-1], any(unit.cat in _SPANS for unit in match.units)
    for count, one in enumerate(units):
        year = shared if explicit else month_year(match, reader, int(one.value))
        if year is not None and explicit and spans and int(one.value) > int(last.value):
            year -= 1  # من نوفمبر إلى مارس 2020
        value = f"XXXX-{one.value:02d}" if year is None else f"{year:04d}-{one.value:02d}"
        start, end = (match.start if count == 0 else one.start), (match.end if count == len(units) - 1 else one.end)
        out.append(Found(start, end, value, None, None, "month, year shared"))
    return out


def unit(match: Match, reader: Reader) -> list[Found]:
    """A unit of the calendar placed by a word: ``العام الماضي``, ``هذا الأسبوع``, ``نهاية الشهر المنصرم``."""
    word = match.one("bare") or match.one("u")
    if word is None or _no_unit(match, reader, word.first, word.cat):
        return []
    kind, adjective = word.cat.partition(".")[0], match.cat("adj")
    demonstrative = adjective == "this" or any(one.cat == "this" for one in match.units)
    refers = adjective in ("that", "samepre", "same") or any(one.cat == "that" for one in match.units)
    if refers:
        value, anchor = referred(kind, reader, match), "text"
    elif adjective == "after" or (adjective == "prev" and kind == "D"):
        value, anchor = referred(kind, reader, match, 1 if adjective == "after" else -1), "text"
    elif adjective == "prev":
        value, anchor = before_that(kind, reader), "text"
    else:
        if (
            kind == "DE"
            and adjective not in ("past", "last")
            and edge(match) is None
            and not _during(reader, word.first)
        ):
            return []
        step = 0 if demonstrative else STEP.get(adjective, 0)
        if adjective == "last" and kind not in ("W",) and edge(match) is None:
            return []
        if kind == "W" and not adjective and not demonstrative:
            step = near_week(match, reader)
        value, anchor = placed(kind, step, reader), reader.published or ""
    if anchor == "text" and value is None and kind == "D" and refers and adjective != "same":
        return []
    type_ = "DATE"
    return [Found(match.start, match.end, value, edge(match), anchor or None, trace.placed(kind, adjective), type_)]


def _no_unit(match: Match, reader: Reader, first: int, cat: str) -> bool:
    if cat == "Y.the" and _is_general(reader, first):
        return True
    if match.one("bare") is None:
        return False
    return not _during(reader, first)


def _during(reader: Reader, first: int) -> bool:
    """Say whether the word before is one of duration: ``خلال العقد``."""
    return first > 0 and beside("during", reader.words[first - 1])


def placed(kind: str, step: int, reader: Reader) -> str | None:
    """Return the value of the unit so many steps from publication."""
    day, year = reader.day, reader.year
    if kind == "Y":
        return None if year is None else f"{year + step:04d}"
    if kind == "DE":
        return None if year is None else f"{year // 10 + step:03d}"
    if kind == "CE":
        return None if year is None else f"{year // 100 + step:02d}"
    if kind == "M":
        base = day or (date(year, reader.month, 1) if year and reader.month else None)
        return None if base is None else step_months(base.replace(day=1), step).isoformat()[:7]
    if day is None:
        return None
    if kind == "W":
        return week(day + timedelta(days=7 * step))
    if kind == "Q":
        months_on = step_months(day.replace(day=1), 3 * step)
        return f"{months_on.year:04d}-Q{(months_on.month + 2) // 3}"
    return (day + timedelta(days=step)).isoformat()


def referred(kind: str, reader: Reader, match: Match, step: int = 0) -> str | None:
    """Return the unit that the text named last (``ذلك العام``) or the one next to it (``اليوم التالي``).

    A day is looked for in this sentence and the one before (``ذلك اليوم`` in this one only: it may be any day of a
    story); where the clause looks back, in the past only.
    """
    grain = {"Y": 4, "M": 7}.get(kind, 10)
    until = reader.day if grain == 10 and reader.looks(match) == "past" else None
    that = match.cat("adj") == "that" or any(unit.cat == "that" for unit in match.units)
    reach = _NEAR if grain < 10 or match.cat("adj") == "samepre" else 0 if that else 1
    value = reader.told.value(reach, grain, until)
    return None if value is None else stepped(value, kind, step)


def near_week(match: Match, reader: Reader) -> int:
    """Return the step to the week that its bare edge means: ``نهاية الأسبوع`` told on a Monday is last week's end.

    ``سيصل مطلع الأسبوع``, printed on a Thursday, is next week's beginning.
    """
    if reader.day is None:
        return 0
    looks, since_sunday = reader.looks(match), (reader.day.weekday() + 1) % 7
    late = edge(match) == "END" or match.one("we") is not None
    if late and looks == "past" and since_sunday < _MIDWEEK:
        return -1
    return int(edge(match) == "START" and looks == "forward" and since_sunday >= _MIDWEEK)


def before_that(kind: str, reader: Reader) -> str | None:
    """Return the year or month before the one that the sentence names, else before publication: ``العام السابق``."""
    value = reader.told.value(0, 7 if kind == "M" else 4, reader.day, False) if kind in ("Y", "M") else None
    return placed(kind, -1, reader) if value is None else stepped(value, kind, -1)


def day_of(match: Match, reader: Reader) -> list[Found]:
    """``اليوم الأخير من عام 2021``, ``اليوم الأول من مايو``."""
    year, explicit = year_of(match, reader)
    month_number, place = match.number("m"), match.one("n")
    if match.one("u") is not None:
        base = placed(match.cat("u").partition(".")[0], STEP.get(match.cat("adj"), 0), reader)
        if base is None:
            return []
        year, month_number = int(base[:4]), int(base[5:7]) if len(base) > 4 else None
    elif month_number is not None and not explicit:
        year = month_year(match, reader, month_number)
    if year is None or place is None:
        return []
    first = date(year, month_number or 1, 1)
    after = step_months(first, 1 if month_number else 12)
    found = after - timedelta(days=1) if place.cat in _LAST else first + timedelta(days=int(place.value) - 1)
    return [Found(match.start, match.end, found.isoformat(), None, None, "day of a period")] if found < after else []


def week_of(match: Match, reader: Reader) -> list[Found]:
    """``الأسبوع الأول من يوليو``, ``الأسبوع الأخير من عام 2015``: weeks belong where most of their days lie (ISO)."""
    month_number, place = match.number("m"), match.one("n")
    year, explicit = year_of(match, reader)
    if month_number is None and not explicit:
        base = placed("M", STEP.get(match.cat("adj"), 0), reader)
        if base is None:
            return []
        year, month_number = int(base[:4]), int(base[5:7])
    elif month_number is not None and not explicit:
        year = month_year(match, reader, month_number)
    if year is None or place is None:
        return []
    first = date(year, month_number or 1, 1)
    after = step_months(first, 1 if month_number else 12)
    middle = after - timedelta(days=4) if place.cat == "last" else first + timedelta(days=7 * int(place.value) - 4)
    if middle >= after:
        return []
    iso = middle.isocalendar()
    value = f"{iso.year:04d}-W{iso.week:02d}"
    return [Found(match.start, match.end, value, None, None, "week of a period", "DATE")]


def weekend(match: Match, reader: Reader) -> list[Found]:
    """``عطلة نهاية الأسبوع``: the weekend of the week of publication, or the one before or after it."""
    placed_by = match.cat("adj") or any(unit.cat == "this" for unit in match.units)
    value = placed("W", STEP.get(match.cat("adj"), 0) if placed_by else near_week(match, reader), reader)
    weekend_of = None if value is None else f"{value}-WE"
    return [Found(match.start, match.end, weekend_of, None, reader.published, "weekend", "DATE")]


def stretch(match: Match, reader: Reader) -> list[Found]:
    """``الأيام الأولى من الشهر`` the month with START; ``الأشهر الستة الأولى من 2018`` its first half, H1."""
    place, many = match.one("part"), match.number("count")
    opens = place is not None and place.cat != "last"
    if place is None or (opens and int(place.value) != 1):
        return []
    year, explicit = year_of(match, reader)
    if match.one("u") is not None:
        value = placed(match.cat("u").partition(".")[0], STEP.get(match.cat("adj"), 0), reader)
    elif (number := match.number("m")) is not None:
        year = year if explicit else month_year(match, reader, number)
        value = f"XXXX-{number:02d}" if year is None else f"{year:04d}-{number:02d}"
    else:
        value = None if year is None else f"{year:04d}"
    part = {3: ("Q1", "Q4"), 6: ("H1", "H2")}.get(many or 0) if match.cat("long") == "M.themany" else None
    if part is not None and value is not None and len(value) == 4:
        return [Found(match.start, match.end, f"{value}-{part[not opens]}", None, reader.published, "part of a year")]
    mod = "START" if opens else "END"
    return [Found(match.start, match.end, value, mod, reader.published, "edge of a period", "DATE")]


def rest(match: Match, reader: Reader) -> list[Found]:
    """``بقية الأسبوع``: the period, and as interval what is left of it from publication on."""
    unit = match.one("u")
    value = placed(unit.cat.partition(".")[0], 0, reader) if unit is not None else None
    if value is None or reader.day is None:
        return []
    since, until = reader.day.isoformat(), bounds(value)[1]
    return [Found(match.start, match.end, value, None, reader.published, "rest of a period", "DATE", since, until)]


def _is_general(reader: Reader, at: int) -> bool:
    """Say whether ``العام`` at that token is the adjective: ``الأمين العام``."""
    return at > 0 and beside("general", reader.words[at - 1])
