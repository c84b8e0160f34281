"""Lengths of several units: ``شهر واحد ويومان وساعتان`` P1M2DT2H, and the times that lie so far from publication."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from riwaya.annotate.times.ages import is_age
from riwaya.annotate.times.moment import shifted
from riwaya.annotate.times.reading import Found, Match, Reader
from riwaya.annotate.times.reckoned import ago_mod, back, on_mod
from riwaya.annotate.times.spans import joined
from riwaya.arabic.tokens import Token

_FRACTION = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
_BETWEEN = "بين"
_SIXTY = 60
_SECONDS = {"S": 1, "MIN": 60, "H": 3600}


def parts_of(match: Match) -> list[tuple[float, str]]:
    """Return (count, unit) of each length in the match: ``يوم واحد وساعتين`` → (1, "D"), (2, "H")."""
    parts: list[tuple[float, str]] = []
    count = 1.0
    for unit in match.units:
        kind, _, form = unit.cat.partition(".")
        if unit in match.slots.get("n", ()):
            count = float(unit.value)
        elif form in ("one", "many", "two"):
            parts.append((2.0 if form == "two" else count, kind))
            count = 1.0
        elif unit.cat in _FRACTION and parts:
            parts[-1] = (parts[-1][0] + _FRACTION[unit.cat], parts[-1][1])
    return parts


def duration(match: Match, reader: Reader) -> list[Found]:
    """A length of several units."""
    value = joined(parts_of(match))
    return [Found(match.start, match.end, value, match.text("ap"), None, "duration of several units", "DURATION")]


def is_sum(match: Match, words: Sequence[Token]) -> bool:
    """Say whether the lengths add up: after بين they are a range, and so is the same unit twice."""
    parts, first, last = parts_of(match), match.units[0].first, match.units[-1].last
    kinds = [kind for _, kind in parts]
    if len(set(kinds)) < len(kinds) or (first and words[first - 1].key == _BETWEEN):
        return False
    if any(count >= _SIXTY for count, kind in parts[1:] if kind in ("MIN", "S")):
        return False  # 31.095 seconds are read as thirty-one thousand
    return "Y" not in kinds or not is_age(words, first, last)


def away(match: Match, reader: Reader) -> list[Found]:
    """``قبل شهر ويومين``, ``بعد يوم واحد وساعتين``: so far from publication, as exact as the finest unit."""
    parts, direction = parts_of(match), match.cat("dir")
    now = match.one("now") is not None
    forward = direction not in ("before", "since") and (now or reader.looks(match) == "forward")
    if direction == "afterwards" and not forward:
        begin = match.units[1].start
        return [Found(begin, match.end, joined(parts), None, None, "span after what the text tells", "DURATION")]
    way = 1 if forward else -1
    value = reckoned(parts, reader, way) if len(parts) > 1 else back(reader, *parts[0], way)
    mod = on_mod(match) if forward else ago_mod(match)
    return [Found(match.start, match.end, value, mod, reader.published, "reckoned from publication")]


def reckoned(parts: list[tuple[float, str]], reader: Reader, way: int) -> str | None:
    """Return the day or minute so far from publication, ``None`` where the calendar or the text has none."""
    day, published = reader.day, reader.published or ""
    seconds = way * sum(count * _SECONDS[kind] for count, kind in parts if kind in _SECONDS)
    if day is None or (seconds and len(published) < 16):
        return None
    try:
        for count, kind in parts:
            day = day if kind in _SECONDS else shifted(day, way * count, kind)
        if not seconds:
            return day.isoformat()
        return _moment(day, published, seconds)
    except (ValueError, OverflowError):
        return None


def _moment(day: date, published: str, seconds: float) -> str:
    clock = datetime.fromisoformat(f"{day.isoformat()}T{published[11:16]}")
    return (clock + timedelta(seconds=seconds)).isoformat(timespec="minutes")
