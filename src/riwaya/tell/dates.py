"""TIMEX3 values as people write them, in Arabic and English: ``2021-07-28TEV`` → ``مساء 28 يوليو 2021``."""

from __future__ import annotations

import re
from datetime import date

from riwaya.tell.words import Both, counted, word

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(.*))?\Z")
_MONTH = re.compile(r"(\d{4})-(\d\d)\Z")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?\Z")
_PART = re.compile(r"(\d{4})-([QH])([1-4])\Z|(\d{4})-(SP|SU|FA|WI)\Z")
_PERIOD = re.compile(r"P(T?)(\d+(?:\.\d+)?|X+)([YMWDHSX]?)\Z")
_EVERY = re.compile(r"XXXX-WXX-([1-7])(?:T.*)?\Z")
_CLOCK = re.compile(r"\d\d:\d\d")


def spoken(value: str | None, mod: str | None = None) -> Both:
    """Return a TIMEX3 value in words; what it cannot say it returns as it is, and None as ``undated``."""
    if value is None:
        return word("undated")
    said = _day(value) or _month(value) or _coarse(value) or _period(value) or _reference(value) or Both(value, value)
    before = word(f"mod.{mod}") if mod in ("START", "MID", "END", "APPROX") else None
    return Both(f"{before.ar} {said.ar}", f"{before.en} {said.en}") if before else said


def weekday(value: str) -> Both | None:
    """Return the weekday of a value that has a day: ``2021-07-28`` → ``الأربعاء``, Wednesday."""
    day = _calendar(value)
    return _nth("weekdays", day.weekday()) if day else None


def _calendar(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _nth(key: str, number: int) -> Both:
    names = word(key)
    return Both(names.ar.split()[number], names.en.split()[number])


def _day(value: str) -> Both | None:
    found, day = _DAY.match(value), _calendar(value)
    if not found or not day:
        return None
    month = _nth("months", day.month - 1)
    plain = Both(f"{day.day} {month.ar} {day.year}", f"{day.day} {month.en} {day.year}")
    clock = found[4]
    if not clock:
        return plain
    part = word(f"part.T{clock}")
    if part.ar != f"part.T{clock}":
        return Both(f"{part.ar} {plain.ar}", f"{part.en} {plain.en}")
    return Both(f"{plain.ar}، {clock[:5]}", f"{plain.en}, {clock[:5]}") if _CLOCK.match(clock) else plain


def _month(value: str) -> Both | None:
    found = _MONTH.match(value)
    if not found or not 1 <= int(found[2]) <= 12:
        return None
    month = _nth("months", int(found[2]) - 1)
    return Both(f"{month.ar} {found[1]}", f"{month.en} {found[1]}")


def _coarse(value: str) -> Both | None:
    if found := _WEEK.match(value):
        return _week(int(found[1]), int(found[2]))
    if found := _PART.match(value):
        if found[5]:
            season = word(f"season.{found[5]}")
            return Both(f"{season.ar} {found[4]}", f"{season.en} {found[4]}")
        part = word("quarter" if found[2] == "Q" else "half")
        return Both(f"{part.ar.format(found[3])} {found[1]}", f"{part.en.format(found[3])} of {found[1]}")
    if value.startswith("FY") and value[2:].isdigit():
        return Both(f"{word('fiscal').ar} {value[2:]}", f"{word('fiscal').en} {value[2:]}")
    if value.isdigit() and len(value) == 3:
        return Both(f"{word('decade').ar} {value}0", f"{word('decade').en} {value}0")
    if value.isdigit() and len(value) == 2:
        return Both(f"{word('century').ar} {int(value) + 1}", f"{word('century').en} {int(value) + 1}")
    return None


def _week(year: int, number: int) -> Both | None:
    try:
        monday = _day(date.fromisocalendar(year, number, 1).isoformat())
    except ValueError:
        return None
    return Both(f"{word('week').ar} {monday.ar}", f"{word('week').en} {monday.en}") if monday else None


def _period(value: str) -> Both | None:
    if found := _EVERY.match(value):
        day = _nth("weekdays", int(found[1]) - 1)
        return Both(f"{word('every').ar} {day.ar}", f"{word('every').en} {day.en}")
    found = _PERIOD.match(value)
    if not found:
        return None
    unit = "min" if found[1] and found[3] == "M" else found[3] or "X"
    if found[2].startswith("X") or unit == "X" or not found[2].isdigit() or len(found[2]) > 9:
        return word(f"several.{unit}") if found[2].startswith("X") else None
    return counted(f"unit.{unit}", int(found[2]))


def _reference(value: str) -> Both | None:
    return word(f"ref.{value}") if value.endswith("_REF") else None
