"""Times that recur: ``يوميا``, ``كل جمعة``, ``كل يوم أحد الساعة 4``, ``مرتين في الشهر``, ``التقرير السنوي``."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.annotate.times.beside import beside
from riwaya.annotate.times.clocks import hour_minute, on_the_dial, part
from riwaya.annotate.times.reading import Found, Match, Reader
from riwaya.annotate.times.spans import iso, length
from riwaya.arabic.tokens import Token

_ANY_DAY = "XXXX-XX-XX"


def _set(match: Match, value: str | None) -> list[Found]:
    return [Found(match.start, match.end, value, None, None, "set", "SET")]


def set_(match: Match, reader: Reader) -> list[Found]:
    """``يوميا`` P1D, ``كل ثلاثة أيام`` P3D."""
    if match.one("adjset") is not None:
        return _set(match, match.text("adjset"))
    if match.one("st") is not None:
        first = match.units[0].first
        before, number = reader.words[max(0, first - 1)], reader.words[max(0, first - 2)]
        if before.kind == "word" and before.key.endswith("ا") and len(before.key) > 3 and number.kind != "number":
            return []  # نموا سنويا: an adjective
        return _set(match, match.text("st"))
    if match.one("p") is not None:
        return _set(match, _ANY_DAY + str(match.text("p")))
    size = length(match)
    if size is None:
        return []
    return _set(match, _ANY_DAY + "TNI" if size[1] == "N" and size[0] == 1 else iso(*size))


def set_weekday(match: Match, reader: Reader) -> list[Found]:
    """``كل جمعة``, ``أيام الجمعة``: XXXX-WXX-5."""
    weekday = match.number("w")
    if weekday is None:
        return []
    return _set(match, f"XXXX-WXX-{weekday + 1}{match.text('p') or ''}")


def set_clock(match: Match, reader: Reader) -> list[Found]:
    """An hour that recurs: ``الساعة 3 مساء كل يوم`` XXXX-XX-XXT15:00, ``كل يوم اثنين الساعة 4`` XXXX-WXX-1T04:00."""
    time, weekday = hour_minute(match.one, match.number), match.number("w")
    if time is None:
        return []
    hour, minute = on_the_dial(*time, part(match))
    day = _ANY_DAY if weekday is None else f"XXXX-WXX-{weekday + 1}"
    return _set(match, f"{day}T{hour % 24:02d}:{minute:02d}")


def is_yearly(match: Match, words: Sequence[Token]) -> bool:
    """Say whether السنوي tells how often a thing is (``التقرير السنوي``) and is no rate (``راتب سنوي``)."""
    if match.one("adjset") is None:
        return True
    first = match.units[0].first
    before = words[first - 1] if first else None
    return before is not None and before.kind == "word" and len(before.key) > 2 and not beside("rateof", before)


def often(match: Match, reader: Reader) -> list[Found]:
    """``مرتين في الشهر``: a set of its unit (TIMEX3 has the number of times in ``freq``)."""
    unit = match.one("u")
    size = length(match)
    if unit is None or size is None:
        return []
    return _set(match, iso(1.0, unit.cat.partition(".")[0]) if unit.cat.endswith(".the") else iso(*size))
