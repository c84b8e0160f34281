"""Whether a time of ours means what a spec of Recognizers-Text says: neither spelling nor convention may decide.

A spec resolves to a day, clock time, interval, length or repetition, often to two readings (past and future, morning
and evening) that it leaves open; one of them must be ours, and one that the verb of the sentence allows: of
``سأعود في مارس`` the March to come, by gold/README. Ours is one expression, or two that are the ends of a range
(TIMEX3 annotates the ends: ``من [2014] إلى [2017]``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from riwaya.model import Time

_PART = re.compile(r"T([A-Z]{2})")
_CLOCK = re.compile(r"T(\d\d)(?::(\d\d)(:\d\d)?)?")
_FUTURE = re.compile(r"\W*(?:سأ\w+|سوف|سن\w+)\s")
_PAST = re.compile(r"\W*(?:لقد|عدت|كان|كانت|حدث)\s")
_DATED = re.compile(r"\d{4}-")
_IS_LENGTH = re.compile(r"P[\dXT]")
_PARTS = {"start": "START", "mid": "MID", "end": "END"}
_WEEK = re.compile(r"\d{4}-W\d\d(?!-WE)")
_LENGTH = re.compile(r"([\d.]+|X)([A-Z])")
_OPEN = frozenset(("0001-01-01", "0001-01-01 00:00:00"))
"""What the specs write where they resolve nothing: 31 November, Easter."""
_MONTHS = {"Y": 12, "M": 1, "DE": 120, "CE": 1200}
_SECONDS = {"W": 604800, "D": 86400, "H": 3600, "MIN": 60, "S": 1}


def means(ours: Sequence[Time], result: Mapping[str, Any], reference: str, words: str = "") -> bool:
    """Say whether ours, one time or the two ends of a range, means a reading of the spec that the sentence allows."""
    readings = _allowed(list(resolutions(result)), reference, words)
    if len(ours) == 2:
        return any(_ends(ours[0], ours[1], one) for one in readings)
    return any(_one(ours[0], one, reference) for one in readings)


def resolutions(result: Mapping[str, Any]) -> Iterator[Mapping[str, str]]:
    """Yield the readings that a spec allows: those of a model's list, else the past and the future one."""
    value = result.get("Value") or result.get("Resolution") or {}
    if not isinstance(value, dict):
        return
    listed = (one for one in value.get("values", ()) if isinstance(one, dict))
    yield from (one for one in listed if one.get("timex") and not _OPEN & set(one.values()))
    for key in ("FutureResolution", "PastResolution"):
        if isinstance(value.get(key), dict) and not _OPEN & set(value[key].values()):
            yield {**value[key], "timex": value.get("Timex", "")}


def _allowed(readings: Sequence[Mapping[str, str]], reference: str, words: str) -> Sequence[Mapping[str, str]]:
    """Drop the past readings of a sentence that opens in the future, the future ones of one that opens in the past."""
    way = 1 if _FUTURE.match(words) else -1 if _PAST.match(words) else 0
    fitting = [one for one in readings if not _is_against(one, reference[:10], way)]
    return fitting or readings


def _is_against(reading: Mapping[str, str], today: str, way: int) -> bool:
    """Say whether a reading is wholly on the other side of today; a clock time or length is on none."""
    start, end = _bounds(reading)
    first = start or reading.get("dateTime") or reading.get("date") or reading.get("value") or ""
    last = end or first
    if way == 0 or not _DATED.match(first) or not _DATED.match(last):
        return False
    return last[:10] < today if way > 0 else first[:10] > today


def _one(ours: Time, reading: Mapping[str, str], reference: str) -> bool:
    value, timex, kind = ours.value or "", reading.get("timex", ""), reading.get("type", "")
    if value and _plain(value) == _plain(timex):
        return ours.mod == _PARTS.get(reading.get("Mod", ""), ours.mod)
    if timex == f"{value}-WE" and ours.mod == "END":  # نهاية الأسبوع is the week with mod END by gold/README
        return True
    if ours.type == "SET" or kind == "set" or "set" in reading:
        return False  # a repetition has no other name than its TIMEX
    start, end = _bounds(reading)
    if start and end:
        return _interval(ours, start, end, timex)
    if reading.get("Mod") in ("before", "after", "since", "until"):  # the preposition says so: قبل الساعة 8 مساء
        return _is_end(ours, next(reading[side] for side in ("start", "end") if reading.get(side)), ("from",))
    if ours.type == "DURATION":
        return _IS_LENGTH.match(timex) is not None and _same_length(value, timex)
    moment = reading.get("dateTime") or reading.get("time") or reading.get("date") or reading.get("value") or ""
    return _moment(ours, moment, reference)


def _bounds(reading: Mapping[str, str]) -> tuple[str | None, str | None]:
    for suffix in ("Date", "DateTime", "Time", ""):
        if "start" + suffix in reading and "end" + suffix in reading:
            return reading["start" + suffix], reading["end" + suffix]
    return None, None


def _plain(value: str) -> str:
    """Return a TIMEX value with its clock to the minute and no day or year: ``T19`` is ``XXXX-XX-XXT19:00``."""
    value = value.removeprefix("XXXX-XX-XX") if "T" in value else value
    value = value.removeprefix("XXXX-") if value[-2:].isalpha() else value
    return re.sub(r"T(\d\d)(?::(\d\d))?(?::00)?$", lambda m: f"T{m[1]}:{m[2] or '00'}", value)


def _same_length(one: str, other: str) -> bool:
    """Say whether two durations are as long; a vague one is as long as none but itself: PXD is not PXY."""
    sizes = length(one), length(other)
    return one == other if None in sizes else sizes[0] == sizes[1]


def length(value: str) -> tuple[float, float] | None:
    """Return (months, seconds) of a duration, ``None`` where it is vague: ``P2.5Y`` and ``P30M`` are 30 months."""
    months = seconds = 0.0
    head, _, tail = value.removeprefix("P").partition("T")
    for part, clock in ((head, False), (tail, True)):
        for number, unit in _LENGTH.findall(part):
            if number == "X":
                return None
            unit = "MIN" if clock and unit == "M" else unit
            months += float(number) * _MONTHS.get(unit, 0)
            seconds += float(number) * _SECONDS.get(unit, 0) if clock or unit not in _MONTHS else 0
    return months, seconds


def _moment(ours: Time, moment: str, reference: str) -> bool:
    """Compare with a day, a clock time or both; a clock time alone is one of the reference day."""
    value = ours.value or ""
    day, clock, seconds = (
        (moment[:10], moment[11:16], moment[16:19]) if moment[4:5] == "-" else ("", moment[:5], moment[5:8])
    )
    if not clock:
        return value == day or _grain(ours, day)
    if clock == "12:00" and value.endswith("TMD"):  # noon is TMD by gold/README
        return value[:10] in (day or reference[:10], "TMD")
    if clock == "23:59" and ours.mod == "END":  # نهاية الغد is the day with mod END by gold/README
        return value == day
    if clock == "00:00" and not day and value.endswith("T00:00"):  # midnight begins the next day by gold/README
        return True
    at = _CLOCK.search(value)
    if at is None or f"{at[1]}:{at[2] or '00'}" != clock or (at[3] or ":00") != (seconds or ":00"):
        return False
    return value[:10] == day if day else value[:1] == "T" or value[:10] == reference[:10]


def _grain(ours: Time, day: str) -> bool:
    """Say whether a day lies in our interval: ``قبل عامين`` is a year by gold/README, a day in the specs."""
    counted = ours.by.startswith(("times/ago", "times/later", "times/away"))
    return counted and ours.type == "DATE" and str(ours.from_) <= day < str(ours.until)


def _interval(ours: Time, start: str, end: str, timex: str) -> bool:
    if start[2:3] == ":":  # a part of any day
        part = _PART.search(ours.value or "")
        return part is not None and part[0] == timex[-3:]
    if ours.type == "DURATION":
        if not _same_length(ours.value or "", timex.rpartition(",")[2].rstrip(")")):
            return False
        if not ours.from_:  # gold/README: the anchor of a length isn't scored
            return True
    if not (ours.from_ and ours.until and start[:4].isdigit() and end[:4].isdigit()):
        return False
    part = _PART.search(ours.value or "")
    if part is not None:  # the hours of a part of the day are nobody's: its name and day decide
        return part[0] == timex[-3:] and ours.from_[:10] == start[:10]
    if "T" in ours.from_ or "T" in ours.until:
        return ours.from_[:16] == start[:16].replace(" ", "T") and ours.until[:16] == end[:16].replace(" ", "T")
    if ours.by.startswith("times/rest"):  # the specs count the last day of the rest now in, now out
        last = abs(date.fromisoformat(ours.until) - date.fromisoformat(end[:10]))
        return ours.from_ == start[:10] and last <= timedelta(days=1)
    begins, ends = date.fromisoformat(ours.from_), date.fromisoformat(ours.until)
    apart = timedelta(days=1) if _WEEK.match(ours.value or "") else timedelta()  # weeks from Sunday or from Monday
    return begins + apart == date.fromisoformat(start[:10]) and ends + apart == date.fromisoformat(end[:10])


def _ends(first: Time, last: Time, reading: Mapping[str, str]) -> bool:
    """Compare the ends of a range; a range up to a year or month may stop at its first or after its last day."""
    start, end = _bounds(reading)
    if not start or not end or first.value is None or last.value is None:
        return False
    whole = len(last.value) < len("2016-11-07")
    return _is_end(first, start, ("from",)) and _is_end(last, end, ("from", "until") if whole else ("from",))


def _is_end(ours: Time, stated: str, sides: Sequence[str]) -> bool:
    at = _CLOCK.search(ours.value or "")
    clock = stated[:5] if stated[2:3] == ":" else stated[11:16]
    if clock:
        same = at is not None and f"{at[1]}:{at[2] or '00'}" == clock
        return same and (stated[2:3] == ":" or (ours.value or "")[:10] == stated[:10])
    bounds = {"from": ours.from_, "until": ours.until}
    return at is None and any((bounds[side] or "")[:10] == stated[:10] for side in sides)
