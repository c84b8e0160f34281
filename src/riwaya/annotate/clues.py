"""What a report's own words tell of the day it was written: weekdays of today, dates, the current year."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from riwaya.annotate.prose import Prose
from riwaya.annotate.times import TimeTagger
from riwaya.annotate.times.lexemes import reading
from riwaya.annotate.times.reading import Match, Reader
from riwaya.annotate.times.tense import Direction
from riwaya.arabic.calendars import calendar_prefix, weekday
from riwaya.arabic.tokens import Token
from riwaya.model import Span

_STEPS = {"now": 0, "past": 1, "next": -1}
"""Category of a year's adjective → years from the named one to the current one."""
_EARLY = 3
_YEAR = "Y.the"


class Clue(Struct, frozen=True):
    """What one expression tells of the day of publication."""

    span: Span
    weekday: int | None = None
    """The weekday of publication."""
    day: tuple[int | None, int, int] | None = None
    """A (year, month, day) near publication."""
    dated_weekday: int | None = None
    year: int | None = None
    exact: bool = False
    """Whether that year comes with a month."""
    month: int | None = None
    """The month of publication: ``20 أغسطس الجاري``."""
    looks: Direction | None = None
    early: bool = False
    """Whether it stands in the first sentences."""


@cache
def tagger() -> TimeTagger:
    """Return the one grammar that clues are read with."""
    return TimeTagger()


def clues_of(prose: Prose, sentences: int, weekdays: bool = False) -> Iterator[Clue]:
    """Yield the clues of the first sentences; only those that name a weekday, or else a month or number too."""
    grammar, reader = tagger(), Reader(None)
    for index in range(min(sentences, len(prose.sentences))):
        words = prose.words(index)
        if not any(tells(token, weekdays) for token in words):
            continue
        reader.sentence(words)
        for rule, match in grammar.matches(words):
            clue = _clue(match, reader, index < _EARLY)
            if clue is not None:
                yield clue
            for found in grammar.read(rule, match, reader):
                if found.value and found.value[:4].isdigit() and "/" not in found.value and len(found.value) >= 4:
                    yield Clue(
                        Span(start=found.start, end=found.end), year=int(found.value[:4]), exact="-" in found.value
                    )


def tells(token: Token, weekdays: bool) -> bool:
    """Say whether a sentence with that token can hold a clue: a look before the grammar is asked."""
    if token.kind == "number":
        return not weekdays
    if token.kind != "word":
        return False
    count = calendar_prefix(token.key)
    return count >= 0 and (not weekdays or weekday(token.key[count:]) is not None)


def _clue(match: Match, reader: Reader, early: bool) -> Clue | None:
    """Return what the day expression of a match tells, ``None`` where it has none."""
    span = Span(start=match.start, end=match.end)
    named, number, month = match.number("w"), match.number("d"), match.number("m")
    rel = match.one("rel")
    says = None
    if named is not None and (rel is not None or match.one("today") is not None):
        says = (named - (int(str(rel.value)) if rel is not None else 0)) % 7
    if len(match.slots.get("d", ())) > 1 or number is None or month is None:
        return Clue(span, weekday=says) if says is not None else None
    day = (match.number("y"), month, number) if match.cat("yadj") == "" else None
    this_month = month if match.cat("madj") == "now" else None
    return Clue(
        span,
        weekday=says,
        day=day,
        dated_weekday=named if rel is None else None,
        year=match.number("y"),
        exact=True,
        month=this_month,
        looks=reader.looks(match),
        early=early,
    )


def stated_year(prose: Prose) -> tuple[int, Span] | None:
    """Return the year that the text calls this one or next to it: ``العام الجاري 2018``, ``العام المقبل (2019)``."""
    found: dict[int, Span] = {}
    words = prose.tokens
    for at in range(2, len(words)):
        if words[at].kind != "number" or len(words[at].form) != 4 or not words[at].form.isdigit():
            continue
        last = at - 1 - (words[at - 1].text == "(")
        step = _step(words[last].key)
        if step is not None and any(entry.cat == _YEAR for entry in reading(words[last - 1].key)[2]):
            year = int(words[at].form) + step
            found.setdefault(year, Span(start=words[last - 1].start, end=words[at].end))
    return next(iter(found.items())) if len(found) == 1 and 1990 <= next(iter(found)) <= 2100 else None


def _step(key: str) -> int | None:
    """Return the years from one with that adjective to the current one, ``None`` of other words: ``الماضي`` → 1."""
    cats = (entry.cat for entry in reading(key)[2] if not entry.rest)
    return next((_STEPS[cat] for cat in cats if cat in _STEPS), None)
