"""Decades, centuries and millennia: ``سبعينيات القرن الماضي`` 197, ``القرن التاسع عشر`` 18, ``الألفية الثالثة`` 2."""

from __future__ import annotations

from riwaya.annotate.times.beside import beside
from riwaya.annotate.times.days import STEP
from riwaya.annotate.times.periods import edge
from riwaya.annotate.times.reading import Found, Match, Reader
from riwaya.annotate.times.seasons import share

_LAST = 22
"""The last century that news writes of."""


def decade(match: Match, reader: Reader) -> list[Found]:
    """``سبعينيات القرن الماضي``: 197; an age (``في الثلاثينات من عمره``) is none."""
    if match.one("nth") is not None:
        return _numbered(match, reader)
    last = match.units[-1].last
    after = [reader.words[i] for i in range(last, min(len(reader.words), last + 2))]
    first = match.units[0].first
    before = [reader.words[i] for i in range(max(0, first - 4), first)]
    if any(beside("ageafter", token) for token in after) or any(beside("agedecade", token) for token in before):
        return []
    value, number = str(match.text("de")), match.number("n")
    if match.cat("adj") == "now":
        value = "20" + value[2]
    elif number is not None and 1 < number <= _LAST:
        value = f"{number - 1:02d}{value[2]}"
    return [Found(match.start, match.end, value, edge(match) or share(match, "part"), None, "decade", "DATE")]


def _numbered(match: Match, reader: Reader) -> list[Found]:
    """``العقد الثاني من القرن العشرين``: 191; of a millennium, its first ten years."""
    number, hundred = match.number("n"), None if reader.year is None else reader.year // 100
    if match.one("mil") is not None:
        hundred = 10 * ((match.number("mil") or 3) - 1)
    elif number is not None:
        hundred = number - 1
    elif hundred is not None:
        hundred += STEP.get(match.cat("adj"), 0)
    place = match.slots["nth"][0]
    nth = 10 if place.cat == "last" else int(place.value)
    if hundred is None or not 1 <= nth <= 10 or not 0 <= hundred <= _LAST:
        return []
    return [Found(match.start, match.end, f"{hundred:02d}{nth - 1}", edge(match), None, "decade of a century", "DATE")]


def century(match: Match, reader: Reader) -> list[Found]:
    """``القرن التاسع عشر``: 18; before Christ with BC; a Hijri century keeps its span and no value."""
    number = match.number("n")
    if number is None or not 1 <= number <= _LAST:
        return []
    value = _century(number, match.units[-1].cat)
    mod = edge(match) or share(match, "part")
    return [Found(match.start, match.end, value, mod, None, "century", "DATE")]


def _century(number: int, era: str) -> str | None:
    if era == "hijri":
        return None
    return f"{'BC' if era == 'bce' else ''}{number - 1:02d}"


def centuries(match: Match, reader: Reader) -> list[Found]:
    """``القرنين الثامن عشر والتاسع عشر`` is two expressions."""
    first, second = match.slots["n"]
    era = match.units[-1].cat
    return [
        Found(start, end, _century(int(unit.value), era), None, None, "century, head shared", "DATE")
        for unit, start, end in ((first, match.start, first.end), (second, second.start, match.end))
        if 1 <= int(unit.value) <= _LAST
    ]


def millennium(match: Match, reader: Reader) -> list[Found]:
    """``الألفية الثالثة``: 2; without a number only its edge is a time (``مطلع الألفية``)."""
    number = match.number("n") or (2 if match.cat("adj") == "past" else 3)
    after = reader.words[match.units[-1].last : match.units[-1].last + 1]
    if not 1 <= number <= 3 or not (match.one("n") or match.one("adj") or edge(match)):
        return []
    if after and beside("civil", after[0]):
        return []  # الألفية الهجرية
    era = "BC" if match.units[-1].cat == "bce" else ""
    return [Found(match.start, match.end, f"{era}{number - 1}", edge(match), None, "millennium", "DATE")]
