"""When words were said: the day of their occasion, else that of their sentence's saying, else the report's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import tokens
from riwaya.arabic.verbs import readings
from riwaya.link.happenings import precision
from riwaya.link.positions.words import said
from riwaya.model import Cue, Report, Sentence, Statement, Time

DAY = 10
FRESH = 20  # days between an occasion and the report that dates it
MONTH = 7  # letters of a date that is fine enough to be the day or month of an occasion
NEAR = 60  # code points between a cue and the time that dates it
LED = 80  # code points before a cue in which the verb stands that puts it into the past of the past
BEFORE = 24  # code points before a cue in which ``كان قد`` stands


class Day(Struct, frozen=True):
    """A TIMEX3 date; ``own`` where the report dates the saying itself, ``earlier``: some time before it."""

    value: str | None
    own: bool = False
    earlier: bool = False


def day_said(report: Report, sentence: Sentence, one: Statement) -> Day:
    """Return when a statement was made: ``في لقاء سابق`` (at an earlier meeting) is before the report, no day known.

    Misses: a day that another sentence gives and that the occasion does not carry.
    """
    published = report.annotations.published.value[:10] if report.annotations.published else None
    held = one.occasion.date[:10] if one.occasion is not None and one.occasion.date else ""
    if len(held) >= MONTH and (published is None or held <= published):
        return Day(held, own=True) if _fresh(held, published) else Day(published, earlier=True)
    time = _beside(report, sentence, one)
    if time is not None and time.value and (published is None or time.value[:10] <= published):
        return Day(time.value[:10], own=True)
    return Day(published, earlier=_earlier(report.document.text, sentence, one))


def _fresh(held: str, published: str | None) -> bool:
    """Say whether an occasion lies so near its report that its day is sure to be its own, and not that of an event."""
    if published is None or len(held) < DAY or len(published) < DAY:
        return True
    return date.fromisoformat(published).toordinal() - date.fromisoformat(held).toordinal() <= FRESH


def _beside(report: Report, sentence: Sentence, one: Statement) -> Time | None:
    """Return the one day between a cue and its content, or right before the cue; else the one month."""
    inside: Sequence[Statement] = [
        other for other in report.annotations.statements if other.start < sentence.end and sentence.start < other.end
    ]
    near = [
        time
        for time in report.annotations.times
        if sentence.start <= time.start < sentence.end
        and min(abs(time.start - one.cue.end), abs(one.cue.start - time.end)) <= NEAR
        and not any(other.start <= time.start < other.end for other in inside)
    ]
    for fine in (("day", "part-of-day", "minute"), ("month",)):
        found = [time for time in near if precision(time) in fine]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _earlier(text: str, sentence: Sentence, one: Statement) -> bool:
    if one.occasion is not None and one.occasion.end is not None:
        after = [fold(word).strip("،.:") for word in text[one.occasion.end : one.occasion.end + 30].split()[:1]]
        if not said("earlier").isdisjoint(after):
            return True
    led = text[max(0, one.cue.start - LED) : one.cue.start]
    if re.search(r"\bو?كانت?\b[^.،؛:\n]*\bقد $", led):
        return True
    if re.match(r"\W*و?كانت? [^،؛:]*$", text[sentence.start : one.cue.start][:LED]) and _past(one.cue, text):
        return True  # وكانت الوزارة أعلنت
    before = [fold(word) for word in text[max(0, one.cue.start - BEFORE) : one.cue.start].split()]
    had = not said("had said").isdisjoint(before[-2:]) and "قد" in before[-1:]
    return had or "سبق" in "".join(before[-2:])


def _past(cue: Cue, text: str) -> bool:
    first = next(tokens(text, cue.start, cue.end), None)
    return first is not None and any(one.features.tense == "past" for one in readings(first.key))
