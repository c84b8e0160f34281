"""Weekdays: ``الاثنين الماضي``, ``سيلتقي الأحد``, a bare one by the tense of its clause."""

from __future__ import annotations

from datetime import date, timedelta

from riwaya.annotate.times import trace
from riwaya.annotate.times.beside import beside
from riwaya.annotate.times.moment import weekday_near
from riwaya.annotate.times.reading import Found, Match, Reader
from riwaya.annotate.times.tense import after_deed
from riwaya.annotate.times.tense import looks as looks_of

BACK = ("past", "past2", "prev", "last")
AHEAD = ("next", "next2", "after")
_CLOSE = 6
_OPENING = 2
"""Sentences, the headline among them, in which news tells nothing of five days ago but what its verb stands beside."""
_SINCE = frozenset(("منذ", "حتي", "اخر"))


def weekday_value(match: Match, reader: Reader) -> tuple[str | None, str | None, str]:
    """Resolve a weekday: its adjective decides, else the tense of its clause; the day of publication is today."""
    weekday = match.number("w")
    assert weekday is not None
    adjective = match.cat("wadj")
    if adjective in ("after", "prev", "same") and reader.last_day is not None:
        way = {"after": 1, "prev": -1, "same": -1}[adjective]
        return (
            weekday_near(reader.last_day, weekday, way, adjective != "same").isoformat(),
            reader.last_day.isoformat(),
            trace.placed("weekday", adjective),
        )
    if reader.day is None:
        return f"XXXX-WXX-{weekday + 1}", None, "weekday of an unknown week"
    if adjective in BACK or adjective in AHEAD:
        way = -1 if adjective in BACK else 1
        found = weekday_near(reader.day, weekday, way, strict=True) + timedelta(
            days=7 * way * (adjective.endswith("2"))
        )
        return found.isoformat(), reader.published, trace.placed("weekday", adjective)
    joined = reader.joined(match)
    if joined is not None:
        return (
            weekday_near(joined, weekday, 1, strict=True).isoformat(),
            joined.isoformat(),
            "weekday after the one it is joined to",
        )
    looks = reader.looks(match)
    was_yesterday = (reader.day.weekday() - weekday) % 7 == 1  # "the match planned on Sunday", read on Monday
    ahead = looks == "forward" and (not was_yesterday or reader.put_off(match))
    way = 1 if ahead or _tomorrow(match, reader, weekday, looks) else -1
    return weekday_near(reader.day, weekday, way).isoformat(), reader.published, f"weekday, clause {looks or 'unknown'}"


def _tomorrow(match: Match, reader: Reader, weekday: int, looks: str | None) -> bool:
    """Say whether a bare weekday is rather tomorrow than six days ago: ``مباراة السبت``, printed on a Friday.

    Counted on the openings of 2,000 articles: a weekday that would lie six days back is one ahead unless its own verb
    stands beside it, منذ opens it or a done deed is told; five days back, where the clause has no past verb or a
    purpose (``دعا إلى التصويت الأحد``); three in the present.
    """
    assert reader.day is not None
    away, first = (reader.day.weekday() - weekday) % 7, match.units[0].first
    before = [reader.words[i] for i in range(max(0, first - 2), first)]
    if any(token.key.lstrip("و") in _SINCE for token in before):
        return False
    if away == 6:
        if after_deed(reader.words, first):
            return False
        parted = any(token.kind == "punct" for token in before)
        told = any(looks_of(token.key) == "past" for token in before if token.kind == "word")
        return parted or not (told or reader.happened(match))
    if away == 5 and looks == "past":
        opens = reader.told.sentence <= _OPENING and not reader.beside_verb(match, "past")
        return opens or _is_fixture(reader, first) or reader.purposed(match)
    return away == 5 or (away >= 3 and looks == "present")


def _is_fixture(reader: Reader, first: int) -> bool:
    """Say whether a match, summit or vote stands before the day with no past verb between: ``أمامنا مباراة الأحد``."""
    for at in range(first - 1, max(-1, first - _CLOSE), -1):
        if looks_of(reader.words[at].key) == "past":
            return False
        if beside("fixture", reader.words[at]):
            return True
    return False


def weekdays(match: Match, reader: Reader) -> list[Found]:
    """Several weekdays that share an adjective: ``الأحد والاثنين المقبلين`` is two expressions."""
    if reader.day is None:
        return []
    way = 1 if match.cat("wadj") == "next" else -1
    units = match.every(frozenset(("weekday",)))
    known: date | None = None
    days = []
    for unit in units if way > 0 else reversed(units):
        known = weekday_near(known or reader.day, int(unit.value), way, strict=True)
        days.append(known)
    days = days if way > 0 else days[::-1]
    starts = [match.start, *(unit.start for unit in units[1:])]
    ends = [*(unit.end for unit in units[:-1]), match.end]
    return [
        Found(start, end, day.isoformat(), None, reader.published, "weekday, adjective shared")
        for start, end, day in zip(starts, ends, days, strict=True)
    ]
