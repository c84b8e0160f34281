"""Clock times: ``الساعة 6 و10 دقائق من مساء الأحد``, ``العاشرة والنصف مساء``, ``13:00 بتوقيت غرينتش``."""

from __future__ import annotations

from datetime import timedelta

from riwaya.annotate.times.days import day_value
from riwaya.annotate.times.moment import day_of
from riwaya.annotate.times.reading import Found, Match, Reader

_MINUTES = {"half": 30, "quarter": 15, "third": 20}
_DAY_SLOTS = frozenset(("d", "w", "rel", "today", "nd", "nm"))


def clock(match: Match, reader: Reader) -> list[Found]:
    """A time of day on its day: the one named beside it, else named in the sentence, else that of publication."""
    time = hour_minute(match)
    if time is None:
        return []
    hour, minute = on_the_dial(*time, match.text("p"))
    if _DAY_SLOTS & match.slots.keys():
        value, anchor, how = day_value(match, reader)
    else:
        value, anchor, how = reader.news_day(), reader.published, "clock time on the day last told"
    day = day_of(value)
    if day is not None and hour >= 24:
        day, hour = day + timedelta(days=1), hour - 24
    moment = f"T{hour % 24:02d}:{minute:02d}"
    stamp = day.isoformat() + moment if day is not None else moment
    return [Found(match.start, match.end, stamp, None, anchor, how, "TIME")]


def hour_minute(match: Match) -> tuple[int, int] | None:
    """Return hour and minute as printed, ``None`` where they are none."""
    unit = match.one("h")
    if unit is None:
        whole = match.number("hhmm")
        return None if whole is None or whole // 100 > 23 or whole % 100 > 59 else divmod(whole, 100)
    if isinstance(unit.value, str):
        hour, minute = (int(part) for part in unit.value.split(":"))
        return hour, minute
    hour, minute = int(unit.value), match.number("min") or _MINUTES.get(match.cat("frac"), 0)
    less = match.number("lessmin") or _MINUTES.get(match.cat("less"), 0)
    if hour > 24 or minute > 59:
        return None
    return (hour - 1, 60 - less) if less else (hour, minute)


def on_the_dial(hour: int, minute: int, part: str | None) -> tuple[int, int]:
    """Return the hour of 24 that the part of the day means: 7 TEV → 19, 12 TNI → 24 (midnight), 2 TNI → 2."""
    if hour > 12 or part is None:
        return hour, minute
    if part == "TMO":
        return (0 if hour == 12 else hour), minute
    if part == "TNI":
        return (24 if hour == 12 else hour + 12 if hour > 5 else hour), minute
    if part == "TEV" and hour == 12:
        return 24, minute
    if part == "TMD" and hour in (10, 11, 12):
        return hour, minute
    return (hour if hour == 12 else hour + 12), minute
