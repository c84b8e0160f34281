"""Clock times: ``الساعة 6 و10 دقائق من مساء الأحد``, ``العاشرة والنصف مساء``, ``13:00 بتوقيت غرينتش``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from riwaya.annotate.times.beside import beside
from riwaya.annotate.times.days import day_value
from riwaya.annotate.times.lexemes import Unit
from riwaya.annotate.times.moment import day_of
from riwaya.annotate.times.reading import Found, Match, Reader
from riwaya.arabic.tokens import Token

_MINUTES = {"half": 30, "quarter": 15, "third": 20}
_DAY_SLOTS = frozenset(("d", "w", "rel", "today", "nd", "nm"))
_ABOUT = "APPROX"
_SCORE = frozenset("-–—:/")
_NIGHT = "TNI"
_FEMININE = ("ه", "ات", "اء")


def clock(match: Match, reader: Reader) -> list[Found]:
    """A time of day on its day: the one named beside it, else named in the sentence, else that of publication."""
    time = hour_minute(match.one, match.number)
    if time is None:
        return []
    value, anchor, how = day_told(match, reader)
    stamp = stamped(value, *on_the_dial(*time, part(match))) + seconds(match) + zone(match)
    start = match.units[1].start if match.one("at") is not None else match.start
    return [Found(start, match.end, stamp, match.about, anchor, how, "TIME")]


def seconds(match: Match) -> str:
    """Return the seconds of a time of day printed with them: ``12:34:25`` → ``:25``; whole minutes have none."""
    printed = str(match.text("h") or "").split(":")
    return f":{printed[2]}" if len(printed) == 3 else ""


def day_told(match: Match, reader: Reader) -> tuple[str | None, str | None, str]:
    """Return (day, anchor, how) of a time of day: named with it, else told lately, else that of publication."""
    if _DAY_SLOTS & match.slots.keys():
        return day_value(match, reader)
    return reader.news_day(), reader.published, "clock time on the day last told"


def stamped(value: str | None, hour: int, minute: int) -> str:
    """Return the TIMEX3 value; hour 24 is midnight of the next day: ("2021-07-28", 24, 0) → ``2021-07-29T00:00``."""
    day = day_of(value)
    if day is not None and hour >= 24:
        day, hour = day + timedelta(days=1), hour - 24
    moment = f"T{hour % 24:02d}:{minute:02d}"
    return day.isoformat() + moment if day is not None else moment


def zone(match: Match) -> str:
    """Return the Z of Greenwich time where the words name it; other zones stay unsaid."""
    return "Z" if any(unit.cat == "tz" for unit in match.units) else ""


def part(match: Match) -> str | None:
    """Return the part of the day that the words name, the last one if two do; ``ص`` and ``م`` are halves of it."""
    half = match.one("half12")
    if half is not None:
        return "TMO" if half.cat == "am" else "TAF"
    parts = match.slots.get("p", ())
    return str(parts[-1].value) if parts else _NIGHT if match.one("night") is not None else None


def is_hour(match: Match, words: Sequence[Token]) -> bool:
    """Say whether a number without الساعة is an hour: ``التاسعة مساء``; not ``الأمسية الثانية مساء``, ``2-2 مساء``."""
    unit = match.one("h") or match.one("hhmm")
    if unit is None or (unit.cat == "nn" and match.one("hhmm") is None and not _is_half_past(unit)):
        return False
    if match.units[0].cat == "approx" and match.about != _ABOUT:
        return False  # أكثر من الساعة: no hour is more than ten o'clock
    if any(one.cat in ("H.the", "tz", "clock") for one in match.units):
        return True
    opening = match.units[match.units[0].cat == "approx"].first
    before = words[unit.first - 1] if unit.first else None
    after = words[match.units[-1].last : match.units[-1].last + 2]
    if unit.first > opening or before is None:
        return not any(beside("ageafter", token) for token in after)
    if unit.cat in ("ord.f", "one.f"):
        adverb = any(one.cat == "pod.adv" or words[one.last - 1].text.endswith("ً") for one in match.slots.get("p", ()))
        return (adverb or not _counts_something(before)) and not any(beside("ageafter", token) for token in after)
    score = before.text in _SCORE and unit.first > 1 and words[unit.first - 2].kind == "number"
    return before.kind != "number" and not score and not beside("toll", before)


def _is_half_past(unit: Unit) -> bool:
    """Say whether a number in words is an hour and a part of one: ``الواحدة والنصف`` is read as 1.5."""
    value = float(unit.value)
    return 1 < value < 13 and value != int(value) and unit.last > unit.first + 1


def _counts_something(before: Token) -> bool:
    """Say whether an ordinal after that word is the word's adjective: ``الجولة الثانية``, ``للمرة الثالثة``."""
    key = before.key.lstrip("وفبك") if before.key[1:3] in ("ال", "لل") else before.key
    definite = before.kind == "word" and key.startswith(("ال", "لل"))
    return definite and (key.endswith(_FEMININE) or beside("feminine", before))


def hour_minute(one: Callable[[str], Unit | None], number: Callable[[str], int | None]) -> tuple[int, int] | None:
    """Return hour and minute as printed, ``None`` where they are none."""
    unit = one("h")
    if unit is None:
        whole = number("hhmm")
        return None if whole is None or whole // 100 > 23 or whole % 100 > 59 else divmod(whole, 100)
    if unit.cat.startswith("clock"):
        printed = str(unit.value).split(":")
        return int(printed[0]), int(printed[1])
    hour = int(unit.value)
    past = round(60 * (float(unit.value) - hour)) + (number("min") or 0) + fraction(one("frac"))
    minute = past - (number("lessmin") or 0) - fraction(one("less"))
    if hour > 24 or not -60 < minute < 60:
        return None
    return (hour - 1 if hour else 23, 60 + minute) if minute < 0 else (hour, minute)


def fraction(unit: Unit | None) -> int:
    """Return the minutes of ``النصف``, ``الربع``, ``الثلث``."""
    return _MINUTES[unit.cat] if unit is not None else 0


def on_the_dial(hour: int, minute: int, part: str | None) -> tuple[int, int]:
    """Return the hour of 24 that the part of the day means: 7 TEV → 19, 12 TNI → 24 (midnight), 2 TNI → 2."""
    if hour > 12 or part is None:
        return hour, minute
    if part == "TMO":
        return (0 if hour == 12 else hour), minute
    if part == _NIGHT:
        return (24 if hour == 12 else hour + 12 if hour > 5 else hour), minute
    if part == "TEV" and hour == 12:
        return 24, minute
    if part in ("TMD", "TDT") and hour in (10, 11, 12):
        return hour, minute
    return (hour if hour == 12 else hour + 12), minute
