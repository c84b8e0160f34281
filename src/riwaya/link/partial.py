"""Dates that a report leaves incomplete and its story completes: ``الجمعة 15 يوليو`` (Friday 15 July) of no year.

A report whose day of publication is unknown has dates without a year and weekdays of no week. Other reports of the
story may settle them: the only year near it in which 15 July is a Friday, the only year that it tells of in August,
or the one Monday of which another report tells the same. Where they don't, the date stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from datetime import date

from msgspec.structs import replace

from riwaya.link.happening import Happening
from riwaya.model import Status

ALIKE = 0.15  # the share of rare words by which two reports tell of one Monday
MOST = 500  # happenings of one weekday that an undated one is compared with
MARGIN = 1.3  # and by how much it must be above the next Monday's
_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)$")
_WEEKDAY = re.compile(r"XXXX-WXX-(\d)$")

Dated = tuple[int, Happening]  # the report's number, and what it dates
Likeness = Callable[[Happening, Happening], float]


def incomplete(value: str) -> bool:
    """Say whether a time value is a day that lacks its year or week: ``XXXX-07-15``, ``XXXX-WXX-5``."""
    return bool(_YEARLESS.match(value) or _WEEKDAY.match(value))


def completed(found: Sequence[Dated], days: Iterable[int], alike: Likeness) -> list[Dated]:
    """Return the happenings of a story with completed dates; what stays incomplete has no date, and goes unless main.

    ``days`` are the days of publication (proleptic ordinals) that are known. Misses: stories that last for years.
    """
    if not any(incomplete(one.date) for _, one in found):
        return list(found)
    months = {other.date[:7] for _, other in found if re.match(r"\d{4}-\d\d", other.date)}
    months |= {date.fromordinal(day).isoformat()[:7] for day in days}
    told = [(at, _with_year(one, months)) for at, one in found]
    weekdays = _by_weekday(told)
    told = [(at, _in_week(at, one, weekdays, alike)) for at, one in told]
    settled = _settled(told)
    mended = [(at, _by_today(one, settled.get(at, {}))) for at, one in told]
    left = [(at, replace(one, date="", precision="unknown") if incomplete(one.date) else one) for at, one in mended]
    return [(at, one) for at, one in left if one.date or one.main]


def _on(one: Happening, day: date) -> Happening:
    until = date.fromordinal(day.toordinal() + 1)
    return replace(one, date=day.isoformat(), from_=day.isoformat(), until=until.isoformat())


def _with_year(one: Happening, months: Set[str]) -> Happening:
    match = _YEARLESS.match(one.date)
    if match is None:
        return one
    around = {int(month[:4]) for month in months}
    if not around:
        return one
    if one.weekday is None:
        years = [year for year in sorted(around) if f"{year}-{match[1]}" in months]
    else:
        years = list(range(min(around) - 1, max(around) + 2))
    fits = [day for year in years if (day := _day(year, int(match[1]), int(match[2])))]
    fits = [day for day in fits if one.weekday in (None, day.weekday())]
    return _on(one, fits[0]) if len(fits) == 1 else one


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _by_weekday(told: Iterable[Dated]) -> dict[int, list[Dated]]:
    """Return what is dated to the day by its weekday (Monday 1): for each only the first ``MOST`` are compared."""
    found: dict[int, list[Dated]] = {}
    for at, one in told:
        if (day := _exact(one)) is not None:
            found.setdefault(day.isoweekday(), []).append((at, one))
    return {day: listed[:MOST] for day, listed in found.items()}


def _settled(told: Iterable[Dated]) -> dict[int, dict[date, Status]]:
    """Return for each report the days that a weekday printed in it has been found to be, and what is told of them."""
    found: dict[int, dict[date, Status]] = {}
    for at, one in told:
        if one.weekday is not None and (day := _exact(one)) is not None:
            found.setdefault(at, {})[day] = one.status
    return found


def _in_week(at: int, one: Happening, told: Mapping[int, Sequence[Dated]], alike: Likeness) -> Happening:
    """A weekday is the day of that name on which another report dates the same, if one is much the likest."""
    match = _WEEKDAY.match(one.date)
    if match is None or one.today:
        return one
    best: dict[str, float] = {}
    for other_at, other in told.get(int(match[1]), ()):
        if other_at != at:
            best[other.date[:10]] = max(best.get(other.date[:10], 0.0), alike(one, other))
    ranked = sorted(((value, day) for day, value in best.items()), reverse=True)
    if not ranked or ranked[0][0] < ALIKE or (len(ranked) > 1 and ranked[0][0] < MARGIN * ranked[1][0]):
        return one
    return _on(one, date.fromisoformat(ranked[0][1]))


def _exact(one: Happening) -> date | None:
    return date.fromisoformat(one.date[:10]) if re.match(r"\d{4}-\d\d-\d\d", one.date) else None


def _by_today(one: Happening, days: Mapping[date, Status]) -> Happening:
    """``اليوم الأحد`` in a report that tells of one settled Monday to come is the Sunday before it."""
    match = _WEEKDAY.match(one.date)
    if match is None or not one.today:
        return one
    found: set[date] = set()
    for day, status in days.items():
        gap = (day.isoweekday() - int(match[1])) % 7
        step = -gap if status == "planned" else (7 - gap) % 7
        found.add(date.fromordinal(day.toordinal() + step))
    return _on(one, found.pop()) if len(found) == 1 else one
