"""When a report was published, from its own words: a small constraint problem over weekdays, dates and years.

What reading found (given or stated) is checked against the text; else every clue bounds the day: ``اليوم الخميس``
says its weekday, ``الأربعاء 28 يوليو`` fixes a year by the calendar, explicit years bound that year.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from riwaya.annotate.prose import Prose
from riwaya.annotate.times import TimeTagger
from riwaya.annotate.times.days import make
from riwaya.annotate.times.moment import day_of
from riwaya.annotate.times.reading import Match, Reader
from riwaya.annotate.times.tense import Direction
from riwaya.arabic.dates import parse_date
from riwaya.model import Published, Span

_HEAD = 8
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
    exact: bool = False
    """Whether that year comes with a month."""
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
                    yield Clue(
                        Span(start=found.start, end=found.end), year=int(found.value[:4]), exact="-" in found.value
                    )


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
    return Clue(
        span,
        weekday=says,
        day=day,
        dated_weekday=weekday if rel is None else None,
        year=match.number("y"),
        exact=True,
        month=this_month,
        looks=reader.looks(match),
    )


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
    year = _year(clues)
    if year is None:
        return None
    days = [(clue, day) for clue in clues if (day := _anchor(clue, clues, year)) is not None]
    if not days:
        return _month_only(clues, year)
    if len(told) == 1:
        found = _on_weekday(told[0], days)
        spans = [clue.span for clue in clues if clue.weekday == told[0]]
        return found if found is None else replace(found, evidence=tuple(dict.fromkeys((*found.evidence, *spans))))
    return _coarse(days, tuple(f"a {_WEEK[weekday]}" for weekday in told)) if told else None


def _year(clues: list[Clue]) -> int | None:
    """Return the latest year that the text states, if it may be the present one.

    A lone year may be long past (one in seven fits any weekday by chance): a month or day stands beside it, and the
    text names it again, or the year before it, in the same way; a full date with its weekday is enough by itself.
    """
    stated = [clue for clue in clues if clue.year is not None and 1990 <= clue.year <= 2100]
    latest = max((clue.year for clue in stated if clue.year is not None), default=0)
    near = {clue.span for clue in stated if clue.exact and clue.year in (latest, latest - 1)}
    now = any(clue.exact and clue.year == latest for clue in stated)
    full = any(clue.day is not None and clue.day[0] == latest and clue.dated_weekday is not None for clue in clues)
    return latest if now and (full or len(near) > 1) else None


def _anchor(clue: Clue, clues: list[Clue], year: int) -> date | None:
    """Return the day of a weekday with its date, in the latest year of the text if the calendar agrees.

    Only dates that carry their weekday count: the press names the weekday of what is near, not of history.
    """
    if clue.day is None or clue.dated_weekday is None or clue.day[0] not in (None, year) or not _fits(year, clues):
        return None
    day = make(year, clue.day[1], clue.day[2])
    return day if day is not None and day.weekday() == clue.dated_weekday else None


def _fits(year: int, clues: list[Clue]) -> bool:
    """Say whether all dated weekdays of the text agree with that year."""
    for clue in clues:
        if clue.day is None or clue.dated_weekday is None or clue.day[0] is not None:
            continue
        day = make(year, clue.day[1], clue.day[2])
        if day is None or day.weekday() != clue.dated_weekday:
            return False
    return True


def _on_weekday(weekday: int, days: list[tuple[Clue, date]]) -> Published | None:
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
        return _coarse(days, (f"a {_WEEK[weekday]}",))
    ranked.sort(key=lambda row: row[:3])
    _, away, _, best, clue = ranked[0]
    tied = sorted({row[3].isoformat() for row in ranked if row[:2] == ranked[0][:2] and row[3] != best})
    if away > 3 or tied:
        return _coarse(days, tuple(tied))
    trace = f"the {_WEEK[weekday]} of the text, by the date {_text(clue)}"
    return Published(value=best.isoformat(), basis="inferred", evidence=(clue.span,), trace=trace)


def _text(clue: Clue) -> str:
    """Return a dated clue as printed in a trace: ``28/7``."""
    return "" if clue.day is None else f"{clue.day[2]}/{clue.day[1]}"


def _coarse(days: list[tuple[Clue, date]], rivals: tuple[str, ...]) -> Published | None:
    """Return the month of the latest day that the text looks back on, if it lies well inside that month.

    A date printed with its year is often of another month: it gives none.
    """
    past = [(day, clue) for clue, day in days if clue.looks != "forward"]
    if not past:
        return None
    latest, clue = max(past, key=lambda pair: pair[0])
    if (clue.day is not None and clue.day[0] is not None) or latest.day > 25:
        return None
    return Published(
        value=latest.isoformat()[:7],
        basis="inferred",
        evidence=(clue.span,),
        trace="the month of the latest day told",
        rivals=rivals,
    )


def _month_only(clues: list[Clue], year: int) -> Published | None:
    """``20 أغسطس 2020 الجاري`` gives the month; without a year of its own it stays unknown."""
    for clue in clues:
        if clue.month is not None and clue.day is not None and clue.day[0] == year:
            value = f"{year:04d}-{clue.month:02d}"
            return Published(value=value, basis="inferred", evidence=(clue.span,), trace="this month")
    return None
