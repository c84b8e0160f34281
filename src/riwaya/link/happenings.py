"""Dated clauses of one report: which event word a time expression belongs to, who and where, and whether it took place.

Not every time expression dates an event: durations, repetitions, vague references, bounds (منذ، حتى، قبل 2003) and
unresolved ones give none. The lead without a date gives the report's main event with an unknown one: nothing is dated
by the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

import riwaya.link.untimed as met
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.link.clauses import NEAR, Clause, Found, Words, event, later_noun, status, told_by
from riwaya.link.events import EventWord, event_words, small_words
from riwaya.link.extents import extent
from riwaya.link.happening import Context, Happening, happening
from riwaya.link.printed import dates_nothing
from riwaya.link.reckoned import reckoned, week_before
from riwaya.link.recurring import may_recur, recurring
from riwaya.link.weight import on_occasion, weighty
from riwaya.model import Precision, Report, Sentence, Status, Time

MOST = 60  # dated clauses of one report
APART = 8  # meetings and journeys of one report without a day
PENDING = 6  # undated clauses of one report that may be a plan come true
_NOMINAL = EventWord("", "", "noun")

_PRECISIONS: tuple[tuple[re.Pattern[str], Precision], ...] = (
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d"), "minute"),
    (re.compile(r"\d{4}-\d\d-\d\dT?[A-Z]"), "part-of-day"),
    (re.compile(r"(?:\d{4}-\d\d-\d\d|XXXX-\d\d-\d\d|XXXX-WXX-\d)$"), "day"),
    (re.compile(r"\d{4}-W\d\d"), "week"),
    (re.compile(r"\d{4}-Q\d$"), "quarter"),
    (re.compile(r"\d{4}-\d\d$"), "month"),
    (re.compile(r"\d{4}$"), "year"),
)


def happenings(
    report: Report, sentences: Sequence[tuple[Sentence, list[Token]]], published: str
) -> tuple[Happening, ...]:
    """Return what a report dates, in text order; the main event of its lead is marked ``main``.

    ``التقى الوزير نظيره الأربعاء 28 يوليو 2021`` (the minister met his counterpart) → CONSULT 2021-07-28, done.
    Misses: events told by a bare noun far from its date; a date that the next sentence gives.
    """
    notes = report.annotations
    found: list[Happening] = []
    pending: list[Happening] = []
    apart: list[Happening] = []
    before: Sequence[Happening] = ()
    people = [(one.entity, one.start) for one in notes.mentions if one.type == "PER"]
    named = [one for one in notes.mentions if one.type not in ("NORP", "NOUN")]
    titles = {one.name: [(each.start, each.end) for each in one.role_mentions] for one in notes.people}
    lead = next((sentence for sentence, _ in sentences if sentence.paragraph >= 0), None)
    for sentence, words in sentences:
        times = [time for time in notes.times if sentence.start <= time.start < sentence.end]
        if not words or not (
            times or sentence is lead or before or _may_fulfil(words) or met.may_tell(words) or may_recur(words)
        ):
            before = ()
            continue
        context = Context(
            report.document.text,
            published,
            [one for one in named if sentence.start <= one.start < sentence.end],
            [one for one in notes.statements if one.start < sentence.end and one.end > sentence.start],
            titles,
        )
        cut = context.clause(words, times)
        here = [*_told(cut, times, context), *_reckoned(cut, times, context)]
        dayless = all(precision(one) in (None, "year") for one in times)
        here += _gone_on(cut, before, context) if dayless else ()
        before = here
        found += here if sentence is not lead else _led(here, words, context)
        if len(pending) < PENDING:
            pending += _pending(cut, here, context)
        if dayless and sentence.paragraph >= 0 and len(apart) < APART:
            apart += met.untimed(cut, here, context, met.about(people, sentence.start))
            apart += recurring(cut, here, context)
    return (*[one for one in found if weighty(one)][:MOST], *pending[:PENDING], *apart[:APART])


def _gone_on(sentence: Clause, before: Sequence[Happening], context: Context) -> list[Happening]:
    """Return what one writes or says on an occasion right after a dated statement of his: of the same day.

    ``وكشف الوزير الخميس … . وكتب الوزير في تغريدة …`` (and on Thursday the minister revealed … . And he wrote …).
    """
    said = [
        one for one in before if one.type == "MAKE STATEMENT" and one.who and one.precision in ("day", "part-of-day")
    ]
    found = next((each for each in sentence.events[:1] if each[0] == 0 and each[1].form == "past"), None)
    if len(said) != 1 or found is None or told_by(sentence, found) != "MAKE STATEMENT":
        return []
    one = happening(sentence, found, extent(sentence, 0, 0, 0), (None, "unknown", "done"), context)
    if one.who != said[0].who or not on_occasion(one.what):
        return []
    return [replace(one, date=said[0].date[:10], from_=said[0].from_, until=said[0].until, precision="day")]


def _may_fulfil(words: Words) -> bool:
    known, scheduled = event_words(), small_words("scheduled")
    return any((one := known.get(token.key)) is not None and fold(one.lemma) in scheduled for token in words)


def _pending(sentence: Clause, here: Sequence[Happening], context: Context) -> Iterator[Happening]:
    """Yield what a sentence tells as done or under way, by whom, without a date: ``توجه الوزير إلى سلوان``."""
    scheduled = small_words("scheduled")
    for found in sentence.events:
        at, one = found
        if one.form != "past" or fold(one.lemma) not in scheduled or status(sentence, found, False, True) != "done":
            continue
        told = happening(sentence, found, extent(sentence, at, at, at), (None, "unknown", "done"), context)
        if told.who and not any(each.start < told.end and told.start < each.end for each in here):
            yield replace(told, pending=True)


def _led(found: list[Happening], words: Words, context: Context) -> list[Happening]:
    """Mark the lead's first dated event as the main one, or tell its first verb's event without a date.

    A date long past beside it (``وفق اتفاق عام 2008``) isn't that of what the lead tells.
    """
    recent = [one for one in found if not _long_past(one, context.published)]
    if recent:
        return [replace(one, main=one is recent[0]) for one in found]
    return [*(replace(one, main=True) for one in _undated(context.clause(words, ()), context)), *found]


def _long_past(one: Happening, published: str) -> bool:
    return one.precision == "year" and bool(published) and one.date < published[:4]


def _told(sentence: Clause, times: Sequence[Time], context: Context) -> list[Happening]:
    """Return the happenings of a sentence; two times of one clause are one happening, the finer date stays."""
    best: dict[tuple[int, str, str], Happening] = {}
    for time in times:
        for one in _dated(sentence, time, context):
            key = (one.start, one.lemma, one.from_[:10] if one.precision not in ("month", "year") else one.date)
            if key not in best or len(one.date) > len(best[key].date):
                best[key] = one
    return list(best.values())


def _reckoned(sentence: Clause, times: Sequence[Time], context: Context) -> Iterator[Happening]:
    dated = [(time.value, time.start) for time in times if time.value and precision(time) is not None]
    for one in reckoned(sentence, times, dated):
        state: Status = "planned" if _later(one.time.from_ or "", context.published) else "done"
        at = one.found[0]
        bounds = extent(sentence, at, at, at, True)
        yield happening(sentence, one.found, bounds, (one.time, one.precision, state), context)


def precision(time: Time) -> Precision | None:
    """Return how fine the date of an event-dating time is, ``None`` where it dates nothing (durations, vague ones)."""
    if time.value is None or time.type not in ("DATE", "TIME"):
        return None
    return next((name for pattern, name in _PRECISIONS if pattern.match(time.value)), None)


def _dated(sentence: Clause, time: Time, context: Context) -> Iterator[Happening]:
    fine, words, published = precision(time), sentence.words, context.published
    first = next((at for at, token in enumerate(words) if token.end > time.start), None)
    last = next((at for at, token in enumerate(words) if token.end >= time.end), len(words) - 1)
    if fine is None or first is None or (first and words[first - 1].key in small_words("bound")):
        return
    if dates_nothing(words, first, last, any(one.start <= time.start < one.end for one in context.quoted)):
        return
    if fine == "year" and time.value == published[:4] and time.mod != "END":
        return
    found = event(sentence, first, last) or _nominal(sentence, first)
    since = words[first].key in small_words("since")
    if since and (not _began(found, first) or words[first - 1].key in small_words("record")):
        return  # يلعب منذ تسعة أعوام: what goes on has no date
    if words[first].key in small_words("of year") and (found is None or found[1].form != "noun"):
        return
    time = week_before(time, found, published)
    later = _later((time.until if time.mod == "END" else time.from_) or "", published)
    later = later or any(token.key in small_words("tomorrow") for token in words[first : last + 1])
    known = bool(published) or fine == "year"
    state = status(sentence, found, later, known, _past(time, published)) if found is not None else None
    alone = state is None
    if alone:
        found, state = later_noun(sentence, first), "planned" if later else None
    if found is not None and found[1] is _NOMINAL and state != "planned":
        return  # أنها قادرة في العام الماضي على …: what was is no event
    if found is not None and state is not None:
        at = min(max(found[0], 0), len(words) - 1)
        alone = alone or _named_by_year(sentence, found, first) or _told_of(sentence, found, first, state)
        bounds = extent(sentence, at, first, last, alone)
        yield happening(sentence, found, bounds, (time, fine, state), context)


def _began(found: Found | None, first: int) -> bool:
    """``دخلت الخدمة منذ 25 عاما``: a past right before says what happened then."""
    return found is not None and (found[1].form == "past" or found[1].maybe_noun) and 0 < first - found[0] <= NEAR


def _named_by_year(sentence: Clause, found: Found, first: int) -> bool:
    """``وفقا لاتفاقية الحدود لعام 2008``: the year belongs to the noun's name, the clause around it tells otherwise."""
    return found[1].form == "noun" and sentence.words[first].key in small_words("of year")


def _told_of(sentence: Clause, found: Found, first: int, state: Status) -> bool:
    """``أكدت الوزيرة دعم انتخابات أكتوبر المقبل``: what is to come is the noun's, the clause is what was said."""
    at, one = found
    verbs = [each for place, each in sentence.events if place < at and each.form != "noun" and not each.maybe_noun]
    said = bool(verbs) and verbs[-1].form == "past" and verbs[-1].type == "MAKE STATEMENT"
    return said and one.form == "noun" and first == at + 1 and state == "planned"


def _later(value: str, published: str) -> bool:
    """Say whether a date is past the publication, as finely as both are known: 15 March isn't past March."""
    fine = min(len(value), len(published), 10)
    return value[:fine] > published[:fine] if fine >= 4 else False


def _past(time: Time, published: str) -> bool:
    """Say whether a date was over before the report appeared."""
    until = time.until or ""
    return len(published) >= 10 and len(until) >= 10 and until[:10] <= published[:10]


def _nominal(sentence: Clause, first: int) -> Found | None:
    """A clause after أن without an event word still tells something: ``أنه لا قوات في بلده بنهاية العام``."""
    segment = sentence.segment(first)
    low, _ = sentence.bounds(segment)
    if sentence.opener(segment) in small_words("complementiser") and first - low > 2:
        return low + 1, _NOMINAL
    return None


def _undated(sentence: Clause, context: Context) -> list[Happening]:
    """Return the lead's main event where no time dates it: that of its first verb, its date unknown."""
    found = next((each for each in sentence.events if each[1].form != "noun" and not _aside(sentence, each[0])), None)
    if found is None:
        return []
    state = status(sentence, found, False, True) or "done"
    at = found[0]
    return [happening(sentence, found, extent(sentence, at, at, at), (None, "unknown", state), context)]


def _aside(sentence: Clause, at: int) -> bool:
    """Say whether a verb only tells of a noun or when something was: ``الذي وصل``, ``عندما وصل``, ``منذ بدأت``."""
    low, _ = sentence.bounds(sentence.segment(at))
    before = sentence.words[max(0, at - 1)].key
    opening = {sentence.words[low].key, before}
    governed = dict(sentence.events)[at].maybe_noun and before in small_words("no verb behind")
    return governed or not (small_words("relative") | small_words("when")).isdisjoint(opening)
