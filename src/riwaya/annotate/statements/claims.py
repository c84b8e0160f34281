"""What a statement claims: the times, figures and names in its content, and how the content is put.

Negation, modality, condition and deadline are those of the content itself. What its cue tells (``نفى``, ``تعهد``,
``توقع``) is the statement's stance and is not told again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from riwaya.annotate.prose import Prose
from riwaya.annotate.statements.conditions import condition, leads
from riwaya.annotate.statements.deadlines import Sought, ahead, bound, day, event
from riwaya.annotate.statements.futures import Foretold, future
from riwaya.annotate.statements.held import held
from riwaya.annotate.statements.predicates import clause, nominal
from riwaya.annotate.statements.sides import Sides
from riwaya.annotate.statements.wording import Put
from riwaya.annotate.statements.words import THAT
from riwaya.arabic.tokens import Token
from riwaya.model import Claim, Deadline, Figure, Future, Names, Published, Span, Statement, Time


def claimed(
    prose: Prose,
    statements: Sequence[Statement],
    times: Sequence[Time],
    figures: Sequence[Figure],
    names: Names,
    published: Published | None = None,
) -> tuple[Statement, ...]:
    """Return the statements with what each claims.

    ``قال إن 300 جندي لن يعودوا غدا`` (he said that 300 soldiers won't return tomorrow) → negated, with the figure and
    the time by index.
    """
    if not statements:
        return ()
    report = _Report(prose.tokens, [token.start for token in prose.tokens], times, Sides(names), day(published))
    own = [held(statements, items) for items in (times, figures, names.mentions)]
    return tuple(
        replace(one, claim=_claim(report, one, own[0][at], own[1][at], own[2][at])) for at, one in enumerate(statements)
    )


class _Report(Struct, frozen=True):
    """What claims are read from: tokens with their starts, times, whose side people are on, the day of publication."""

    tokens: Sequence[Token]
    starts: list[int]
    times: Sequence[Time]
    sides: Sides
    day: str | None

    def covering(self, span: Span) -> tuple[int, int]:
        """Return the half-open token range of a span; a token of which the span has only the stem counts."""
        first = bisect_right(self.starts, span.start) - 1
        if first < 0 or self.tokens[first].end <= span.start:
            first += 1
        return first, bisect_left(self.starts, span.end)

    def span(self, first: int, last: int) -> Span:
        return Span(start=self.tokens[first].start, end=self.tokens[last - 1].end)


def _claim(
    report: _Report, one: Statement, times: tuple[int, ...], figures: tuple[int, ...], mentions: tuple[int, ...]
) -> Claim:
    first, last = report.covering(one)
    if first >= last or report.tokens[last - 1].text in "؟?":
        return Claim(times=times, figures=figures, mentions=mentions)
    hangs_on = condition(report.tokens, first, last)
    put = _put(report, one, first, last, hangs_on)
    return Claim(
        negated=put.negated,
        modality=put.modality,
        future=_future(report, one, put, first),
        marks=tuple(report.span(*mark) for mark in put.marks),
        condition=report.span(*hangs_on) if hangs_on else None,
        deadline=_deadline(report, Sought(report.tokens, first, last, put, one.cue.stance, report.day), times),
        times=times,
        figures=figures,
        mentions=mentions,
    )


def _put(report: _Report, one: Statement, first: int, last: int, hangs_on: tuple[int, int] | None) -> Put:
    """Read the main predicate: past a condition that stands first, before one that follows."""
    tokens = report.tokens
    if hangs_on is not None and leads(tokens, first, hangs_on[0]):
        start = hangs_on[1] + (tokens[hangs_on[1]].text == "،")
        return clause(tokens, start, last) if start < last else Put()
    stop = hangs_on[0] if hangs_on is not None else last
    before = tokens[first - 1] if first else None
    if before is None or before.kind == "punct" or before.key in THAT or one.mode == "direct":
        return clause(tokens, first, stop)
    return nominal(tokens, first, stop)


def _future(report: _Report, one: Statement, put: Put, first: int) -> Future | None:
    if put.verb is None or put.modality is not None:
        return None
    start = put.start if put.start > first else first
    cue = report.tokens[report.covering(one.cue)[0]].key
    return future(Foretold(report.tokens, start, put.verb, one.speaker, cue), report.sides)


def _deadline(report: _Report, sought: Sought, times: tuple[int, ...]) -> Deadline | None:
    """Return the first deadline that is still to come."""
    for number in times:
        time = report.times[number]
        at, end = report.covering(time)
        start = bound(sought, at, time)
        if start is not None and ahead(sought, start, at, end, time):
            return Deadline(start=report.tokens[start].start, end=time.end, time=number, until=time.until)
    until = event(sought, {report.covering(report.times[number])[0] for number in times})
    if until is None:
        return None
    span = report.span(*until)
    return Deadline(start=span.start, end=span.end)
