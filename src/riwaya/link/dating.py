"""When undated reports of a batch or store were published, by the dated ones: a posterior over days.

A report that tells the same (rare words in common) came out about the same day; a weekday that the undated one names
lies a known number of days back (lexicon/weekdaygaps.tsv); a clause of another report that dates the same Monday names
the week. Each is a likelihood over days, their product the answer: a day, week or month where enough of it lies there,
else nothing. The shares were counted on 26,100 dated articles, the date of a tenth of them hidden (quality/dating.py).

Reports that have been dated so date others in the next round. The result depends on the set of reports alone.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from sys import intern

from msgspec import Struct
from msgspec.structs import replace

from riwaya.lexicon import table
from riwaya.link.neighbours import Near, Neighbours
from riwaya.link.telling import known_day, telling
from riwaya.model import Clues, Published, Said, Span, Told

SURE_DAY = 0.65
SURE_WEEK = 0.85
SURE_MONTH = 0.9
RIVAL = 0.1
ROUNDS = 6
LEAST = 0.25  # likeness below which a report says nothing of another's day
_STEEP = 8.0
_REACH = 15  # days around a like report that its likeness speaks for
_DAY = len("2020-01-01")
_UNKNOWN = 3.0  # how much speaks for a day that no like report gives
_YEAR = 365
_TEMPER = 0.9  # weekdays of one text are not independent
_LEAST_SHARE = 0.01
_SAME = 0.15  # the share of telling words from which two clauses may tell of one Monday
_CLAUSE = 50.0
_AGREEING = {(False, False): 1.0, (False, True): 1.7, (True, False): 1.2, (True, True): 5.0}  # both ahead, one place
_ONE_AHEAD = 0.6
_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_AHEAD = frozenset(("forward", "next", "part-forward"))


class _Dated(Struct, frozen=True):
    """A report whose day is known, and how surely."""

    day: int
    trust: float


class _Voice(Struct, frozen=True):
    """What one other report says for one day, and how."""

    weight: float
    other: int
    clause: Said | None = None
    event: str = ""


def dated(reports: Iterable[Clues]) -> dict[str, Published]:
    """Return by document id when the reports were published whose own words give no day, as far as others tell.

    ``نشرت اليوم الأحد`` beside reports of 23 and 29 July 2021 that tell the same → 2021-07-25. What the report's own
    words give coarsely (a month) bounds the answer. Misses: undated reports that are alone on their subject.
    """
    every = sorted(map(_interned, reports), key=lambda one: (one.key, one.id))
    known = {
        at: _Dated(date.fromisoformat(day).toordinal(), 1.0)
        for at, one in enumerate(every)
        if (day := known_day(one.published))
    }
    left = [at for at in range(len(every)) if at not in known]
    if not known or not left:
        return {}
    nearest = Neighbours(every)
    near = {at: nearest.of(at) for at in left}
    found: dict[int, Published] = {}
    for _ in range(ROUNDS):
        told = {at: _Posterior(every, at, near[at], known) for at in left}
        answers = {at: answer for at, one in told.items() if (answer := one.answer()) is not None}
        found |= answers
        fresh = {
            at: _Dated(date.fromisoformat(day).toordinal(), told[at].best)
            for at, one in answers.items()
            if (day := known_day(one))
        }
        known |= fresh
        left = [at for at in left if at not in fresh]
        if not fresh:
            break
    return {every[at].id: one for at, one in sorted(found.items())}


def _interned(one: Clues) -> Clues:
    """Let reports share their words: thousands of them fit into memory."""
    told = tuple(replace(each, words=tuple(map(intern, each.words))) for each in one.told)
    return replace(one, words=tuple(map(intern, one.words)), told=told)


@cache
def gaps() -> Mapping[tuple[str, str], tuple[float, ...]]:
    """Return (kind, place) → the likelihood of each number of days since a weekday so named, 1 on average."""
    found = {}
    for row in table("weekdaygaps"):
        counted = [max(_LEAST_SHARE, float(row[f"d{gap}"]) / 100) for gap in range(7)]
        found[row["kind"], row["place"]] = tuple(7 * share / sum(counted) for share in counted)
    return found


class _Posterior:
    """What speaks for each day of one report's publication."""

    def __init__(self, every: Sequence[Clues], at: int, near: Sequence[Near], known: Mapping[int, _Dated]) -> None:
        self._every, self._mine = every, every[at]
        self._voices: dict[int, list[_Voice]] = {}
        for one in near:
            if one.at in known:
                self._hear(one, known[one.at])
        self._weekdays = _weekdays(self._mine.said)
        first, last = _within(self._mine)
        scores = {
            day: (math.fsum(voice.weight for voice in voices) + _UNKNOWN / _YEAR) * self._weekdays[_weekday(day)]
            for day, voices in sorted(self._voices.items())
        }
        elsewhere = _UNKNOWN * max(0.0, 1 - len(scores) / _YEAR) * math.fsum(self._weekdays) / 7
        total = math.fsum(scores.values()) + elsewhere
        self.against = {day: score / total for day, score in scores.items() if not first <= day < last}
        inside = {day: score for day, score in scores.items() if first <= day < last}
        total = math.fsum(inside.values()) + elsewhere * min(1.0, (last - first) / _YEAR)
        self.days = {day: score / total for day, score in inside.items()} if total else {}
        self.best = max(self.days.values(), default=0.0)

    def _hear(self, near: Near, known: _Dated) -> None:
        if near.likeness > LEAST:
            weight = known.trust * (math.exp(_STEEP * near.likeness) - math.exp(_STEEP * LEAST))
            for step in range(-_REACH, _REACH + 1):
                share = _nearness(abs(step), near.likeness)
                self._voices.setdefault(known.day + step, []).append(_Voice(weight * share, near.at))
        for clause in self._mine.said:
            self._same(near, clause, known.trust)

    def _same(self, near: Near, clause: Said, trust: float) -> None:
        """Let clauses of the other report speak that date what a weekday of this one names."""
        best: dict[str, float] = {}
        for told in self._every[near.at].told:
            share = _shared(clause.words, told.words)
            if share >= _SAME and date.fromisoformat(told.day).weekday() == clause.weekday:
                best[told.day] = max(share * self._agree(near, clause, told), best.get(told.day, 0.0))
        for event, worth in best.items():
            weight = trust * _CLAUSE * worth * near.likeness / 7
            for gap, likely in enumerate(gaps()[clause.kind, clause.place]):
                step = gap - 7 if gap and (clause.kind in _AHEAD or gap == 6) else gap
                on = date.fromisoformat(event).toordinal() + step
                # how likely that gap is comes in with the weekdays: here the week speaks, and each of its days alike
                voice = _Voice(weight * likely ** (1 - _TEMPER), near.at, clause, event)
                self._voices.setdefault(on, []).append(voice)

    def _agree(self, near: Near, clause: Said, told: Told) -> float:
        """Return what it is worth that two clauses name one place, and that both or only one look ahead to the day."""
        later, ahead = told.day > known_day(self._every[near.at].published), clause.kind in _AHEAD
        return _AGREEING[later and ahead, not set(clause.places).isdisjoint(told.places)] * (
            _ONE_AHEAD if later and not ahead else 1.0
        )

    def answer(self) -> Published | None:
        """Return the day, week or month that is sure enough."""
        if not self.days:
            return None
        day = max(self.days, key=lambda one: (self.days[one], -one))
        if self.days[day] >= SURE_DAY:
            return self._published(date.fromordinal(day).isoformat(), day)
        for sure, name in ((SURE_WEEK, _week), (SURE_MONTH, _month)):
            shares: dict[str, float] = {}
            for one, share in self.days.items():
                shares[name(one)] = shares.get(name(one), 0.0) + share
            value = max(shares, key=lambda one: (shares[one], one))
            if shares[value] >= sure and _finer(value, self._mine.published):
                return self._published(
                    value, max((one for one in self.days if name(one) == value), key=self.days.__getitem__)
                )
        return None

    def _published(self, value: str, day: int) -> Published:
        own = self._mine.published
        voice = max(self._voices[day], key=lambda one: (one.weight, -one.other))
        said = [one for one in self._mine.said if len(value) == 10 and self._speaks(one, day)]
        evidence = [Span(start=one.start, end=one.end) for one in said]
        rivals = [
            date.fromordinal(one).isoformat()
            for one in self._ranked()
            if not date.fromordinal(one).isoformat().startswith(value) and name_of(value, one) != value
        ]
        return Published(
            value=value,
            basis="inferred",
            evidence=tuple(dict.fromkeys((*(own.evidence if own else ()), *evidence))),
            trace=self._trace(voice, said),
            rivals=tuple(rivals),
            others=(self._every[voice.other].id,),
        )

    def _ranked(self) -> list[int]:
        both = {**self.days, **self.against}
        return sorted((day for day, share in both.items() if share >= RIVAL), key=lambda day: (-both[day], day))[:3]

    def _speaks(self, one: Said, day: int) -> bool:
        return gaps()[one.kind, one.place][(_weekday(day) - one.weekday) % 7] > 1

    def _trace(self, voice: _Voice, said: Sequence[Said]) -> str:
        other = self._every[voice.other]
        shared = "، ".join(_common(self._mine, other))
        weekday = f"the {_WEEK[said[0].weekday]} of the text, " if said else ""
        if voice.clause is not None:
            return (
                f"{weekday}its {_WEEK[voice.clause.weekday]} is the {voice.event} of {other.doc}; both tell of {shared}"
            )
        return f"{weekday}by the like report {other.doc}; both tell of {shared}"


def name_of(value: str, day: int) -> str:
    """Return the week or month of a day, whichever kind the value is; the day itself where it is neither."""
    return _week(day) if "W" in value else _month(day) if len(value) == 7 else date.fromordinal(day).isoformat()


def _weekday(day: int) -> int:
    return (day - 1) % 7


def _week(day: int) -> str:
    """Return the week of a day as TIMEX3 has it; it begins on Sunday and has the number of its Monday."""
    year, number, _ = date.fromordinal(day + (1 if _weekday(day) == 6 else 0)).isocalendar()
    return f"{year:04d}-W{number:02d}"


def _month(day: int) -> str:
    return date.fromordinal(day).isoformat()[:7]


def _nearness(away: int, likeness: float) -> float:
    """Return the share of reports so like that appeared so many days apart, in one direction."""
    if away == 0:
        return 0.35 + 0.6 * max(0.0, likeness - 0.4)
    if away == 1:
        return 0.18 * (1.3 - likeness)
    if away <= 3:
        return 0.05 * (1.2 - likeness)
    return (0.02 if away <= 7 else 0.006) * (1.1 - likeness)


def _weekdays(said: Iterable[Said]) -> list[float]:
    """Return how likely each weekday of publication is, 1 where nothing is known."""
    known = gaps()
    logs = [0.0] * 7
    for one in said:
        for gap, likely in enumerate(known[one.kind, one.place]):
            logs[(one.weekday + gap) % 7] += _TEMPER * math.log(likely)
    return [math.exp(log) for log in logs]


def _shared(left: Sequence[str], right: Sequence[str]) -> float:
    """Return the share of what the words of the shorter clause tell that the other has too."""
    both = math.fsum(sorted(telling(word) for word in set(left) & set(right)))
    least = min(math.fsum(map(telling, left)), math.fsum(map(telling, right)))
    return both / least if least else 0.0


def _common(mine: Clues, other: Clues) -> list[str]:
    theirs = set(other.words)
    printed = [form for word, form in zip(mine.words, mine.printed, strict=True) if word in theirs]
    return printed[:3]


def _within(mine: Clues) -> tuple[int, int]:
    """Return the days [first, last) that a report's own words leave, and when it was found."""
    first, last = _of_value(mine.published.value if mine.published is not None else "")
    day = mine.crawled[:_DAY] if mine.crawled else ""
    return first, min(last, date.fromisoformat(day).toordinal() + 1) if len(day) == _DAY else last


def _of_value(value: str) -> tuple[int, int]:
    """Return the days [first, last) of a month or year, all days where it is neither."""
    parts = value.split("-")
    if not all(part.isdigit() for part in parts) or not value:
        return 1, date.max.toordinal()
    year, month = int(parts[0]), int(parts[1]) if len(parts) > 1 else 0
    if month:
        following = date(year, month, 28) + timedelta(days=4)
        return date(year, month, 1).toordinal(), following.replace(day=1).toordinal()
    return date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal()


def _finer(value: str, own: Published | None) -> bool:
    return own is None or len(value) > len(own.value)
