"""A plain date reader for metadata and datelines; prose belongs to ``annotate.times``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, time

from msgspec import Struct

from riwaya.arabic.calendars import from_hijri, hijri_month_at, month_at, weekday
from riwaya.arabic.letters import plain
from riwaya.arabic.tokens import Token, tokens

LONGEST = 400
GREGORIAN = range(1900, 2100)
HIJRI = range(1343, 1501)

_ISO = re.compile(
    r"(?<!\d)(?P<y>\d{4})-?(?P<m>\d\d)-?(?P<d>\d\d)"
    r"(?:[T ]\s?(?P<hh>\d\d):?(?P<mm>\d\d)(?::?(?P<ss>\d\d)(?:\.\d{1,9})?)?\s?(?P<zone>Z|[+-]\d\d:?\d\d)?)?(?!\d)"
)
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,4})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{1,4})(?![\d/-]|\.\d)")
_CLOCK = re.compile(
    r"(?<![\d:])(?P<hh>\d{1,2}):(?P<mm>\d\d)(?::(?P<ss>\d\d))?"
    r"\s{0,3}\(?(?P<half>[AaPp]\.?[Mm]\b|صباحا|مساء|ص(?!\w)|م(?!\w))?\)?"
    r"\s{0,3}\(?(?P<zone>Z\b|UTC|GMT|[+-]\d\d:?\d\d|بتوقيت (?:غرينت?ي?تش|جرينت?ي?تش|مكة|السعودية))?"
)
_ZONES = {"بتوقيت مكة": "+03:00", "بتوقيت السعودية": "+03:00"}
_UPDATED = re.compile("تحديث|تعديل|updated|modified", re.IGNORECASE)
_NOISE = frozenset((",", "،", ".", "من", "شهر", "of", "th"))


class _Found(Struct, frozen=True):
    """A date read at ``start``; ``hijri`` where it was reckoned from a Hijri one; ``swapped`` is the M/D reading."""

    start: int
    day: date
    hijri: bool = False
    swapped: date | None = None


def parse_date(text: str) -> str | None:
    """Return the one date that a metadata field or dateline gives, as an ISO date or date-time, else ``None``.

    ``الأربعاء 28 يوليو 2021 - 14:30`` → ``2021-07-28T14:30``; ``٢٦/٧/٢٠٢١`` → ``2021-07-26`` (day first);
    ``15 ذو القعدة 1442 هـ`` → ``2021-06-25``. A Hijri date beside a Gregorian one gives way to it. A zone is kept where
    one stands. Abstains on impossible dates, on a weekday that contradicts the date, and on two dates unless the
    later is marked as an update. Misses: relative dates (منذ ساعة an hour ago), two-digit years, dates without a year.
    """
    line = plain(text[:LONGEST]).strip()
    whole = _ISO.match(line)
    if whole and (whole["hh"] or whole.end() == len(line)):
        return _iso(whole)
    days = _weekdays(line)
    found = _agreed([one for one in _found(line) if _fits(one, days)], line)
    if found is None:
        return None
    moment = _moment(line[found.start :]) or _moment(line[: found.start])
    day = _settled(found, days)
    return None if day is None else day.isoformat() + ("T" + moment if moment else "")


def _iso(match: re.Match[str]) -> str | None:
    day = _date(int(match["y"]), int(match["m"]), int(match["d"]))
    if day is not None and not match["hh"]:
        return day.isoformat()
    if day is None or int(match["hh"]) > 23 or int(match["mm"]) > 59 or int(match["ss"] or 0) > 59:
        return None
    clock = f"{match['hh']}:{match['mm']}" + (f":{match['ss']}" if match["ss"] else "")
    return f"{day.isoformat()}T{clock}{_zone(match['zone'])}"


def _zone(written: str | None) -> str:
    if not written:
        return ""
    if written[0] in "+-":
        return f"{written[:3]}:{written[-2:]}"
    return _ZONES.get(written, "+00:00")


def _date(year: int, month: int, day: int) -> date | None:
    if year not in GREGORIAN:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


# ── candidates ──────────────────────────────────────────────────────────────────────────────────────────────────


def _found(line: str) -> Iterator[_Found]:
    taken: list[tuple[int, int]] = []
    for match in _ISO.finditer(line):
        day = _date(int(match["y"]), int(match["m"]), int(match["d"]))
        if day is not None and "-" in match.group()[:8]:
            taken.append(match.span())
            yield _Found(match.start(), day)
    for match in _NUMERIC.finditer(line):
        one = _numeric(match)
        if one is not None and not any(start <= match.start() < end for start, end in taken):
            yield one
    yield from _named(line)


def _numeric(match: re.Match[str]) -> _Found | None:
    a, b, c = int(match[1]), int(match[3]), int(match[4])
    if len(match[1]) == 4 and len(match[4]) <= 2:
        a, c = c, a
    elif len(match[4]) != 4 or len(match[1]) > 2:
        return None
    if c in HIJRI:
        day = from_hijri(c, b, a)
        return _Found(match.start(), day, hijri=True) if day else None
    first, swapped = _date(c, b, a), _date(c, a, b) if len(match[1]) <= 2 else None
    if first is not None:
        return _Found(match.start(), first, swapped=swapped)
    return _Found(match.start(), swapped) if swapped is not None else None


def _named(line: str) -> Iterator[_Found]:
    words = [token for token in tokens(line) if token.key not in _NOISE and weekday(token.key) is None]
    at = 0
    while at < len(words):
        one = _gregorian_at(words, at) or _hijri_at(words, at)
        if one is not None:
            yield one[0]
            at = one[1]
        else:
            at += 1


def _gregorian_at(words: Sequence[Token], at: int) -> tuple[_Found, int] | None:
    found = month_at(words, at)
    if found is None:
        return None
    month, end = found
    day, year, start, end = _around(words, at, end, GREGORIAN)
    when = _date(year, month, day)
    return (_Found(start, when), end) if when else None


def _hijri_at(words: Sequence[Token], at: int) -> tuple[_Found, int] | None:
    found = hijri_month_at(words, at)
    if found is None:
        return None
    month, end = found
    day, year, start, end = _around(words, at, end, HIJRI)
    when = from_hijri(year, month, day) if year in HIJRI else None
    return (_Found(start, when, hijri=True), end) if when else None


def _around(words: Sequence[Token], at: int, end: int, years: range) -> tuple[int, int, int, int]:
    """Return (day, year, start offset, index after) of the numbers about a month name; 0 where one is missing."""
    before, after = _number(words, at - 1), _number(words, end)
    start = words[at].start
    if before in years and 0 < after <= 31:  # 2021 July 28
        return after, before, words[at - 1].start, end + 1
    if 0 < before <= 31:  # 28 July 2021
        start = words[at - 1].start
        sign = end + 1 if end < len(words) and words[end].text in "/-" else end
        return before, _number(words, sign), start, sign + 1
    if 0 < after <= 31:  # July 28, 2021
        nth = end + 1 if end + 1 < len(words) and words[end + 1].key in ("st", "nd", "rd") else end
        return after, _number(words, nth + 1), start, nth + 2
    return 0, 0, start, end


def _number(words: Sequence[Token], at: int) -> int:
    if not 0 <= at < len(words) or not words[at].form.isdigit() or len(words[at].form) > 4:
        return 0
    return int(words[at].form)


# ── choice ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _weekdays(line: str) -> frozenset[int]:
    sure = (token.key for token in tokens(line) if token.kind == "latin" or token.key.startswith("ال"))
    return frozenset(day for day in map(weekday, sure) if day is not None)


def _fits(one: _Found, days: frozenset[int]) -> bool:
    if not days or one.hijri:
        return True
    return one.day.weekday() in days or (one.swapped is not None and one.swapped.weekday() in days)


def _settled(one: _Found, days: frozenset[int]) -> date | None:
    if days and not one.hijri and one.day.weekday() not in days:
        return one.swapped
    return one.day


def _agreed(found: Sequence[_Found], line: str) -> _Found | None:
    """Return the one date that all speak for; of several the first, if what follows it is marked as an update."""
    pool = sorted((one for one in found if not one.hijri), key=lambda one: one.start) or list(found)
    if not pool:
        return None
    first, rest = pool[0], [one for one in pool[1:] if one.day != pool[0].day]
    if not rest:
        return first
    between = line[first.start : rest[0].start]
    return first if _UPDATED.search(between) and not _UPDATED.search(line[: first.start]) else None


def _moment(line: str) -> str | None:
    """Return the clock time in a line as ``HH:MM[:SS][zone]``."""
    match = _CLOCK.search(line)
    if match is None:
        return None
    hour, half = int(match["hh"]), (match["half"] or "").replace(".", "").lower()
    if half in ("pm", "م", "مساء") and hour < 12:
        hour += 12
    elif half in ("am", "ص", "صباحا") and hour == 12:
        hour = 0
    try:
        time(hour, int(match["mm"]), int(match["ss"] or 0))
    except ValueError:
        return None
    seconds = f":{match['ss']}" if match["ss"] else ""
    return f"{hour:02d}:{match['mm']}{seconds}{_zone(match['zone'])}"
