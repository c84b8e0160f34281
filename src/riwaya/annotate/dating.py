"""When a report was published, from its own words: a small constraint problem over weekdays, dates and years.

What reading found (given or stated) is checked against the text; else every clue bounds the day: ``اليوم الخميس``
says its weekday, ``الأربعاء 28 يوليو`` fixes a year by the calendar, explicit years bound that year.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from msgspec import Struct

from riwaya.annotate.prose import Prose
from riwaya.annotate.times import TimeTagger
from riwaya.annotate.times.days import make
from riwaya.annotate.times.moment import day_of
from riwaya.annotate.times.reading import Match, Reader
from riwaya.annotate.times.tense import Direction
from riwaya.arabic.dates import parse_date
from riwaya.model import Published, Span

_HEAD = 8
_YEARS_APART = 2
_NEAR = 6
_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Clue(Struct, frozen=True):
    """What one expression tells of the day of publication."""

    span: Span
    weekday: int | None = None
    """The weekday of publication."""
    day: tuple[int | None, int, int] | None = None
    """A (year, month, day) near publication."""
    dated_weekday: int | None = None
    year: int | None = None
    month: int | None = None
    """The month of publication: ``20 أغسطس الجاري``."""
    looks: Direction | None = None


def published(prose: Prose) -> Published | None:
    """Return when the report was published, as exact as its evidence, or ``None``.

    ``اليوم الخميس`` beside a photo of ``الأربعاء 28 يوليو 2021`` → 2021-07-29, inferred, with both spans as evidence.
    A weekday that contradicts metadata by more than a day wins over it; the loser is in ``rivals``.
    Misses: years that only an office holder's name tells; clues in other reports.
    """
    read = _read(prose)
    if read is not None:
        return _checked(read, list(_clues(prose, _HEAD)))
    return _inferred(list(_clues(prose, len(prose.sentences))))


@cache
def _tagger() -> TimeTagger:
    return TimeTagger()


def _read(prose: Prose) -> Published | None:
    """Return what reading found, or what a frame line states."""
    document = prose.document
    if document.published is not None:
        return document.published
    if document.given:
        return Published(value=document.given, basis="given", trace="metadata")
    for frame in document.frame:
        stated = parse_date(document.text[frame.start : frame.end])
        if stated is not None:
            return Published(
                value=stated, basis="stated", evidence=(Span(start=frame.start, end=frame.end),), trace="date line"
            )
    return None


# ── clues ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _clues(prose: Prose, sentences: int) -> Iterator[Clue]:
    tagger, reader = _tagger(), Reader(None)
    for index in range(min(sentences, len(prose.sentences))):
        words = prose.words(index)
        reader.sentence(words)
        for rule, match in tagger.matches(words):
            clue = _clue(match, reader)
            if clue is not None:
                yield clue
            for found in tagger.read(rule, match, reader):
                if found.value and found.value[:4].isdigit() and "/" not in found.value and len(found.value) >= 4:
                    yield Clue(Span(start=found.start, end=found.end), year=int(found.value[:4]))


def _clue(match: Match, reader: Reader) -> Clue | None:
    """Return what the day expression of a match tells, ``None`` where it has none."""
    span = Span(start=match.start, end=match.end)
    weekday, number, month = match.number("w"), match.number("d"), match.number("m")
    rel = match.one("rel")
    says = None
    if weekday is not None and (rel is not None or match.one("today") is not None):
        says = (weekday - (int(str(rel.value)) if rel is not None else 0)) % 7
    if len(match.slots.get("d", ())) > 1 or number is None or month is None:
        return Clue(span, weekday=says) if says is not None else None
    day = (match.number("y"), month, number) if match.cat("yadj") == "" else None
    this_month = month if match.cat("madj") == "now" else None
    return Clue(span, says, day, weekday if rel is None else None, match.number("y"), this_month, reader.looks(match))


# ── a date from metadata, checked ───────────────────────────────────────────────────────────────────────────────


def _checked(read: Published, clues: list[Clue]) -> Published:
    day = day_of(read.value)
    weekdays = [clue for clue in clues if clue.weekday is not None]
    if day is None or not weekdays or read.basis == "inferred":
        return read
    agreeing = [clue for clue in weekdays if clue.weekday == day.weekday()]
    if agreeing:
        return read
    told = {clue.weekday for clue in weekdays}
    evidence = tuple(clue.span for clue in weekdays)
    if len(told) > 1:
        return read
    (weekday,) = told
    assert weekday is not None
    back = (day.weekday() - weekday) % 7
    found = day - timedelta(days=back) if back != 6 else day + timedelta(days=1)
    trace = f"{read.trace or read.basis}; the text was written on a {_WEEK[weekday]}"
    if abs((found - day).days) <= 1 or read.basis == "stated":
        return Published(
            value=read.value, basis=read.basis, evidence=read.evidence, trace=trace, rivals=(found.isoformat(),)
        )
    return Published(value=found.isoformat(), basis="inferred", evidence=evidence, trace=trace, rivals=(read.value,))


# ── a date from clues alone ─────────────────────────────────────────────────────────────────────────────────────


def _inferred(clues: list[Clue]) -> Published | None:
    told = sorted({clue.weekday for clue in clues if clue.weekday is not None})
    year = max((clue.year for clue in clues if clue.year is not None and 1990 <= clue.year <= 2100), default=None)
    days = [(clue, day) for clue in clues if (day := _anchor(clue, clues, year)) is not None]
    if not days:
        return _month_only(clues, year)
    if len(told) == 1:
        return _on_weekday(told[0], days, clues)
    rivals = tuple(f"a {_WEEK[weekday]}" for weekday in told)
    return _coarse(days, clues, rivals)


def _anchor(clue: Clue, clues: list[Clue], year: int | None) -> date | None:
    """Return the day that a dated clue names, its year found by its weekday near the years that the text states."""
    if clue.day is None:
        return None
    explicit, month, number = clue.day
    if explicit is not None:
        return make(explicit, month, number)
    if year is None:
        return None
    years = [y for y in range(year - _YEARS_APART, year + _YEARS_APART + 1) if _fits(y, clue, clues)]
    years.sort(key=lambda y: abs(y - year))
    if not years or (clue.dated_weekday is None and not _sibling(clue, clues)):
        return None
    return make(years[0], month, number) if len(years) == 1 or abs(years[0] - year) < abs(years[1] - year) else None


def _fits(year: int, clue: Clue, clues: list[Clue]) -> bool:
    """Say whether all dated weekdays of the text agree with that year."""
    for other in clues:
        if other.day is None or other.dated_weekday is None or other.day[0] is not None:
            continue
        day = make(year, other.day[1], other.day[2])
        if day is None or day.weekday() != other.dated_weekday:
            return False
    return True


def _sibling(clue: Clue, clues: list[Clue]) -> bool:
    return any(other.dated_weekday is not None and other.day is not None for other in clues)


def _on_weekday(weekday: int, days: list[tuple[Clue, date]], clues: list[Clue]) -> Published | None:
    """Return the day of that weekday nearest to a dated clue that it may follow."""
    ranked = []
    for clue, day in days:
        for step in range(-_NEAR, _NEAR + 1):
            near = day + timedelta(days=step)
            if (
                near.weekday() != weekday
                or (clue.looks == "past" and step < 0)
                or (clue.looks == "forward" and step > 0)
            ):
                continue
            later = sum(1 for other, known in days if other.looks == "past" and known > near)
            ranked.append((later, abs(step), -near.toordinal(), near, clue))
    if not ranked:
        return _coarse(days, clues, (f"a {_WEEK[weekday]}",))
    ranked.sort(key=lambda row: row[:3])
    _, away, _, best, clue = ranked[0]
    tied = sorted({row[3].isoformat() for row in ranked if row[:2] == ranked[0][:2] and row[3] != best})
    if away > 3 or tied:
        return _coarse(days, clues, tuple(tied))
    spans = [clue.span, *(other.span for other in clues if other.weekday == weekday)]
    trace = f"the {_WEEK[weekday]} of the text, by the date {days_text(clue)}"
    return Published(value=best.isoformat(), basis="inferred", evidence=tuple(dict.fromkeys(spans)), trace=trace)


def days_text(clue: Clue) -> str:
    """Return a dated clue as printed in a trace: ``28/7``."""
    return "" if clue.day is None else f"{clue.day[2]}/{clue.day[1]}"


def _coarse(days: list[tuple[Clue, date]], clues: list[Clue], rivals: tuple[str, ...]) -> Published | None:
    """Return the month of the latest day that the text looks back on, if it lies well inside that month."""
    past = [(day, clue) for clue, day in days if clue.looks != "forward"]
    if not past:
        return None
    latest, clue = max(past, key=lambda pair: pair[0])
    weekday_dated = clue.dated_weekday is not None or clue.month is not None
    if not weekday_dated or latest.day > 25:
        return None
    return Published(
        value=latest.isoformat()[:7],
        basis="inferred",
        evidence=(clue.span,),
        trace="the month of the latest day told",
        rivals=rivals,
    )


def _month_only(clues: list[Clue], year: int | None) -> Published | None:
    """``20 أغسطس الجاري`` gives the month; the year must be stated for that month itself."""
    for clue in clues:
        if clue.month is not None and clue.day is not None and clue.day[0] is not None:
            return Published(
                value=f"{clue.day[0]:04d}-{clue.month:02d}", basis="inferred", evidence=(clue.span,), trace="this month"
            )
    return None
