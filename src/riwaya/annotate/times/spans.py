"""Spans of time: ``ثلاثة أيام``, ``عام ونصف``, as TIMEX3 durations, and when one lies that touches publication."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from riwaya.annotate.times.ages import is_age, is_age_in_months, is_rest_of_age
from riwaya.annotate.times.beside import beside, exactly
from riwaya.annotate.times.lexemes import Unit
from riwaya.annotate.times.moment import shifted
from riwaya.annotate.times.reading import Found, Match, Reader
from riwaya.arabic.tokens import Token

_FRACTION = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
_FINER = {"Y": ("M", 12), "H": ("MIN", 60), "CE": ("Y", 100), "DE": ("Y", 10), "D": ("H", 24), "MIN": ("S", 60)}
CLOCKED = ("S", "MIN", "H")
"""Units finer than a day."""
SECONDS = {"S": 1, "MIN": 60, "H": 3600}
_ORDER = ("CE", "DE", "Y", "Q", "M", "W", "D", "N", "H", "MIN", "S")
_SHY = ("DE", "H", "S", "N", "CE")


def iso(count: float | str, kind: str) -> str:
    """Return a TIMEX3 duration: (8, "Y") → ``P8Y``, (2.5, "Y") → ``P2.5Y``, (0.5, "H") → ``PT30M``."""
    if not isinstance(count, str) and count != int(count) and kind in _FINER:
        finer, times = _FINER[kind]
        if count < 1 or round(count, 2) != count:
            count, kind = round(count * times), finer
    if not isinstance(count, str):
        count = int(count) if count == int(count) else round(count, 3 if kind == "S" else 2)
    letter = {"MIN": "M", "N": "D"}.get(kind, kind)
    return f"PT{count}{letter}" if kind in CLOCKED else f"P{count}{letter}"


def length(match: Match) -> tuple[float | str, str] | None:
    """Return (count, unit) of the slots: ``عام ونصف`` → (1.5, "Y")."""
    unit = match.one("u") or match.one("one") or match.one("whole")
    if unit is None:
        return None
    kind, form = unit.cat.split(".")
    fraction = _FRACTION.get(match.cat("frac"), 0.0)
    number = match.one("n")
    if number is not None and number.cat != "vague.adj":
        return float(number.value) + fraction, kind
    if form in ("two", "thetwo"):
        return 2 + fraction, kind
    if form in ("many", "themany") or match.one("v") is not None:
        return "X", kind
    if fraction:
        joined = any(one.cat == "and" for one in match.units)
        return fraction + joined, kind
    return 1.0, kind


def duration(match: Match, reader: Reader) -> list[Found]:
    """A span of time: ``ثماني سنوات`` P8Y, ``عدة أيام`` PXD, ``العامين الماضيين`` P2Y."""
    size, unit = length(match), match.one("u") or match.one("one") or match.one("whole")
    if size is None or unit is None:
        return []
    first = match.units[0] if match.one("u") is not None else unit
    if match.one("ap") is not None:
        first = match.slots["ap"][0]
    elif match.cat("ap0") == "approx":
        first = match.slots["ap0"][0]
    if not _is_duration(match, reader, size, first.first):
        return []
    count, kind = size
    value = iso(count, kind)
    mod = match.text("ap") or match.text("apx") or (match.text("ap0") if match.cat("ap0") == "approx" else None)
    end = match.units[-1].end
    if match.units[-1].cat == "tail":
        end = match.units[-2].end
    since, until = beside_now(match, reader, count, kind)
    anchor = reader.published if since else None
    return [Found(first.start, end, value, mod or None, anchor, "duration", "DURATION", since, until)]


def beside_now(match: Match, reader: Reader, count: float | str, kind: str) -> tuple[str | None, str | None]:
    """Return the interval of a span that touches publication: ``الأيام الثلاثة الماضية``, ``آخر 3 دقائق``."""
    way = 1 if match.cat("adj") == "next" else -1 if match.cat("adj") in ("past", "last") or match.one("ext") else 0
    if way == 0 or reader.day is None or isinstance(count, str):
        return None, None
    if kind in CLOCKED:
        return _hours_beside_now(reader.published or "", way * count * SECONDS[kind])
    try:
        far = shifted(reader.day, way * count, kind)
    except (ValueError, OverflowError):
        return None, None
    after = timedelta(days=way > 0)
    first, last = sorted((reader.day + after, far + after))
    if first == last:  # آخر ربع يوم: shorter than the day's grain
        return None, None
    return first.isoformat(), last.isoformat()


def _hours_beside_now(published: str, seconds: float) -> tuple[str | None, str | None]:
    """Return the minutes from publication on or back, where its time of day is known."""
    if len(published) < 16:
        return None, None
    now = datetime.fromisoformat(published[:16])
    first, last = sorted((now, now + timedelta(seconds=seconds)))
    return first.isoformat(timespec="minutes"), last.isoformat(timespec="minutes")


def joined(parts: Sequence[tuple[float | str, str]]) -> str:
    """Return the duration of several lengths, the coarsest first: 1 Y, 4 M → ``P1Y4M``; 1 D, 2 H → ``P1DT2H``."""
    ordered = sorted(parts, key=lambda part: _ORDER.index(part[1]))
    days = "".join(iso(*part)[1:] for part in ordered if part[1] not in CLOCKED)
    hours = "".join(iso(*part)[2:] for part in ordered if part[1] in CLOCKED)
    return f"P{days}" + (f"T{hours}" if hours else "")


def _is_duration(match: Match, reader: Reader, size: tuple[float | str, str], first: int) -> bool:
    unit = match.one("u") or match.one("one") or match.one("whole")
    assert unit is not None
    words, last = reader.words, unit.last
    after = words[last] if last < len(words) else None
    before = words[first - 1] if first else None
    kind, form = unit.cat.split(".")
    if kind == "Y" and form in ("one", "many") and is_age(words, first, last):
        return False
    if kind == "M" and form in ("one", "many") and is_age_in_months(words, first):
        return False
    if before is not None and before.text in ("-", ":") and kind in ("S", "MIN"):
        return False
    if kind in ("M", "D") and is_rest_of_age(words, first):
        return False
    if form == "many" and size[0] == "X" and match.one("v") is None:
        loose = beside("loose", before)
        definite = after is not None and after.key.startswith("ال") and kind != "Y"
        named = exactly("spanafter", after) and (not loose or kind in ("D", "H", "N"))
        if named or (not loose and definite and not match.cat("adj")):
            return False
        if kind in _SHY or words[unit.first].key.endswith("اشهر"):
            return loose or unit.start > words[unit.first].start
    return not (form == "two" and unit_is_construct(words, unit.first))


def unit_key(words: Sequence[Token], unit: Unit) -> str:
    """Return the key of the unit's word: in ``يوما بعد يوم`` it comes twice."""
    return words[unit.first].key


def unit_is_construct(words: Sequence[Token], at: int) -> bool:
    """Say whether a dual has lost its ن: ``يومي`` is also the adjective daily."""
    return words[at].key.endswith("ي")
