"""Time expressions of a report, resolved: a grammar over word categories, then the calendar.

The method is that of the rule-based temporal taggers (HeidelTime, Strötgen & Gertz 2013; SUTime, Chang & Manning
2012): lexicon, finite-state patterns (lexicon/timegrammar.tsv), resolution against publication time and tense.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from riwaya.annotate.prose import Prose
from riwaya.annotate.times import (
    anchored,
    bareweekday,
    centuries,
    clocks,
    dayparts,
    days,
    feasts,
    hijri,
    hours,
    periods,
    reckoned,
    references,
    seasons,
    sets,
    spans,
    sums,
    vague,
    weekdays,
    years,
)
from riwaya.annotate.times.lexemes import NUMBERS, Unit, alphabet
from riwaya.annotate.times.moment import bounds, day_of
from riwaya.annotate.times.namesakes import is_name
from riwaya.annotate.times.pattern import Rule, rules
from riwaya.annotate.times.reading import Found, Match, Reader
from riwaya.annotate.times.units import units
from riwaya.arabic.tokens import Token, tokens
from riwaya.lexicon import table
from riwaya.model import Published, Time, TimexType

_VERSION = "1"
_LONGEST = 30
_LEADS = frozenset(NUMBERS) | {
    "in", "of", "before", "since", "between", "during", "throughout", "afterwards", "approx", "every", "often",
    "and", "pre", "at", "exact",
}  # fmt: skip
_READERS: dict[str, Callable[[Match, Reader], list[Found]]] = {
    "day": days.day,
    "weekdays": bareweekday.weekdays,
    "pod-day": dayparts.pod_day,
    "pod-weekdays": dayparts.pod_day,
    "day-pod": dayparts.pod_day,
    "pod-that": dayparts.pod_that,
    "tonight": dayparts.tonight,
    "pod-last": dayparts.tonight,
    "midnight": dayparts.midnight,
    "clock": clocks.clock,
    "hours": hours.hours,
    "hijri-day": hijri.hijri_day,
    "date-hijri": hijri.hijri_day,
    "hijri-month": hijri.hijri_month,
    "hijri-days": hijri.hijri_days,
    "hijri-months": hijri.hijri_months,
    "hijri-year": hijri.hijri_years,
    "feast": feasts.feast,
    "days-of-month": days.days_of_month,
    "days-of-months": days.days_of_months,
    "month": periods.month,
    "months": periods.months,
    "unit": periods.unit,
    "day-of": periods.day_of,
    "stretch": periods.stretch,
    "told-day": anchored.told_day,
    "told-date": anchored.told_date,
    "pod-told": anchored.pod_told,
    "month-told": anchored.month_told,
    "reckoned": anchored.reckoned,
    "weekday-of-week": weekdays.weekday_of_week,
    "weekday-number": weekdays.weekday_number,
    "days-after-month": weekdays.days_after_month,
    "week-with": weekdays.week_with,
    "nth-weekday": weekdays.nth_weekday,
    "nth-told": weekdays.nth_told,
    "week-of": periods.week_of,
    "rest": periods.rest,
    "weekend": periods.weekend,
    "year": years.year,
    "year-named": years.year_named,
    "years": years.years,
    "yearspan": years.yearspan,
    "fiscal": years.fiscal,
    "quarter": seasons.quarter,
    "quarters": seasons.quarters,
    "decade": centuries.decade,
    "century": centuries.century,
    "centuries": centuries.centuries,
    "millennium": centuries.millennium,
    "season": seasons.season,
    "duration": spans.duration,
    "span": vague.span,
    "ago": reckoned.ago,
    "some-ago": vague.some_ago,
    "later": reckoned.later,
    "set": sets.set_,
    "set-weekday": sets.set_weekday,
    "set-clock": sets.set_clock,
    "often": sets.often,
    "sum": sums.duration,
    "away": sums.away,
    "ref": references.ref,
}


_FITS: dict[str, Callable[[Match, Sequence[Token]], bool]] = {
    "clock": clocks.is_hour,
    "hours": hours.is_range,
    "pod-that": dayparts.is_placed,
    "weekday-number": weekdays.is_numbered,
    "nth-told": weekdays.is_counted,
    "days-after-month": weekdays.is_numbered,
    "season": seasons.is_season,
    "year": years.is_placed,
    "century": years.is_placed,
    "set": sets.is_yearly,
    "sum": sums.is_sum,
    "away": sums.is_sum,
}
"""Rules that words around them can refuse; what stands inside a refused match is read on its own."""


@cache
def _grammar() -> tuple[Rule, ...]:
    return rules(table("timegrammar"), alphabet())


class TimeTagger:
    """Finds and resolves time expressions; holds the compiled grammar, safe to share."""

    __slots__ = ("_by_opening", "_chars")

    def __init__(self) -> None:
        self._chars = alphabet().categories
        opening: dict[str, list[Rule]] = {}
        for rule in _grammar():
            for char in sorted(rule.opens):
                opening.setdefault(char, []).append(rule)
        self._by_opening = {char: tuple(found) for char, found in opening.items()}

    def __call__(self, prose: Prose, published: Published | None) -> tuple[Time, ...]:
        """Return the times of prose and headings in text order, resolved against ``published`` and the tense.

        ``مساء الأربعاء`` → TIME ``2021-07-28TEV``; offsets are code points, prepositions and proclitics left out.
        Where the publication is unknown, relative expressions keep what the words alone say, or ``None``.
        Misses: times reckoned from events (``بعد ثلاثة أيام من توقيعه`` stays a duration).
        """
        reader = Reader(published.value if published else None)
        out: list[Time] = []
        for sentence in range(len(prose.sentences)):
            out.extend(self._sentence(prose.words(sentence), reader))
        for heading in prose.document.headings:
            out.extend(self._sentence(tuple(tokens(prose.document.text, heading.start, heading.end)), reader))
        return tuple(sorted(out, key=lambda found: found.start))

    def _sentence(self, words: Sequence[Token], reader: Reader) -> Iterator[Time]:
        reader.sentence(words)
        for rule, match in self.matches(words):
            for found in self.read(rule, match, reader):
                yield _time(found, rule)

    def read(self, rule: Rule, match: Match, reader: Reader) -> list[Found]:
        """Return what a match of ``matches`` denotes for that reader, which remembers it."""
        found = _READERS[rule.name](match, reader)
        for one in found:
            reader.remember(one.value, match)
        if found and found[-1].type == "DURATION":
            reader.measured = match.units[-1].last
        day = day_of(found[-1].value) if found else None
        reader.previous = (match.units[-1].last, day) if day is not None else None
        return found

    def matches(self, words: Sequence[Token]) -> Iterator[tuple[Rule, Match]]:
        """Yield what the grammar finds in one sentence, left to right, without overlap."""
        found = units(words)
        text = "".join(self._chars[unit.cat] for unit in found)
        at = 0
        while at < len(found):
            best = self._fitting(text, at, found, words)
            if best is not None and found[at].cat in _LEADS and self._reaches(text, at, found, words, best[1]):
                best = None
            if best is None:
                at += 1
            else:
                if not is_name(best[1], words):
                    yield best[0], best[1]
                at += len(best[1].units)

    def _fitting(self, text: str, at: int, found: Sequence[Unit], words: Sequence[Token]) -> tuple[Rule, Match] | None:
        """Return the longest match that begins here and that the words around it don't refuse."""
        options = self._by_opening.get(text[at], ())
        while options:
            best = self._longest(options, text, at, found, words)
            if best is None or best[0].name not in _FITS or _FITS[best[0].name](best[1], words):
                return best
            options = tuple(rule for rule in options if rule is not best[0])
        return None

    def _reaches(self, text: str, at: int, found: Sequence[Unit], words: Sequence[Token], match: Match) -> bool:
        """Say whether an expression that begins inside a match runs beyond it: ``منذ [عام 2014]``, not ``منذ عام``."""
        end = at + len(match.units)
        for inner in range(at + 1, end):
            options = self._by_opening.get(text[inner])
            best = self._longest(options, text, inner, found, words) if options else None
            if best is not None and inner + len(best[1].units) > end:
                return True
        return False

    def _longest(
        self, options: Sequence[Rule], text: str, at: int, found: Sequence[Unit], words: Sequence[Token]
    ) -> tuple[Rule, Match] | None:
        """Return the longest match that begins here; among equals the first rule's."""
        best: tuple[int, int] = (0, 0)
        choice = None
        for rule in options:
            matched = rule.regex.match(text, at, at + _LONGEST)
            if matched is not None and (matched.end() - at, -rule.rank) > best:
                best, choice = (matched.end() - at, -rule.rank), (rule, matched)
        if choice is None:
            return None
        rule, matched = choice
        slots: dict[str, list[Unit]] = {}
        for name in rule.regex.groupindex:
            place = matched.start(name)
            if place >= 0:
                slots.setdefault(name.partition("__")[0], []).append(found[place])
        for several in slots.values():
            several.sort(key=lambda unit: unit.start)
        return rule, Match(found[at : matched.end()], slots, at)


def _time(found: Found, rule: Rule) -> Time:
    value = found.value
    type_: TimexType = found.type or ("TIME" if value and "T" in value and value[0] not in "PF" else "DATE")  # type: ignore[assignment]
    start, until = (found.from_, found.until) if found.from_ else bounds(value)
    return Time(
        start=found.start,
        end=found.end,
        type=type_,
        value=value,
        mod=found.mod,
        from_=start,
        until=until,
        anchor=found.anchor,
        rule=found.how,
        by=f"times/{rule.name}@{_VERSION}",
    )
