"""How likely each day is to be that of a report's publication, by other reports and the weekdays that it names.

A report that tells the same came out about the same day; a clause of another report that dates the same Monday names
the week; a weekday that the report names lies a known number of days back (lexicon/weekdaygaps.tsv). Like reports are
alternatives, of which one may be of the same day: their shares add. Multiplied, they were far too sure of themselves.

The shares were counted on 20,696 dated articles of January to June 2018 (quality/dating_counts.py); quality/dating.py
tests on July and August, hiding 10, 50 and 90 % of the dates. The weights below were set with an eye on all months.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from msgspec import Struct

from riwaya.lexicon import table
from riwaya.link.neighbours import Near
from riwaya.link.telling import known_day, telling
from riwaya.model import Clues, Said, Told

LEAST = 0.25  # likeness below which a report says nothing of another's day
_STEEP = 8.0
_REACH = 15  # days around a like report that its likeness speaks for
_UNKNOWN = 3.0  # how much speaks for a day that no other report gives
_YEAR = 365
_TEMPER = 0.9  # weekdays of one text are not independent
_LEAST_SHARE = 0.01
_SAME = 0.15  # the share of telling words from which two clauses may tell of one Monday
_CLAUSE = 50.0
_AGREEING = {(False, False): 1.0, (False, True): 1.7, (True, False): 1.2, (True, True): 5.0}  # both ahead, one place
_ONE_AHEAD = 0.6
_AHEAD = frozenset(("forward", "next", "part-forward"))
_YEARS = range(1900, 2200)
_DAY = len("2020-01-01")


class Known(Struct, frozen=True):
    """The day (proleptic ordinal) of a report, and how sure it is."""

    day: int
    trust: float


class Voice(Struct, frozen=True):
    """What one other report (index) says for one day; where a clause of it does, which day that clause dates."""

    weight: float
    other: int
    clause: Said | None = None
    event: str = ""


class Posterior:
    """The shares of the days: ``days`` those that the report's own words leave, ``against`` the others."""

    def __init__(self, reports: Sequence[Clues], at: int, near: Sequence[Near], known: Mapping[int, Known]) -> None:
        self.mine = reports[at]
        self.voices: dict[int, list[Voice]] = {}
        for one in near:
            if one.at in known:
                self._hear(reports[one.at], one, known[one.at])
        weekdays = _weekdays(self.mine.said)
        floor = _UNKNOWN / _YEAR
        scores = {
            day: (math.fsum(voice.weight for voice in voices) + floor) * weekdays[weekday(day)]
            for day, voices in sorted(self.voices.items())
        }
        elsewhere = floor * max(0, _YEAR - len(scores)) * math.fsum(weekdays) / 7
        self.days, self.against = _shares(scores, elsewhere, _within(self.mine))

    def _hear(self, other: Clues, near: Near, known: Known) -> None:
        if near.likeness > LEAST:
            weight = known.trust * (math.exp(_STEEP * near.likeness) - math.exp(_STEEP * LEAST))
            same = bool(other.outlet) and other.outlet == self.mine.outlet
            apart = _apart()[same, min(9, int(10 * near.likeness))]
            for step in range(-_REACH, _REACH + 1):
                voice = Voice(weight * apart[abs(step)], near.at)
                self.voices.setdefault(known.day + step, []).append(voice)
        for clause in self.mine.said:
            for event, worth in _same(clause, other).items():
                self._clause(clause, event, known.trust * _CLAUSE * worth * near.likeness / 7, near.at)

    def _clause(self, clause: Said, event: int, weight: float, other: int) -> None:
        """Let the week speak in which another report's clause dates that weekday, each day of publication alike.

        How likely each of them is comes in with the weekdays of the text.
        """
        for gap, likely in enumerate(gaps()[clause.kind, clause.place]):
            step = gap - 7 if gap and (clause.kind in _AHEAD or gap == 6) else gap
            voice = Voice(weight * likely ** (1 - _TEMPER), other, clause, date.fromordinal(event).isoformat())
            self.voices.setdefault(event + step, []).append(voice)


def ordinal(day: str) -> int | None:
    """Return the number of an ISO day; ``None`` of none and of days that no news is of."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return None
    return found.toordinal() if found.year in _YEARS else None


def weekday(day: int) -> int:
    """Return the weekday of a day by its number, Monday 0."""
    return (day - 1) % 7


@cache
def gaps() -> Mapping[tuple[str, str], tuple[float, ...]]:
    """Return (kind, place) → the likelihood of each number of days since a weekday so named, 1 on average."""
    found = {}
    for row in table("weekdaygaps"):
        counted = [max(_LEAST_SHARE, float(row[f"d{gap}"]) / 100) for gap in range(7)]
        found[row["kind"], row["place"]] = tuple(7 * share / sum(counted) for share in counted)
    return found


def _same(clause: Said, other: Clues) -> dict[int, float]:
    """Return the days to which the other report may date what a weekday of this one names, and how alike they are."""
    best: dict[int, float] = {}
    for told in other.told:
        day = ordinal(told.day)
        if day is None or weekday(day) != clause.weekday or (share := _shared(clause.words, told.words)) < _SAME:
            continue
        best[day] = max(share * _agreement(clause, told, known_day(other.published)), best.get(day, 0.0))
    return best


def _agreement(clause: Said, told: Told, published: str) -> float:
    """Return what it is worth that two clauses name one place, and that both or only one look ahead to the day."""
    later, ahead = told.day > published, clause.kind in _AHEAD
    alike = _AGREEING[later and ahead, not set(clause.places).isdisjoint(told.places)]
    return alike * (_ONE_AHEAD if later and not ahead else 1.0)


def _shared(left: Sequence[str], right: Sequence[str]) -> float:
    """Return the share of what the words of the shorter clause tell that the other has too."""
    both = math.fsum(sorted(telling(word) for word in set(left) & set(right)))
    least = min(math.fsum(map(telling, left)), math.fsum(map(telling, right)))
    return both / least if least else 0.0


@cache
def _apart() -> Mapping[tuple[bool, int], tuple[float, ...]]:
    """Return (same outlet, likeness in tenths) → the share of each number of days apart, up to ``_REACH``."""
    found = {}
    for row in table("daysapart"):
        steps = ("d0", "d1", "d2", "d2", *("d4",) * 4, *("d8",) * 8)
        key = (row["outlet"] == "same", round(10 * float(row["likeness"])))
        found[key] = tuple(float(row[step]) / 100 for step in steps)
    return found


def _weekdays(said: Iterable[Said]) -> list[float]:
    """Return how likely each weekday of publication is, 1 where nothing is known."""
    logs = [0.0] * 7
    for one in said:
        for gap, likely in enumerate(gaps()[one.kind, one.place]):
            logs[(one.weekday + gap) % 7] += _TEMPER * math.log(likely)
    return [math.exp(log) for log in logs]


def _shares(
    scores: Mapping[int, float], elsewhere: float, bounds: tuple[int, int]
) -> tuple[dict[int, float], dict[int, float]]:
    """Return the shares of the days within the bounds among themselves, and of the others among all."""
    first, last = bounds
    total = math.fsum(scores.values()) + elsewhere
    against = {day: score / total for day, score in scores.items() if not first <= day < last}
    inside = {day: score for day, score in scores.items() if first <= day < last}
    total = math.fsum(inside.values()) + elsewhere * min(1.0, (last - first) / _YEAR)
    return {day: score / total for day, score in inside.items()}, against


def _within(mine: Clues) -> tuple[int, int]:
    """Return the days [first, last) that a report's own words leave, and when it was found."""
    first, last = _of_value(mine.published.value if mine.published is not None else "")
    found = ordinal((mine.crawled or "")[:_DAY])
    return first, last if found is None else min(last, found + 1)


def _of_value(value: str) -> tuple[int, int]:
    """Return the days [first, last) of a month or year, all days where it is neither."""
    parts = value.split("-")
    if not value or len(parts) > 2 or not all(part.isdigit() for part in parts):
        return 1, date.max.toordinal()
    year, month = int(parts[0]), int(parts[1]) if len(parts) > 1 else 0
    if year not in _YEARS or month > 12:
        return 1, date.max.toordinal()
    if not month:
        return date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal()
    following = date(year, month, 28) + timedelta(days=4)
    return date(year, month, 1).toordinal(), following.replace(day=1).toordinal()
