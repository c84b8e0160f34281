"""Parts of the day: ``مساء الأربعاء``, ``وقت متأخر من ليل الأحد``, ``هذا الصباح``, ``الليلة الماضية``, midnight."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from riwaya.annotate.times.beside import beside
from riwaya.annotate.times.days import day_value
from riwaya.annotate.times.moment import day_of
from riwaya.annotate.times.reading import Found, Match, Reader
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token

_NIGHT = "TNI"
_ERA = fold("العصر")
"""هذا العصر is this age, not this afternoon."""
_STEPS = {"past": -1, "last": -1, "prev": -1, "past2": -2, "next": 0}


def with_part(value: str | None, part: str) -> str | None:
    """Join a day and a part of the day: ``2021-07-28`` + ``TEV``; only a whole day can have parts."""
    return None if value is None else value + part if len(value) >= 8 else None


def pod_day(match: Match, reader: Reader) -> list[Found]:
    """A part of a day: ``مساء الأربعاء``, ``ليل السبت الأحد`` (the night that begins on Saturday)."""
    value, anchor, how = day_value(match, reader)
    part = match.text("p") or _NIGHT
    return [Found(match.start, match.end, with_part(value, part), match.text("e"), anchor, how)]


def pod_that(match: Match, reader: Reader) -> list[Found]:
    """``هذا الصباح`` of the day of publication; ``في المساء`` of the day last told, or of any day."""
    part = match.text("p") or _NIGHT
    if any(unit.cat == "this" for unit in match.units):
        if reader.words[match.units[-1].first].key == _ERA:
            return []
        value = with_part(reader.day.isoformat() if reader.day else None, part)
        return [Found(match.start, match.end, value, match.text("e"), reader.published, "today")]
    told = reader.news_day() if reader.sentence_day or reader.looks(match) == "past" else None
    mod = "START" if match.one("hours") is not None else match.text("e")
    how = "part of the day last told" if told else "part of any day"
    return [Found(match.start, match.end, with_part(told, part) or part, mod, told, how, "TIME")]


def is_placed(match: Match, words: Sequence[Token]) -> bool:
    """Say whether a bare part of the day is one in time: ``في المساء``, ``بعد الظهر``; not ``صلاة الظهر``."""
    if len(match.units) > 1:
        return True
    first, last = match.units[0].first, match.units[0].last
    before = words[first - 1] if first else None
    after = words[last] if last < len(words) else None
    if last - first > 1 or beside("podalone", words[first]):  # بعد الظهر brings its preposition with it
        return not beside("podbefore", before)
    return beside("podprep", before) and beside("podbare", words[first]) and not beside("podafter", after)


def tonight(match: Match, reader: Reader) -> list[Found]:
    """``الليلة`` tonight, ``الليلة الماضية`` last night."""
    step = _STEPS.get(match.cat("adj"), 0)
    first, last = match.units[0].first, match.units[-1].last
    if step == 0 and first and reader.words[first - 1].key in ("تلك", "هذه", "في"):
        return []
    if step == 0 and last < len(reader.words) and reader.words[last].key in ("التاليه", "السابقه", "الواحده"):
        return []
    value = (reader.day + timedelta(days=step)).isoformat() if reader.day else None
    part = match.text("p") or _NIGHT
    return [Found(match.start, match.end, with_part(value, part), match.text("e"), reader.published, "night")]


def midnight(match: Match, reader: Reader) -> list[Found]:
    """Midnight is the first minute of the next day; noon is 12:00."""
    bare = not ({"d", "w", "rel", "today", "nd"} & match.slots.keys())
    value, anchor, how = (reader.sentence_day, reader.published, "midnight") if bare else day_value(match, reader)
    if match.one("noon") is not None:
        noon = "T12:00" if value is None else with_part(value, "T12:00")
        return [Found(match.start, match.end, noon, match.about, anchor, how)]
    day = day_of(value) if value and len(value) == 10 else None
    moment = None if day is None else (day + timedelta(days=1)).isoformat() + "T00:00"
    return [Found(match.start, match.end, moment or "T00:00", match.about, anchor, how)]
