"""Dated clauses of one report: which event word a time expression belongs to, who and where, and whether it took place.

Not every time expression dates an event: durations, repetitions, vague references, bounds (منذ، حتى، قبل 2003) and
unresolved ones give none. The lead without a date gives the report's main event with an unknown one: nothing is dated
by the day of publication.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from riwaya.arabic.tokens import Token
from riwaya.link.events import EventWord, event_words, small_words
from riwaya.link.terms import token_term
from riwaya.model import Mention, Precision, Report, Sentence, Status, Time

NEAR = 4  # a noun dates itself only this close to the time: الجولة الثالثة في أبريل
ENOUGH = 10  # words after which a clause may end
LONGEST = 28
MOST = 60  # dated clauses of one report

Words = Sequence[Token]

_PRECISIONS: tuple[tuple[re.Pattern[str], Precision], ...] = (
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d"), "minute"),
    (re.compile(r"\d{4}-\d\d-\d\dT?[A-Z]"), "part-of-day"),
    (re.compile(r"\d{4}-\d\d-\d\d$"), "day"),
    (re.compile(r"\d{4}-W\d\d"), "week"),
    (re.compile(r"\d{4}-Q\d$"), "quarter"),
    (re.compile(r"\d{4}-\d\d$"), "month"),
    (re.compile(r"\d{4}$"), "year"),
)
_CLOSERS = frozenset('،؛:.!؟?…()[]«»"”“„-–—')


class Happening(Struct, frozen=True, kw_only=True):
    """Something that one report dates: a candidate for a line of the timeline.

    ``who`` and ``where`` are names as this report has them; ``start`` and ``end`` are those of the clause ``what``.
    """

    date: str
    from_: str
    until: str
    precision: Precision
    status: Status
    type: str
    lemma: str
    what: str
    who: tuple[str, ...]
    where: tuple[str, ...]
    terms: tuple[str, ...]
    start: int
    end: int
    main: bool = False


class _Clause(Struct):
    """One sentence under work: its words, the segments between its breaks, and its event words by position."""

    words: Words
    breaks: list[int]
    events: list[tuple[int, EventWord]]

    def segment(self, at: int) -> int:
        return bisect_right(self.breaks, at) - 1

    def bounds(self, segment: int) -> tuple[int, int]:
        after = segment + 1
        return self.breaks[segment], self.breaks[after] if after < len(self.breaks) else len(self.words)


def happenings(
    report: Report, sentences: Sequence[tuple[Sentence, list[Token]]], published: str
) -> tuple[Happening, ...]:
    """Return what a report dates, in text order; the main event of its lead is marked ``main``.

    ``التقى الوزير نظيره الأربعاء 28 يوليو 2021`` (the minister met his counterpart) → CONSULT 2021-07-28, done.
    Misses: events told by a bare noun far from its date; a date that the next sentence gives.
    """
    notes, text = report.annotations, report.document.text
    found: list[Happening] = []
    lead = next((sentence for sentence, _ in sentences if sentence.paragraph >= 0), None)
    for sentence, words in sentences:
        times = [time for time in notes.times if sentence.start <= time.start < sentence.end]
        mentions = [one for one in notes.mentions if sentence.start <= one.start < sentence.end]
        if not words or not (times or sentence is lead):
            continue
        clause = _clause(words)
        here = [one for time in times for one in _dated(clause, time, mentions, text, published)]
        here = _distinct(here)
        if sentence is lead:
            here = [*_as_main(here[:1]), *here[1:]] or _undated(clause, mentions, text)
        found += here
    return tuple(found[:MOST])


def _as_main(found: Sequence[Happening]) -> Iterator[Happening]:
    return (replace(one, main=True) for one in found)


def _distinct(found: Sequence[Happening]) -> list[Happening]:
    """Two times of one clause are one happening: the finer date stays."""
    best: dict[tuple[int, str, str], Happening] = {}
    for one in found:
        key = (one.start, one.lemma, one.from_[:10] if one.precision not in ("month", "year") else one.date)
        if key not in best or len(one.date) > len(best[key].date):
            best[key] = one
    return list(best.values())


def _clause(words: Words) -> _Clause:
    breaks = [0]
    events: list[tuple[int, EventWord]] = []
    known, openers = event_words(), small_words("opener")
    for at, token in enumerate(words):
        if token.kind == "punct" and token.text in _CLOSERS:
            breaks.append(at + 1)
        elif token.key in openers and at > breaks[-1]:
            breaks.append(at)
        if token.kind == "word" and (event := known.get(token.key)) is not None:
            events.append((at, event))
    return _Clause(words, breaks, events)


# ── one time expression ─────────────────────────────────────────────────────────────────────────────────────────


def precision(time: Time) -> Precision | None:
    """Return how fine the date of an event-dating time is, ``None`` where it dates nothing (durations, vague ones)."""
    if time.value is None or time.type not in ("DATE", "TIME"):
        return None
    return next((name for pattern, name in _PRECISIONS if pattern.match(time.value)), None)


def _dated(clause: _Clause, time: Time, mentions: Sequence[Mention], text: str, published: str) -> Iterator[Happening]:
    fine = precision(time)
    if fine is None or time.value is None:
        return
    words = clause.words
    first = next((at for at, token in enumerate(words) if token.end > time.start), None)
    last = next((at for at, token in enumerate(words) if token.end >= time.end), len(words) - 1)
    if first is None or (first and words[first - 1].key in small_words("bound")):
        return
    if fine == "year" and time.value == published[:4] and time.mod != "END":
        return
    choice = _event(clause, first, last)
    if choice is None:
        return
    at, event = choice
    status = _status(clause, at, event, time, published)
    if status is None:
        return
    start, end = _extent(clause, min(at, first), max(at, last))
    yield _happening(clause, (at, event), (start, end), time, fine, status, mentions, text)


def _event(clause: _Clause, first: int, last: int) -> tuple[int, EventWord] | None:
    """Return the event word that a time at ``first`` to ``last`` dates.

    A noun right before it, else the nearest verb before it in its segment, the next verb after a fronted time, the
    last verb of the segment before, else a noun before.
    """
    segment = clause.segment(first)
    low, high = clause.bounds(segment)
    before = [(at, one) for at, one in clause.events if low <= at < first]
    after = [(at, one) for at, one in clause.events if last < at < high and one.form != "noun"]
    verbs = [(at, one) for at, one in before if one.form != "noun"]
    if before and first - before[-1][0] <= NEAR:
        return before[-1]
    if verbs:
        return verbs[-1]
    if after and (first - low <= 2 or not before):
        return after[0]
    if before:
        return before[-1]
    if segment:
        low, high = clause.bounds(segment - 1)
        earlier = [(at, one) for at, one in clause.events if low <= at < high]
        told = [(at, one) for at, one in earlier if one.form != "noun"]
        return told[-1] if told else earlier[-1] if earlier else None
    return None


def _status(clause: _Clause, at: int, event: EventWord, time: Time, published: str) -> Status | None:
    words = clause.words
    low, _ = clause.bounds(clause.segment(at))
    near = [token.key for token in words[max(low, at - 6) : at]]
    later = bool(published) and (time.from_ or time.value or "")[:10] > published[:10]
    if near and near[-1] in small_words("negation"):
        return "denied"
    if not small_words("condition").isdisjoint(near[-4:]):
        return "conditional"
    if event.form == "future" or later:
        return None if event.form == "past" and not event.maybe_noun and later else "planned"
    if event.form == "present" and not small_words("plan").isdisjoint(near):
        return "planned"
    if event.form == "present" and near and near[-1] == "قد":
        return "conditional"
    if event.form == "present" and not published:
        return "planned" if near and near[-1] in ("ان",) else "under-way"
    return "done"


# ── its words ───────────────────────────────────────────────────────────────────────────────────────────────────


def _extent(clause: _Clause, first: int, last: int) -> tuple[int, int]:
    """Return the token range of the clause: whole segments around event and time, until it says enough."""
    words = clause.words
    start = clause.bounds(clause.segment(first))[0]
    segment = clause.segment(last)
    end = clause.bounds(segment)[1]
    while end - start < ENOUGH and segment + 1 < len(clause.breaks):
        segment += 1
        end = clause.bounds(segment)[1]
    end = max(min(end, start + LONGEST), last + 1)
    start = max(start, end - 2 * LONGEST)
    while start < first and words[start].kind == "punct":
        start += 1
    while end - 1 > last and (words[end - 1].kind == "punct" or words[end - 1].key in small_words("opener")):
        end -= 1
    return start, end


def _happening(
    clause: _Clause,
    event: tuple[int, EventWord],
    extent: tuple[int, int],
    time: Time | None,
    fine: Precision,
    status: Status,
    mentions: Sequence[Mention],
    text: str,
) -> Happening:
    words = clause.words[extent[0] : extent[1]]
    start, end = words[0].start, words[-1].end
    inside = [one for one in mentions if start <= one.start < end]
    return Happening(
        date=(time.value or "") if time else "",
        from_=(time.from_ or "") if time else "",
        until=(time.until or "") if time else "",
        precision=fine,
        status=status,
        type=event[1].type,
        lemma=event[1].lemma,
        what=" ".join(text[start:end].split()),
        who=tuple(dict.fromkeys(one.entity for one in inside if one.type in ("PER", "ORG"))),
        where=_where(words, inside),
        terms=tuple(dict.fromkeys(filter(None, map(token_term, words)))),
        start=start,
        end=end,
    )


def _where(words: Words, mentions: Sequence[Mention]) -> tuple[str, ...]:
    places = []
    for one in mentions:
        if one.type != "LOC":
            continue
        at = next((at for at, token in enumerate(words) if token.end > one.start), 0)
        glued = words[at].key[:1] in "بل" and words[at].start < one.start
        if glued or (at and words[at - 1].key in small_words("place")):
            places.append(one.entity)
    return tuple(dict.fromkeys(places))


def _undated(clause: _Clause, mentions: Sequence[Mention], text: str) -> list[Happening]:
    """Return the lead's main event where no time dates it: its first verb, its date unknown."""
    verbs = [(at, one) for at, one in clause.events if one.form != "noun"]
    if not verbs:
        return []
    at, event = verbs[0]
    status: Status = "planned" if event.form == "future" else "under-way" if event.form == "present" else "done"
    if at and clause.words[at - 1].key in small_words("negation"):
        status = "denied"
    one = _happening(clause, (at, event), _extent(clause, at, at), None, "unknown", status, mentions, text)
    return list(_as_main([one]))
