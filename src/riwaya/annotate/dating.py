"""When a report was published, from its own words: a small constraint problem over weekdays, dates and years.

What reading found (given or stated) is checked against the text; else every clue bounds the day: ``اليوم الخميس``
says its weekday, ``الأربعاء 28 يوليو`` fixes a year by the calendar, explicit years and terms of office bound it.
"""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from riwaya.annotate.clues import Clue, clues_of, stated_year
from riwaya.annotate.incumbents import Bounds, incumbents
from riwaya.annotate.prose import Prose
from riwaya.annotate.times.days import make
from riwaya.annotate.times.moment import day_of
from riwaya.arabic.dates import parse_date
from riwaya.model import Published, Span

_HEAD = 8
_DAY = len("2020-01-01")
_NEAR = 6
_LONGEST_TERM = 75
"""Months within which a weekday and its date come but once or twice."""
_EARLY_IN_MONTH = 20
_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def published(prose: Prose) -> Published | None:
    """Return when the report was published, as exact as its evidence, or ``None``.

    ``اليوم الخميس`` beside a photo of ``الأربعاء 28 يوليو 2021`` → 2021-07-29, inferred, with both spans as evidence.
    A weekday that contradicts metadata by more than a day wins over it; the loser is in ``rivals``.
    Where no day follows, a month or a year is given: ``20 أغسطس الجاري`` in a report on a minister of 2020 → 2020-08.
    Misses: clues in other reports; years of officers outside lexicon/incumbents.tsv.
    """
    read = _read(prose)
    if read is not None:
        return _checked(read, [clue for clue in clues_of(prose, _HEAD, weekdays=True) if clue.weekday is not None])
    clues = list(clues_of(prose, len(prose.sentences)))
    found = _inferred(clues, incumbents(prose), stated_year(prose))
    crawled = day_of(prose.document.crawled)
    return found if crawled is None else _by_crawl(found, clues, crawled)


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


# ── a date by when it was found ─────────────────────────────────────────────────────────────────────────────────


def _by_crawl(found: Published | None, clues: list[Clue], crawled: date) -> Published | None:
    """Return the last day of the text's own weekday before somebody found the report there.

    Counted on 430 articles of July 2015 whose address has the date: 97 in a hundred are of that day. What was inferred
    otherwise must agree, and no dated weekday may be wrong for that year; else the two are rivals. What was inferred to
    be later than that is wrong and goes.
    """
    if found is not None and found.value[:_DAY] > crawled.isoformat()[: len(found.value)]:
        found = None
    today = [clue for clue in clues if clue.weekday is not None]
    told = {clue.weekday for clue in today}
    if len(told) != 1 or (found is not None and len(found.value) >= _DAY):
        return found
    day = crawled - timedelta(days=(crawled.weekday() - today[0].weekday) % 7)  # type: ignore[operator]
    if (found is not None and not day.isoformat().startswith(found.value)) or not _fits_near(day, clues):
        return None if found is None else replace(found, rivals=(*found.rivals, day.isoformat()))
    evidence = tuple(dict.fromkeys(clue.span for clue in today))
    trace = f"the last {_WEEK[day.weekday()]} before it was found on {crawled.isoformat()}"
    return Published(value=day.isoformat(), basis="inferred", evidence=evidence, trace=trace)


def _fits_near(day: date, clues: list[Clue]) -> bool:
    """Say whether the weekdays with dates of the text agree with that year or the ones beside it."""
    return any(_fits(year, clues) for year in (day.year, day.year - 1, day.year + 1))


# ── a date from clues alone ─────────────────────────────────────────────────────────────────────────────────────


def _inferred(clues: list[Clue], held: Bounds, stated: tuple[int, Span] | None) -> Published | None:
    """Return what a year that the text names twice leads to, else what the only possible year does."""
    told = sorted({clue.weekday for clue in clues if clue.weekday is not None})
    year = _year(clues)
    if year is not None and _inside(year, held):
        found = _of_year(clues, told, year) or _month_only(clues, year, (year,))
        if found is not None:
            return found
    only, by = _bounded_year(clues, held, stated)
    if only is None:
        return None
    found = _of_year(clues, told, only) or _month_only(clues, only, (None, only))
    if found is None:
        trace = "the year, by who holds office or a year called this one"
        found = Published(value=f"{only:04d}", basis="inferred", trace=trace)
    rivals = found.rivals if year in (None, only) else (*found.rivals, f"{year:04d}")
    return replace(found, evidence=tuple(dict.fromkeys((*found.evidence, *by))), rivals=rivals)


def _of_year(clues: list[Clue], told: list[int], year: int) -> Published | None:
    """Return the day, or the month, that the dated clues of that year give with the weekday of the report."""
    days = [(clue, day) for clue in clues if (day := _anchor(clue, clues, year)) is not None]
    if not days:
        return None
    if not told:
        return _opening(days)
    if len(told) > 1:
        return _coarse(days, tuple(f"a {_WEEK[weekday]}" for weekday in told))
    found = _on_weekday(told[0], days)
    spans = [clue.span for clue in clues if clue.weekday == told[0]]
    return found if found is None else replace(found, evidence=tuple(dict.fromkeys((*found.evidence, *spans))))


def _inside(year: int, held: Bounds) -> bool:
    """Say whether some month of that year is within the bounds."""
    return (held.first is None or year >= held.first // 12) and (held.last is None or year <= held.last // 12)


def _bounded_year(
    clues: list[Clue], held: Bounds, stated: tuple[int, Span] | None
) -> tuple[int | None, tuple[Span, ...]]:
    """Return the only year that terms of office, dated weekdays and months called this one leave, and what says so."""
    if stated is not None and _inside(stated[0], held):
        return stated[0], (stated[1],)
    if held.first is None or held.last is None or held.last - held.first > _LONGEST_TERM:
        return None, ()
    exact = [clue.day[0] for clue in clues if clue.day is not None and clue.day[0] and clue.looks == "past"]
    floor = max((year for year in exact if _inside(year, held)), default=held.first // 12)
    dated = [clue for clue in clues if clue.day is not None and clue.day[0] is None]
    weekdays = [clue for clue in dated if clue.dated_weekday is not None]
    now = [clue for clue in dated if clue.month is not None]
    left = [
        year
        for year in range(max(floor, held.first // 12), held.last // 12 + 1)
        if _fits(year, clues)
        and all(_near(year, clue, held, 2) for clue in weekdays)
        and all(_near(year, clue, held, 0) for clue in now)
    ]
    return (left[0], held.evidence) if len(left) == 1 else (None, ())


def _near(year: int, clue: Clue, held: Bounds, slack: int) -> bool:
    """Say whether the month of a dated clue in that year is within the bounds, give or take some months."""
    assert clue.day is not None
    assert held.first is not None
    assert held.last is not None
    return held.first - slack <= year * 12 + clue.day[1] - 1 <= held.last + slack


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
                or (clue.looks in ("forward", "present") and step > 0)
            ):
                continue
            later = sum(1 for other, known in days if other.looks == "past" and known > near)
            ranked.append((later, abs(step), -near.toordinal(), near, clue))
    if not ranked:
        return _coarse(days, (f"a {_WEEK[weekday]}",))
    ranked.sort(key=lambda row: row[:3])
    _, away, _, best, clue = ranked[0]
    tied = sorted({row[3].isoformat() for row in ranked if row[:2] == ranked[0][:2] and row[3] != best})
    if away > (3 if clue.looks else 2) or tied:
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


def _opening(days: list[tuple[Clue, date]]) -> Published | None:
    """Return the month of a full date with its weekday early in a report that looks back on it.

    Counted on the openings of 22,000 articles: published within eleven days of it, seldom on the day itself.
    """
    full = [(clue, day) for clue, day in days if clue.day is not None and clue.day[0] is not None and clue.early]
    if len(full) != len(days) or any(clue.looks in ("forward", "present") for clue, _ in full):
        return None
    latest, clue = max(((day, clue) for clue, day in full), key=lambda pair: pair[0])
    if latest.day > _EARLY_IN_MONTH:
        return None
    trace = "the month of the full date that opens the report"
    return Published(value=latest.isoformat()[:7], basis="inferred", evidence=(clue.span,), trace=trace)


def _month_only(clues: list[Clue], year: int, printed: tuple[int | None, ...]) -> Published | None:
    """``20 أغسطس الجاري`` gives the month of a known year; ``printed``: which years may stand with it."""
    for clue in clues:
        if clue.month is not None and clue.day is not None and clue.day[0] in printed:
            value = f"{year:04d}-{clue.month:02d}"
            return Published(value=value, basis="inferred", evidence=(clue.span,), trace="this month")
    return None
