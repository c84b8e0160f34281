"""Calendars: month and weekday names of every Arab region, Hijri dates, and the weeks of the Arab press."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache

from hijridate import Gregorian, Hijri

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.lexicon import table

_JULIAN_DAY = 1721425
"""Julian day of the day before 1 January of the year 1."""
_REFORM = 2299161
"""Julian day of 15 October 1582, the first of the Gregorian calendar."""
_PROCLITICS = ("", "و", "ب", "ل", "ف", "ك", "وب", "ول", "فب")
_OPENERS = frozenset("(/-–—،[")
_CLOSERS = {"(": ")", "[": "]"}
_BEFORE = """شهر لشهر بشهر وشهر الشهر شهري مطلع أوائل منتصف أواسط أواخر بداية نهاية آخر أول في وفي ففي منذ خلال حتى
    وحتى قبل بعد أيام ليالي"""
_AFTER = "الماضي المقبل القادم الجاري الحالي الفائت المنصرم نفسه المبارك الكريم الماضيين المقبلين القادمين"
_OF = "الأواخر الأوائل الأول الأولى الأخيرة الأخير الثاني الثالث الثانية الثالثة أيام يوم النصف"
_PARTS = frozenset(map(fold, _OF.split()))
"""What a month has: ``العشر الأواخر من رمضان``."""
_BEFORE_MONTHS, _AFTER_MONTHS = (frozenset(map(fold, words.split())) for words in (_BEFORE, _AFTER))

# ── month names ─────────────────────────────────────────────────────────────────────────────────────────────────


class _Name:
    """A month name as a sequence of keys."""

    __slots__ = ("alone", "month", "rest")

    def __init__(self, rest: tuple[str, ...], month: int, alone: bool) -> None:
        self.rest, self.month, self.alone = rest, month, alone


@cache
def _names(calendar: str) -> Mapping[str, tuple[_Name, ...]]:
    """Return first key → names that begin with it, the longest first."""
    found: dict[str, list[_Name]] = {}
    for row in table("months"):
        if row["calendar"] == calendar:
            first, *rest = (fold(word).lower() for word in row["name"].split())
            found.setdefault(first, []).append(_Name(tuple(rest), int(row["month"]), row["alone"] != "no"))
    return {key: tuple(sorted(names, key=lambda name: -len(name.rest))) for key, names in found.items()}


@cache
def _single(calendar: str) -> Mapping[str, int]:
    return {key: name.month for key, names in _names(calendar).items() for name in names if not name.rest}


def month(key: str) -> int | None:
    """Return the month of a one-word Gregorian month name given as a key: ``fold("أيلول")`` → 9, ``"june"`` → 6.

    Some names are words too (مارس he practised, ماي May, آب): ``certain_month`` says which.
    Misses: two-word names (كانون الثاني); see ``month_at``.
    """
    return _single("gregorian").get(key)


@lru_cache(maxsize=1 << 14)
def certain_month(key: str) -> bool:
    """Say whether a key names a Gregorian month whatever stands around it: true for ``fold("فبراير")``, not for ماي."""
    return any(not name.rest and name.alone for name in _names("gregorian").get(key, ()))


def hijri_month(key: str) -> int | None:
    """Return the Hijri month of a one-word name given as a key: ``رمضان`` → 9. Misses: ``ذو القعدة`` (two words)."""
    return _single("hijri").get(key)


@lru_cache(maxsize=1 << 16)
def calendar_prefix(key: str) -> int:
    """Return how many letters of a key are proclitics before a month or weekday: ``وبيناير`` → 2, ``والخميس`` → 1.

    Returns -1 where the key is no calendar word. Two-word names are known by their first word (``بكانون`` → 1).
    """
    for prefix in _PROCLITICS:
        rest = key[len(prefix) :]
        if key.startswith(prefix) and (
            rest in _names("gregorian") or rest in _names("hijri") or weekday(rest) is not None
        ):
            return len(prefix)
    lam = key[key.startswith("و") :]
    if lam.startswith("لل") and weekday("ال" + lam[2:]) is not None:
        return len(key) - len(lam) + 1
    return -1


def month_at(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """Return (month, index after it) of the Gregorian month name that begins at token ``i``, else ``None``.

    A pair is one name: ``يناير/ كانون الثاني``, ``أغسطس (آب)``, ``تشرين الأول اكتوبر``. A proclitic on the first word
    is allowed (``بكانون الأول``; see ``calendar_prefix``). Names that are words too need a day, a year, a word such as
    ``شهر``, ``منذ``, ``الماضي`` or the paired name beside them.
    Misses: ``يناير/فبراير`` gives January only, the second is found at its own index.
    """
    return _month_at(tokens, i, "gregorian")


def hijri_month_at(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """Return (month, index after it) of the Hijri month name at token ``i``: ``ذي القعدة`` → (11, i + 2)."""
    return _month_at(tokens, i, "hijri")


def _month_at(tokens: Sequence[Token], i: int, calendar: str) -> tuple[int, int] | None:
    found = _name_at(tokens, i, calendar, _PROCLITICS)
    if found is None:
        return None
    name, end = found
    paired = _pair(tokens, end, name.month, calendar)
    if not (name.alone or paired is not None or _beside(tokens, i, end)):
        return None
    return name.month, end if paired is None else paired


def _name_at(tokens: Sequence[Token], i: int, calendar: str, prefixes: Sequence[str]) -> tuple[_Name, int] | None:
    if i >= len(tokens) or tokens[i].kind not in ("word", "latin"):
        return None
    key, names = tokens[i].key, _names(calendar)
    for prefix in prefixes:
        if not key.startswith(prefix):
            continue
        for name in names.get(key[len(prefix) :], ()):
            end = i + 1 + len(name.rest)
            if tuple(token.key for token in tokens[i + 1 : end]) == name.rest:
                return name, end
    return None


def _pair(tokens: Sequence[Token], at: int, wanted: int, calendar: str) -> int | None:
    """Return the index after a second name of the same month that follows at ``at``, with or without a sign between."""
    sign = tokens[at].text if at < len(tokens) and tokens[at].text in _OPENERS else ""
    found = _name_at(tokens, at + bool(sign), calendar, ("",))
    if found is None or found[0].month != wanted:
        return None
    end = found[1]
    closer = _CLOSERS.get(sign)
    return end + 1 if closer and end < len(tokens) and tokens[end].text == closer else end


def _beside(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Say whether a number, ``شهر`` (month), a preposition of time or ``الماضي`` (last) stands beside ``[i, end)``."""
    before, after = tokens[i - 1] if i else None, tokens[end] if end < len(tokens) else None
    if before is not None and (before.key in _BEFORE_MONTHS or (before.kind == "number" and len(before.form) <= 2)):
        return True
    if before is not None and before.key == "من" and i > 1 and tokens[i - 2].key in _PARTS:
        return True
    if after is None:
        return False
    return after.key in _AFTER_MONTHS or (after.form.isdigit() and len(after.form) in (1, 2, 4))


# ── weekdays ────────────────────────────────────────────────────────────────────────────────────────────────────


@cache
def _weekdays() -> Mapping[str, int]:
    days: dict[str, int] = {}
    for row in table("weekdays"):
        key = fold(row["name"]).lower()
        days[key] = int(row["day"])
        if row["language"] == "ar" and row["bare"] == "yes":
            days.setdefault(key.removeprefix("ال"), int(row["day"]))
    return days


def weekday(key: str) -> int | None:
    """Return the weekday that a key names, Monday being 0: ``fold("الإثنين")`` → 0, ``"sunday"`` → 6.

    With and without ال, except that bare اثنين (two) and أحد (anyone) are no days. Misses: ``يوم أحد``.
    """
    return _weekdays().get(key)


# ── Hijri ───────────────────────────────────────────────────────────────────────────────────────────────────────


def from_hijri(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian date of a Hijri one by the Umm al-Qura calendar: 15 ذو القعدة 1442 → 2021-06-25.

    ``None`` for a date that does not exist or lies outside the calendar's tables (1343 to 1500).
    """
    try:
        gregorian = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(gregorian.year, gregorian.month, gregorian.day)


def to_hijri(day: date) -> tuple[int, int, int] | None:
    """Return (year, month, day) of a Gregorian date in the Umm al-Qura calendar, ``None`` outside 1924-2077."""
    try:
        hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    except (ValueError, OverflowError):
        return None
    return hijri.year, hijri.month, hijri.day


def tabular(year: int, month: int, day: int) -> date | None:
    """Return the day of a Hijri date in the arithmetic calendar, true to a day or two: 20/5/857 → 29 May 1453.

    For years before the Umm al-Qura tables; a day before October 1582 as historians write it, in the Julian calendar.
    Method: the civil Islamic calendar of 30 years with 11 leap years (Reingold & Dershowitz, Calendrical Calculations).
    """
    if not (year >= 1 and 1 <= month <= 12 and 1 <= day <= 30):
        return None
    number = day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30 + 1948439
    shifted = number if number >= _REFORM else number - _julian_lag(number)
    return date.fromordinal(shifted - _JULIAN_DAY)


def _julian_lag(number: int) -> int:
    """Return by how many days the Julian calendar lags behind the Gregorian one on that Julian day."""
    year = (number - _JULIAN_DAY) // 365.2425
    return int(year // 100 - year // 400 - 2)


# ── weeks ───────────────────────────────────────────────────────────────────────────────────────────────────────


def week_start(day: date) -> date:
    """Return the Sunday that begins the week of ``day`` as the Arab press counts it."""
    return day - timedelta(days=(day.weekday() + 1) % 7)


def week(day: date) -> str:
    """Return the TIMEX3 week of ``day``: ``2021-W30`` for Sunday 25 to Saturday 31 July 2021.

    The Arab week begins on Sunday and takes the ISO number of the Monday in it.
    """
    year, number, _ = (week_start(day) + timedelta(days=1)).isocalendar()
    return f"{year:04d}-W{number:02d}"


def week_bounds(value: str) -> tuple[date, date]:
    """Return [Sunday, next Sunday) of a TIMEX3 week: ``2021-W30`` → 2021-07-25, 2021-08-01.

    Raises ValueError where ``value`` names no week.
    """
    year, _, number = value.partition("-W")
    first = date.fromisocalendar(int(year), int(number), 1) - timedelta(days=1)
    return first, first + timedelta(days=7)
