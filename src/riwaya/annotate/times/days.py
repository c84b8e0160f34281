"""Days: ``يوم الإثنين 26 يوليو``, ``أمس``, ``اليوم الخميس``, parts of the day, Hijri dates and feasts."""

from __future__ import annotations

from datetime import date, timedelta

from riwaya.annotate.times.bareweekday import AHEAD, BACK, weekday_value
from riwaya.annotate.times.beside import beside
from riwaya.annotate.times.fourdigits import is_year
from riwaya.annotate.times.lexemes import Unit
from riwaya.annotate.times.moment import day_of, nth_weekday, step_months
from riwaya.annotate.times.pairs import settled
from riwaya.annotate.times.reading import Found, Match, Reader
from riwaya.annotate.times.tense import looks
from riwaya.arabic.calendars import from_hijri

_WEEKS = 6
_FAR = 60
_CLOSE = 14
_LONG_AGO = 240
"""Days beyond which a day without a year is rather one to come, unless a past verb stands beside it."""
_RULE = 14
_CLAUSE = 7
"""Tokens back within which a year is that of the day."""
EVERY_YEAR = "the same day every year"
_DAY_CATS = frozenset(("n12", "n23", "n31", "ord", "first"))
STEP = {"past": -1, "past2": -2, "prev": -1, "last": -1, "next": 1, "next2": 2, "after": 1, "now": 0, "same": 0}


def make(year: int, month: int, day: int) -> date | None:
    """Return that day, ``None`` where the calendar has none: 31 June."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def year_of(match: Match, reader: Reader) -> tuple[int | None, bool]:
    """Return (year, whether the words name one): ``2017``, ``العام الماضي``, ``ذلك العام``."""
    if (explicit := match.number("y")) is not None:
        return (explicit if explicit >= 1500 else None), True
    if match.one("ythat") is not None or match.cat("yadj") in ("same", "after"):
        known = reader.last_year
        return (None if known is None else known + (match.cat("yadj") == "after")), True
    step = 0 if match.one("ythis") is not None or match.one("ybare") is not None else STEP.get(match.cat("yadj"))
    if step is None:
        return None, False
    base = reader.year
    if match.cat("yadj") == "prev" and reader.last_year is not None:
        base = reader.last_year
    return (None if base is None else base + step), True


def day_value(match: Match, reader: Reader) -> tuple[str | None, str | None, str]:
    """Return (value, anchor, how) of a day expression, as exact as its words and the publication allow."""
    if match.one("nd") is not None:
        return numeric([str(unit.value) for unit in match.slots["nd"]], match.number("w"))
    if match.one("nm") is not None:
        first, second = (int(part) for part in str(match.text("nm")).split("-"))
        return dated(match, reader, first, second)
    number, month = match.number("d"), match.number("m")
    if number is not None and month is not None:
        return dated(match, reader, month, number)
    if match.one("rel") is not None or match.one("today") is not None:
        return deictic(match, reader)
    if number is not None and (match.one("mthis") or match.one("mthat")):
        return day_of_month(match, reader, number)
    if match.number("w") is not None:
        return weekday_value(match, reader)
    return day_of_month(match, reader, number)


def numeric(values: list[str], weekday: int | None) -> tuple[str | None, str | None, str]:
    """Resolve a numeric date, Hijri by its year, or a pair of one day in both calendars."""
    civil = [value for value in values if int(value[:4]) >= 1500]
    lunar = [value for value in values if int(value[:4]) < 1500]
    if not lunar:
        return civil[0], None, "numeric date"
    day = from_hijri(*(int(part) for part in lunar[0].split("-")))
    if civil and day_of(civil[0]) is None:
        return civil[0], None, "numeric date"
    found, how = settled(day, day_of(civil[0]) if civil else None, weekday)
    return (found.isoformat() if found else None), None, how


def dated(match: Match, reader: Reader, month: int, number: int) -> tuple[str | None, str | None, str]:
    """Resolve a day and month; without a year the nearest one that weekday, adjective and tense allow."""
    year, explicit = year_of(match, reader)
    if explicit:
        found = make(year, month, number) if year is not None else None
        anchor = None if match.number("y") is not None else reader.published
        return (
            (found.isoformat() if found else f"XXXX-{month:02d}-{number:02d}" if year is None else None),
            anchor,
            "date",
        )
    if (month, number) == (9, 11) and beside("september11", match.before(reader)):
        return "2001-09-11", None, "the attacks of that day"
    if is_every_year(match, reader):
        return f"XXXX-{month:02d}-{number:02d}", None, EVERY_YEAR
    if reader.year is None:
        return f"XXXX-{month:02d}-{number:02d}", None, "date without a year"
    if reader.day is None:
        found = make(reader.year, month, number)
        return (found.isoformat() if found else None), reader.published, "date in the year of publication"
    if (told := told_beside(match, reader)) is not None and match.number("w") is None and not match.one("madj"):
        found = make(told, month, number)
        return (found.isoformat() if found else None), "text", "date in the year that its clause tells"
    found = nearest(match, reader, reader.day, month, number)
    weekday = match.number("w")
    if found is not None and weekday not in (None, found.weekday()) and match.cat("d") == "ord" and number < _WEEKS:
        found = nth_weekday(found.year, month, weekday, number)
        return found.isoformat(), reader.published, "weekday of a month"  # الاثنين الأول من مايو
    return (found.isoformat() if found else None), reader.published, "date nearest to publication"


def told_beside(match: Match, reader: Reader) -> int | None:
    """Return the year told just before, no verb or stop between: ``عام 2022 بين 21 نوفمبر و18 ديسمبر``.

    A year gone by is another thing's: of ``الاتفاق المبرم عام 2015 بحلول 12 مايو`` 13 of 15 in 26,100 articles.
    """
    words, first = reader.words, match.units[0].first
    for at in range(first - 1, max(-1, first - 1 - _CLAUSE), -1):
        if words[at].kind == "number" and len(words[at].form) == 4:
            named = at > 0 and beside("yearof", words[at - 1]) and is_year(words, at)
            return int(words[at].form) if named and int(words[at].form) >= (reader.year or 0) else None
        if words[at].kind == "punct" or (words[at].kind == "word" and looks(words[at].key) is not None):
            return None
    return None


def is_every_year(match: Match, reader: Reader) -> bool:
    """Say whether a rule names the day, every year the same: ``تبدأ السنة المالية في الأول من أبريل``."""
    if match.one("madj") is not None:
        return False
    words, first = reader.words, match.units[0].first
    near = range(max(1, first - _RULE), first)
    kind = next((at for at in near if beside("yearkind", words[at])), None)
    if kind is None or words[kind + 1].kind == "number" or words[kind + 1].key.startswith("ال"):
        return False
    return any(beside("yearruns", words[at]) for at in range(max(0, kind - 3), first))


def nearest(match: Match, reader: Reader, anchor: date, month: int, number: int) -> date | None:
    """Return the occurrence of a day and month that fits best."""
    years = (anchor.year, anchor.year - 1, anchor.year + 1)
    days = [day for year in years if (day := make(year, month, number)) is not None]
    weekday = match.number("w")
    if weekday is not None and match.one("rel") is None:
        fitting = [day for day in days if day.weekday() == weekday]
        close = [day for day in days if abs((day - anchor).days) <= _CLOSE]
        days = close or fitting or days  # a weekday that misses by a day is a slip, not next year
    adjective = match.cat("madj")
    if adjective in BACK:
        days = [day for day in days if day < anchor] or days
    elif adjective in AHEAD:
        days = [day for day in days if day > anchor] or days
    days.sort(key=lambda day: abs((day - anchor).days))
    if adjective or not days:
        return days[0] if days else None
    over = (anchor - days[0]).days > _CLOSE and reader.will(match)  # سأعود في 2 أكتوبر, in November
    told = weekday is None and (days[0] - anchor).days > 2 and reader.happened(match)
    if abs((days[0] - anchor).days) <= _FAR and not over and not told:
        return days[0]
    looks = reader.looks(match)
    ahead, back = [day for day in days if day > anchor], [day for day in days if day <= anchor]
    if looks == "past" and back and ((anchor - back[0]).days <= _LONG_AGO or reader.beside_verb(match, "past")):
        return back[0]
    return ahead[0] if looks == "forward" and ahead else days[0]


def deictic(match: Match, reader: Reader) -> tuple[str | None, str | None, str]:
    """Resolve ``اليوم``, ``أمس``, ``غدا``; a weekday beside them wins."""
    if reader.day is None:
        weekday = match.number("w")
        return reader.published if weekday is None else f"XXXX-WXX-{weekday + 1}", reader.published, "day unknown"
    unit = match.one("rel")
    target = reader.day + timedelta(days=int(str(unit.value)) if unit is not None else 0)
    weekday = match.number("w")
    if weekday is not None and target.weekday() != weekday:
        near = [target + timedelta(days=step) for step in (-1, 1, -2, 2, -3, 3)]
        target = next(day for day in near if day.weekday() == weekday)
        return target.isoformat(), reader.published, "the weekday wins over the deictic day"
    return target.isoformat(), reader.published, "reckoned from the day of publication"


def day_of_month(match: Match, reader: Reader, number: int | None) -> tuple[str | None, str | None, str]:
    """Resolve a bare number of the month: ``20 من الشهر الجاري``, ``يوم 26``."""
    if number is None:
        return None, None, "day"
    base = reader.day
    if base is None:
        return None, None, "day of an unknown month"
    told = match.cat("mthat")
    if told in ("ofit", "samepre") or match.cat("madj") == "same":
        month_told = reader.told.month(1)
        found = None if month_told is None else make(*month_told, number)
        return (found.isoformat() if found else None), "text", "day of the month last told"
    step = STEP.get(match.cat("madj"), 0)
    month = step_months(base.replace(day=1), step)
    found = make(month.year, month.month, number)
    bare = match.one("mthis") is None and told != "now"
    if step == 0 and bare and reader.last_month is not None:
        found = make(*reader.last_month, number)
    return (found.isoformat() if found else None), reader.published, "day of the month"


# ── rules ───────────────────────────────────────────────────────────────────────────────────────────────────────


def day(match: Match, reader: Reader) -> list[Found]:
    """A day by itself; ``اليوم الوطني`` is a name."""
    last = match.units[-1].last
    if match.units[-1].cat == "D.the" and last < len(reader.words) and beside("dayafter", reader.words[last]):
        return []
    if len(match.units) == 1 and (match.one("today") or match.one("rel")) and reader.per(match):
        return []
    link = match.one("link")
    if link is not None:
        return linked(match, reader, link)
    value, anchor, how = day_value(match, reader)
    if match.one("mthat") is not None and (value is None or match.number("d") in (None, 0)):
        return []
    if match.one("pre0") is not None:
        return [Found(match.units[1].start, match.end, value, None, anchor, how)]
    type_ = "SET" if how == EVERY_YEAR else ""
    return [Found(match.start, match.end_of_month, value, match.text("e"), anchor, how, type_)]


def linked(match: Match, reader: Reader, link: Unit) -> list[Found]:
    """``الأربعاء في 11 أبريل``: one expression where the weekday is that of the date, else the date alone, or none."""
    value, anchor, how = day_value(match, reader)
    weekday, day = match.number("w"), day_of(value)
    after = match.units[match.units.index(link) + 1]
    if weekday is None:
        sure = day is not None and day.day > 12
        return [Found(after.start, match.end, value, None, anchor, how)] if sure else []
    if day is not None and day.weekday() == weekday:
        return [Found(match.start, match.end_of_month, value, match.text("e"), anchor, how)]
    return [Found(after.start, match.end_of_month, value, None, anchor, how)]


def days_of_month(match: Match, reader: Reader) -> list[Found]:
    """Several days that share a month: ``يومي 24 و25 يوليو``, ``24 و25 من الشهر الجاري`` is two expressions."""
    month_unit = match.one("m") or match.one("mthis")
    if month_unit is None:
        return []
    days = [unit for unit in match.every(_DAY_CATS) if unit.start < month_unit.start]
    last, anchor, how = dated(match, reader, match.number("m") or 1, int(days[-1].value))
    out: list[Found] = []
    for count, unit in enumerate(days):
        if month_unit.cat == "month":
            value = f"{last[:7]}-{int(unit.value):02d}" if last else None
        else:
            value, anchor, how = day_of_month(match, reader, int(unit.value))
        start = match.start if count == 0 else unit.start
        end = match.end_of_month if unit is days[-1] else unit.end
        out.append(Found(start, end, value, None, anchor, f"{how}, month shared"))
    return out


def days_of_months(match: Match, reader: Reader) -> list[Found]:
    """A span from a day to a day of another month: the first lies within the year before the second."""
    (first, second), (m1, m2) = match.slots["d"][:2], match.slots["m"][:2]
    value, anchor, how = dated(match, reader, int(m2.value), int(second.value))
    kind = "SET" if how == EVERY_YEAR else ""
    last = day_of(value)
    begin = None
    if last is not None:
        years = [day for year in (last.year, last.year - 1) if (day := make(year, int(m1.value), int(first.value)))]
        begin = next((day for day in years if day < last), None)
    opening = begin.isoformat() if begin else f"XXXX-{int(m1.value):02d}-{int(first.value):02d}"
    return [
        Found(match.start, m1.end, opening, None, anchor, how if kind else f"{how}, year shared", kind),
        Found(second.start, match.end_of_month, value, None, anchor, how, kind),
    ]
