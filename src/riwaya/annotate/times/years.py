"""Years and what is counted in them: ``عام 2014``, ``العامين 2016 و2017``, decades, centuries, seasons."""

from __future__ import annotations

from datetime import timedelta

from riwaya.annotate.times.beside import beside
from riwaya.annotate.times.days import STEP, year_of
from riwaya.annotate.times.guards import is_year
from riwaya.annotate.times.lexemes import Unit
from riwaya.annotate.times.periods import edge
from riwaya.annotate.times.reading import Found, Match, Reader
from riwaya.arabic.calendars import from_hijri


def year(match: Match, reader: Reader) -> list[Found]:
    """A year: ``عام 2014``, ``1436 هـ``, a bare ``2014`` where nothing counts by it."""
    number = match.number("y")
    if number is None:
        return []
    marked = any(one.cat.startswith("Y.") for one in match.units)
    if (
        not marked
        and not is_year(reader.words, match.slots["y"][0])
        and not (edge(match) or any(u.cat in ("hijri", "ce") for u in match.units))
    ):
        return []
    if match.one("y2") is not None:
        number = max(number, int(match.slots["y2"][0].value))
    if any(u.cat == "nn" for u in match.units) and not 1900 <= number <= 2100:
        return []
    if number < 1500 and (any(u.cat == "hijri" for u in match.units) or number >= 1380):
        first, last = from_hijri(number, 1, 1), from_hijri(number + 1, 1, 1)
        if first is None or last is None:
            return []
        return [
            Found(
                match.start, match.end, f"{first}/{last - timedelta(days=1)}", edge(match), None, "Hijri year", "DATE"
            )
        ]
    if not marked and number < 1500:
        return []
    return [Found(match.start, match.end, f"{number:04d}", edge(match), None, "year")]


def years(match: Match, reader: Reader) -> list[Found]:
    """Several years under one head: ``العامين 2016 و2017`` is two expressions."""
    units = match.every(frozenset(("year",)))
    return [
        Found(
            match.start if count == 0 else _head(match, one),
            one.end,
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
    """``2014-2017``: two years, if they rise."""
    first, second = match.slots["y"]
    if not 1800 < int(first.value) < int(second.value) < 2100:
        return []
    before = match.before(reader)
    if beside("year", before):
        return []
    return [Found(one.start, one.end, f"{one.value:04d}", None, None, "year of a span") for one in (first, second)]


def fiscal(match: Match, reader: Reader) -> list[Found]:
    """``العام المالي 2017``: FY2017."""
    number = match.number("y")
    if number is None and reader.year is not None and (match.cat("adj") or edge(match)):
        number = reader.year + STEP.get(match.cat("adj"), 0)
    if match.one("y2") is not None:
        number = int(match.slots["y2"][0].value)
    if number is None:
        return []
    return [Found(match.start, match.end, f"FY{number}", edge(match), reader.published, "fiscal year", "DATE")]


def decade(match: Match, reader: Reader) -> list[Found]:
    """``سبعينيات القرن الماضي``: 197; an age (``في الثلاثينات من عمره``) is none."""
    last = match.units[-1].last
    after = [reader.words[i] for i in range(last, min(len(reader.words), last + 2))]
    first = match.units[0].first
    before = [reader.words[i] for i in range(max(0, first - 4), first)]
    if any(beside("ageafter", token) for token in after) or any(beside("agedecade", token) for token in before):
        return []
    value = str(match.text("de"))
    if match.cat("adj") == "now":
        value = "20" + value[2]
    return [Found(match.start, match.end, value, edge(match), None, "decade", "DATE")]


def century(match: Match, reader: Reader) -> list[Found]:
    """``القرن التاسع عشر``: 18; before Christ with BC."""
    number = match.number("n")
    if number is None or not 1 <= number <= 22:
        return []
    before_christ = "BC" if match.units[-1].cat == "bce" else ""
    value = f"{before_christ}{number - 1:02d}"
    return [Found(match.start, match.end, value, edge(match), None, "century", "DATE")]


def season(match: Match, reader: Reader) -> list[Found]:
    """``صيف 2018``, ``الصيف الماضي``; a season that no word places is a habit and no date."""
    last = match.units[-1].last
    if beside("seasonafter", reader.words[last] if last < len(reader.words) else None):
        return []
    name, adjective = str(match.text("s")), match.cat("adj")
    number, explicit = year_of(match, reader)
    if not explicit:
        if not adjective and edge(match) is None:
            return []
        number = _season_year(name, adjective, reader)
    value = None if number is None else f"{number:04d}-{name}"
    return [Found(match.start, match.end, value, edge(match), reader.published, "season", "DATE")]


def _season_year(name: str, adjective: str, reader: Reader) -> int | None:
    if reader.year is None or reader.month is None:
        return None
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[name]
    if adjective == "past":
        return reader.year - (reader.month <= first + 1)
    return reader.year + (adjective == "next" and reader.month >= first)
