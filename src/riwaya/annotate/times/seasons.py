"""Parts of a year: quarters, halves and seasons (``الربع الأول من 2018``, ``صيف العام الماضي``)."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.annotate.times.beside import beside
from riwaya.annotate.times.days import STEP, year_of
from riwaya.annotate.times.lexemes import reading
from riwaya.annotate.times.periods import edge, month_year, placed
from riwaya.annotate.times.reading import Found, Match, Reader
from riwaya.annotate.times.years import fiscal_year
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token

_FIRST = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_PARTS = {"quarter": 4, "half": 2}
_QUARTER = fold("ربع")
_NEAR = 6
_SINCE = frozenset(map(fold, ("منذ", "ومنذ")))
_EVERY = frozenset(map(fold, ("كل", "لكل")))


def quarter(match: Match, reader: Reader) -> list[Found]:
    """``الربع الأول من 2018`` 2018-Q1, ``النصف الثاني من العام`` H2, ``الربع الماضي``, a bare ``الربع الأول``."""
    kind, place = match.cat("q") or "quarter", match.one("n")
    if "u" in match.slots or "m" in match.slots:
        return part_of_month(match, reader)
    if place is None:
        known = _is_quarter(match, reader)
        return [_found(match, placed("Q", STEP.get(match.cat("adj"), 0), reader), reader)] if known else []
    year, explicit = fiscal_year(match, reader) if match.one("fy") else year_of(match, reader)
    if kind == "third":
        return [_part(match, year, reader)]
    number = _PARTS[kind] if place.cat == "last" else int(place.value)
    if number > _PARTS[kind] or not (explicit or _is_quarter(match, reader)):
        return []
    if not explicit:
        year = _bare_year(number, reader)
    name = f"{'FY' if match.one('fy') else ''}{year:04d}-{kind[0].upper()}{number}" if year is not None else None
    return [_found(match, name, reader)]


def _is_quarter(match: Match, reader: Reader) -> bool:
    """Say whether a quarter without a year is one of a year: not one of a match of basketball, not a chapter."""
    first, last = match.units[0].first, match.units[-1].last
    words = [*reader.words[max(0, first - _NEAR) : first], *reader.words[last : last + _NEAR]]
    if not reader.words[match.slots["q"][0].first].key.endswith(_QUARTER):
        return False
    if any(beside("quarternot", word) for word in words):
        return False
    return match.one("n") is None or edge(match) is not None or beside("quarterprep", match.before(reader))


def _found(match: Match, value: str | None, reader: Reader) -> Found:
    return Found(match.start, match.end, value, edge(match), reader.published, "part of a year", "DATE")


def _part(match: Match, year: int | None, reader: Reader) -> Found:
    value = None if year is None else f"{year:04d}"
    return Found(match.start, match.end, value, share(match, "n", 3), reader.published, "part of a year", "DATE")


def _bare_year(number: int, reader: Reader) -> int | None:
    """Return the year of a quarter without one: the last that has begun by publication."""
    if reader.year is None or reader.month is None:
        return None
    return reader.year - (3 * number - 2 > reader.month)


def share(match: Match, slot: str, parts: int = 2) -> str | None:
    """Return the mod of an ordinal part: the first half START, the second of three MID, the last END."""
    place = match.one(slot)
    if place is None:
        return None
    number = parts if place.cat == "last" else int(place.value)
    return {1: "START", parts: "END"}.get(number, "MID" if number < parts else None)


def part_of_month(match: Match, reader: Reader) -> list[Found]:
    """``النصف الأول من شهر مايو``: the month with START; ``الثلث الأخير من الشهر`` with END."""
    number = match.number("m")
    if number is not None:
        year, explicit = year_of(match, reader)
        year = year if explicit else month_year(match, reader, number)
        value = f"XXXX-{number:02d}" if year is None else f"{year:04d}-{number:02d}"
    else:
        value = placed("M", STEP.get(match.cat("adj"), 0), reader) or ""
    mod = share(match, "n", 3 if match.cat("q") == "third" else 2)
    return [Found(match.start, match.end, value or None, mod, reader.published, "part of a month", "DATE")]


def quarters(match: Match, reader: Reader) -> list[Found]:
    """``الربعين الأول والثاني من 2018`` is two expressions."""
    year, _ = year_of(match, reader)
    first, second = match.slots["n"]
    out = []
    for unit, start, end in ((first, match.start, first.end), (second, second.start, match.end)):
        value = None if year is None or int(unit.value) > 4 else f"{year:04d}-Q{unit.value}"
        out.append(Found(start, end, value, None, reader.published, "part of a year, year shared", "DATE"))
    return out


def season(match: Match, reader: Reader) -> list[Found]:
    """``صيف 2018``, ``الصيف الماضي``; a season that no word places is one of any year: ``في الصيف`` XXXX-SU."""
    last = match.units[-1].last
    after = reader.words[last : last + 2]
    if after and (beside("seasonafter", after[0]) or any(word.key in _EVERY for word in after)):
        return []
    name, adjective = str(match.text("s")), match.cat("adj")
    year, explicit = year_of(match, reader)
    before = match.before(reader)
    if not explicit:
        if not adjective and edge(match) is None:
            if before is not None and before.key in _SINCE:
                year = _season_year(name, "past", reader)
                value = None if year is None else f"{year:04d}-{name}"
                return [Found(match.start, match.end, value, None, reader.published, "season", "DATE")]
            kind = "DATE" if reader.looks(match) == "forward" and len(match.units) == 1 else "SET"
            return [Found(match.start, match.end, f"XXXX-{name}", None, None, "season of any year", kind)]
        year = _season_year(name, adjective, reader)
    value = None if year is None else f"{year:04d}-{name}"
    return [Found(match.start, match.end, value, edge(match), reader.published, "season", "DATE")]


def is_season(match: Match, words: Sequence[Token]) -> bool:
    """Say whether a bare name is the season: ``في الصيف``, ``فصل الصيف``; names of people and works are none."""
    first = match.units[0].first
    if len(match.units) > 1:
        return True
    if first == 0 or not words[first].key.lstrip("وفبلك").startswith("ال"):
        return False
    return beside("podprep", words[first - 1]) or (words[first].key[0] == "و" and _names_season(words[first - 1]))


def _names_season(word: Token) -> bool:
    """Say whether a word is a season, which ``و`` joins the next to: ``في الربيع والصيف``."""
    return any(entry.cat == "season" for entry in reading(word.key)[2])


def _season_year(name: str, adjective: str, reader: Reader) -> int | None:
    if reader.year is None or reader.month is None:
        return None
    first = _FIRST[name]
    if adjective == "past":
        return reader.year - (reader.month <= first + 1)
    return reader.year + (adjective == "next" and reader.month >= first)
