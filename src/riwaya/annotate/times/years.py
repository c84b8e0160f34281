"""Years and what is counted in them: ``عام 2014``, ``العامين 2016 و2017``, decades, centuries, seasons."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from msgspec import structs

from riwaya.annotate.times.beside import beside
from riwaya.annotate.times.days import STEP
from riwaya.annotate.times.fourdigits import is_metres, is_named, is_year
from riwaya.annotate.times.hijri import whole_year
from riwaya.annotate.times.lexemes import Unit
from riwaya.annotate.times.periods import edge, unit
from riwaya.annotate.times.reading import Found, Match, Reader
from riwaya.arabic.tokens import Token

_SHORTEST = 45
_ABOUT = "APPROX"
_SEASONS = 6


def year(match: Match, reader: Reader) -> list[Found]:
    """A year: ``عام 2014``, ``1436 هـ``, ``325 قبل الميلاد``, a bare ``2014`` where nothing counts by it."""
    number = _short(match, reader) if match.one("yy") is not None else match.number("y")
    if number is None:
        return []
    eras = {unit.cat for unit in match.units} & {"hijri", "ce", "bce"}
    marked = any(one.cat.startswith("Y.") for one in match.units)
    if "bce" in eras:
        return [Found(match.start, match.end, f"BC{number:04d}", edge(match), None, "year before Christ", "DATE")]
    if not marked and not _is_year(match, reader, eras):
        return []
    if match.one("y2") is not None:
        number = max(number, int(match.slots["y2"][0].value))
    if eras != {"ce"} and any(u.cat == "nn" for u in match.units) and not 1900 <= number <= 2100:
        return []
    if number < 1500 and "ce" not in eras and ("hijri" in eras or number >= 1380):
        return whole_year(match, number, edge(match))
    if not marked and not eras and number < 1500:
        return []
    return [Found(match.start, match.end, f"{number:04d}", edge(match), None, "year")]


def is_placed(match: Match, words: Sequence[Token]) -> bool:
    """Say whether a word of approximation is the year's: ``نحو عام 1900``, not ``أكثر من عام 2016``."""
    return match.cat("e") != "approx" or match.text("e") == _ABOUT


def _short(match: Match, reader: Reader) -> int | None:
    """Return the year of two digits after عام: ``حرب عام 73`` is 1973; ``كل عام 80 طفلا`` counts."""
    unit = match.slots["yy"][0]
    printed, before = reader.words[unit.first].form, match.before(reader)
    after = reader.words[unit.last] if unit.last < len(reader.words) else None
    sure = printed.isdigit() and len(printed) == 2 and int(unit.value) > _SHORTEST
    told = before is not None and (beside("yearprep", before) or beside("warprep", before))
    counts = after is not None and (after.kind != "punct" and after.key not in ("و", "في") and beside("count", after))
    return 1900 + int(unit.value) if sure and told and not counts else None


def _is_year(match: Match, reader: Reader, eras: Set[str]) -> bool:
    """Say whether a year without عام is one: by its mark (``1436 هـ``, ``2014 م``), its edge, or what stands beside."""
    unit = match.slots["y"][0]
    if "ce" in eras:
        return not is_metres(reader.words, unit.last) and not is_named(reader.words, unit.first)
    return edge(match) is not None or "hijri" in eras or is_year(reader.words, unit.first)


def year_named(match: Match, reader: Reader) -> list[Found]:
    """A year placed and named: ``العام الماضي 2017`` is one; in ``العام الماضي 2000 زائر`` the number counts."""
    year_unit = match.slots["y"][0]
    marked = any(one.cat in ("ce", "open") for one in match.units)
    if marked or is_year(reader.words, year_unit.first):
        value = f"{int(year_unit.value):04d}"
        return [Found(match.start, match.end, value, edge(match), None, "year, placed and named")]
    end = match.slots["adj"][0].end
    return [structs.replace(found, end=end) for found in unit(match, reader)]


def years(match: Match, reader: Reader) -> list[Found]:
    """Several years under one head: ``العامين 2016 و2017`` is two expressions."""
    units = match.every(frozenset(("year",)))
    return [
        Found(
            match.start if count == 0 else _head(match, one),
            match.end if one is units[-1] else one.end,
            f"{one.value:04d}",
            None,
            None,
            "year, head shared",
        )
        for count, one in enumerate(units)
    ]


def _head(match: Match, unit: Unit) -> int:
    """Return where a year begins, with عام if it stands before it."""
    before = match.units[match.units.index(unit) - 1]
    return before.start if before.cat in ("Y.one", "Y.the") else unit.start


def yearspan(match: Match, reader: Reader) -> list[Found]:
    """``2014-2017``: the years of a span or row, if they rise; of ``2017-18`` the second is 2018."""
    units = list(match.slots["y"])
    values = [int(unit.value) for unit in units]
    short = match.one("short")
    if short is not None:
        units, values = [*units, short], [*values, values[0] // 100 * 100 + int(short.value)]
    rising = all(1800 < one < two < 2100 for one, two in pairwise(values))
    if not rising or (short is not None and values[1] != values[0] + 1) or beside("year", match.before(reader)):
        return []
    if len(values) == 2 and values[1] == values[0] + 1 and _is_sport(match, reader):
        return []
    starts = [match.start, *(unit.start for unit in units[1:])]
    return [
        Found(start, unit.end, f"{value:04d}", None, None, "year of a span")
        for start, unit, value in zip(starts, units, values, strict=True)
    ]


def _is_sport(match: Match, reader: Reader) -> bool:
    """Say whether two years in a row are a season of sport, which gold/README leaves open: ``موسم 2003-2004``."""
    first = match.units[0].first
    return any(beside("sportseason", token) for token in reader.words[max(0, first - _SEASONS) : first])


def fiscal(match: Match, reader: Reader) -> list[Found]:
    """``العام المالي 2017``: FY2017, of two years the later one."""
    number, placed = fiscal_year(match, reader)
    if number is None or not placed:
        return []
    return [Found(match.start, match.end, f"FY{number}", edge(match), reader.published, "fiscal year", "DATE")]


def fiscal_year(match: Match, reader: Reader) -> tuple[int | None, bool]:
    """Return (fiscal year, whether a word places it); without one that of publication."""
    if match.one("y2") is not None:
        return int(match.slots["y2"][0].value), True
    if (number := match.number("y")) is not None:
        return number, True
    step = STEP.get(match.cat("adj"), 0)
    return None if reader.year is None else reader.year + step, bool(match.cat("adj") or edge(match))
