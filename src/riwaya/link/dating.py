"""When undated reports of a batch or store were published, by the dated ones: a day, a week, a month or nothing.

Reports that have been dated so date others in the next round. The result depends on the set of reports alone.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date
from sys import intern

from msgspec.structs import replace

from riwaya.link.neighbours import Near, Neighbours, nearest
from riwaya.link.posterior import Known, Posterior, Voice, gaps, ordinal, weekday
from riwaya.link.telling import known_day
from riwaya.model import Clues, Published, Said, Span

SURE_DAY = 0.62
SURE_WEEK = 0.85
SURE_MONTH = 0.9
RIVAL = 0.1
ROUNDS = 6
_MOST_RIVALS = 3
_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def dated(reports: Iterable[Clues]) -> dict[str, Published]:
    """Return by document id when the reports were published whose own words give no day, as far as others tell.

    ``نشرت اليوم الأحد`` (published today, Sunday) beside reports of 23 and 29 July 2021 that tell the same →
    2021-07-25. What its own words give coarsely, a month, bounds the answer; where all speaks for a day outside it,
    that day is told as a rival. Misses: undated reports that are alone on their subject.
    """
    return _Dating(sorted(map(_interned, reports), key=_order)).through()


def _order(one: Clues) -> tuple[str, tuple[str, ...], tuple[int, ...], str, str, str]:
    """Order reports by what they say; names, which are somebody's folders, only part those that say the same."""
    return known_day(one.published), one.words, one.weights, one.outlet, one.key, one.id


def _interned(one: Clues) -> Clues:
    """Let reports share their words: thousands of them fit into memory."""
    told = tuple(replace(each, words=tuple(map(intern, each.words))) for each in one.told)
    return replace(one, words=tuple(map(intern, one.words)), told=told)


class _Dating:
    """The reports under way, in their fixed order."""

    def __init__(self, reports: Sequence[Clues]) -> None:
        self._reports = reports
        self._known = {
            at: Known(day, 1.0)
            for at, one in enumerate(reports)
            if (day := ordinal(known_day(one.published))) is not None
        }
        self._found: dict[int, Published] = {}

    def through(self) -> dict[str, Published]:
        """Date round by round until nothing new follows."""
        left = [at for at, one in enumerate(self._reports) if not known_day(one.published)]
        if not self._known or not left:
            return {}
        index, fresh = Neighbours(self._reports), self._known
        near: dict[int, list[Near]] = {at: [] for at in left}
        for _ in range(ROUNDS):
            index.among(fresh)
            touched = [at for at in left if at not in self._known and _nearer(near, at, index.of(at))]
            fresh = self._round(touched, near)
            self._known |= fresh
            if not fresh:
                break
        return {self._reports[at].id: one for at, one in sorted(self._found.items())}

    def _round(self, touched: Iterable[int], near: dict[int, list[Near]]) -> dict[int, Known]:
        """Date those reports by what is known before the round; return the days that are new."""
        fresh = {}
        for at in touched:
            posterior = Posterior(self._reports, at, near[at], self._known)
            answer = _answer(posterior, self._reports)
            if answer is None:
                self._found.pop(at, None)
                continue
            self._found[at] = answer
            day = ordinal(known_day(answer))
            if day is not None:
                fresh[at] = Known(day, posterior.days[day])
        return fresh


def _nearer(near: dict[int, list[Near]], at: int, found: list[Near]) -> bool:
    """Take in what was found near to a report; say whether any of it is nearer than what was."""
    before, near[at] = near[at], nearest(near[at], found)
    return near[at] != before


# ── one report ──────────────────────────────────────────────────────────────────────────────────────────────────


def _answer(posterior: Posterior, reports: Sequence[Clues]) -> Published | None:
    """Return the day, week or month that is sure enough."""
    days, own = posterior.days, posterior.mine.published
    for sure, name in ((SURE_DAY, _iso), (SURE_WEEK, _week), (SURE_MONTH, _month)):
        shares: dict[str, float] = {}
        for day, share in days.items():
            shares[name(day)] = shares.get(name(day), 0.0) + share
        value = max(shares, key=lambda one: (shares[one], one), default="")
        if value and shares[value] >= sure and (own is None or len(value) > len(own.value)):
            best = max((day for day in days if name(day) == value), key=lambda day: (days[day], -day))
            if best in posterior.voices:
                rivals = [_iso(day) for day in _likely(posterior) if name(day) != value]
                return _published(value, best, rivals, posterior, reports)
    return _contradicted(posterior, reports)


def _contradicted(posterior: Posterior, reports: Sequence[Clues]) -> Published | None:
    """Return what the report's own words give, with a rival where the others speak for days outside it."""
    own, against = posterior.mine.published, posterior.against
    day = max(against, key=lambda one: (against[one], -one), default=0)
    if own is None or not day or math.fsum(against.values()) < SURE_DAY:
        return None
    other = reports[_loudest(posterior.voices[day]).other].id
    return replace(own, rivals=tuple(dict.fromkeys((*own.rivals, _iso(day)))), others=(other,))


def _published(
    value: str, day: int, rivals: Sequence[str], posterior: Posterior, reports: Sequence[Clues]
) -> Published:
    mine = posterior.mine
    voice = _loudest(posterior.voices[day])
    said = [one for one in mine.said if value == _iso(day) and _speaks(one, day)]
    own = mine.published.evidence if mine.published is not None else ()
    spans = [Span(start=one.start, end=one.end) for one in (*said, *([voice.clause] if voice.clause else []))]
    return Published(
        value=value,
        basis="inferred",
        evidence=tuple(dict.fromkeys((*own, *spans))),
        trace=_trace(mine, reports[voice.other], voice, said),
        rivals=tuple(rivals),
        others=(reports[voice.other].id,),
    )


def _loudest(voices: Iterable[Voice]) -> Voice:
    return max(voices, key=lambda one: (one.weight, -one.other))


def _likely(posterior: Posterior) -> list[int]:
    """Return the likeliest days, those outside the report's own bounds too."""
    both = {**posterior.days, **posterior.against}
    found = (day for day, share in both.items() if share >= RIVAL)
    return sorted(found, key=lambda day: (-both[day], day))[:_MOST_RIVALS]


def _speaks(one: Said, day: int) -> bool:
    """Say whether a weekday of the text makes that day likelier."""
    return gaps()[one.kind, one.place][(weekday(day) - one.weekday) % 7] > 1


def _trace(mine: Clues, other: Clues, voice: Voice, said: Sequence[Said]) -> str:
    """Return in one line which other report gives the date, by what; and the weekday of the text, if one does."""
    theirs = set(other.words)
    shared = [form for word, form in zip(mine.words, mine.printed, strict=True) if word in theirs]
    weekdays = f"the {_WEEK[said[0].weekday]} of the text and " if said else ""
    by = f"the like report {other.doc}"
    if voice.clause is not None:
        by += f", in which its {_WEEK[voice.clause.weekday]} is {voice.event}"
    return f"{weekdays}{by}; both tell of {'، '.join(shared[:3])}"


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _week(day: int) -> str:
    """Return the week of a day as TIMEX3 has it; it begins on Sunday and has the number of its Monday."""
    year, number, _ = date.fromordinal(day + (weekday(day) == 6)).isocalendar()
    return f"{year:04d}-W{number:02d}"


def _month(day: int) -> str:
    return _iso(day)[:7]
