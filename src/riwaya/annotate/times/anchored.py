"""Times that the text itself anchors: ``يومها``, ``ذلك التاريخ``, ``مساء اليوم نفسه``, ``بعدها بعامين``."""

from __future__ import annotations

from riwaya.annotate.times.dayparts import with_part
from riwaya.annotate.times.days import year_of
from riwaya.annotate.times.periods import referred
from riwaya.annotate.times.reading import Found, Match, Reader
from riwaya.annotate.times.spans import iso, length
from riwaya.annotate.times.told import stepped

_STEPS = {"after": 1, "prev": -1}
_TEXT = "text"


def told_day(match: Match, reader: Reader) -> list[Found]:
    """``يومها``: the day told in this sentence or the one before; else, or as "its day", no time."""
    last = match.units[-1].last
    after = reader.words[last] if last < len(reader.words) else None
    value = reader.told.value(1, 10, reader.day)
    if value is None or (after is not None and after.key.startswith("ال")):
        return []
    return [Found(match.start, match.end, value, None, _TEXT, "the day last told")]


def told_date(match: Match, reader: Reader) -> list[Found]:
    """``منذ ذلك التاريخ``: the date last told, as exact as it was; ``هذا التاريخ الطويل`` is history."""
    last = match.units[-1].last
    after = reader.words[last] if last < len(reader.words) else None
    known = [value for value in (reader.told.value(1, grain) for grain in (10, 7, 4)) if value is not None]
    if not known or (after is not None and after.key.startswith("ال")):
        return []
    latest = reader.told.value(1) or ""
    value = next((one for one in known if one.startswith(latest)), latest)
    return [Found(match.start, match.end, value, None, _TEXT, "the date last told")]


def pod_told(match: Match, reader: Reader) -> list[Found]:
    """``مساء اليوم نفسه``, ``صباح اليوم التالي``: a part of the day that the text names, or of the next one."""
    value = referred("D", reader, match, _STEPS.get(match.cat("adj"), 0))
    return [Found(match.start, match.end, with_part(value, str(match.text("p"))), None, _TEXT, "day told", "TIME")]


def month_told(match: Match, reader: Reader) -> list[Found]:
    """``الشهر نفسه من العام الماضي``: the month last told, in another year."""
    month, (year, _) = reader.told.month(2), year_of(match, reader)
    value = None if month is None or year is None else f"{year:04d}-{month[1]:02d}"
    return [Found(match.start, match.end, value, None, _TEXT, "month told, in another year", "DATE")]


def reckoned(match: Match, reader: Reader) -> list[Found]:
    """``بعدها بعامين``: a date where the text near has one of that grain, else the span alone.

    ``في 2007 … بعدها بثلاث سنوات`` is 2010; of ``بعدها بساعات`` the span ``ساعات`` is PTXH.
    """
    size, unit = length(match), match.one("u")
    if size is None or unit is None:
        return []
    count, kind = size
    start, mod = match.units[2].start, match.text("ap")
    if not isinstance(count, str) and count == int(count):
        told = reader.told.value(1, {"Y": 4, "DE": 4, "M": 7}.get(kind, 10))
        value = None if told is None else stepped(told, kind, int(count) * int(str(match.text("way"))))
        if value is not None:
            return [Found(match.start, match.end, value, mod, told, "reckoned from the date last told", "DATE")]
    return [Found(start, match.end, iso(count, kind), mod, None, "span from what the text tells", "DURATION")]
