"""Why a report is taken to be of its day, in the reader's language: the trace of dating, put into words."""

from __future__ import annotations

import re

from riwaya.model import Published
from riwaya.tell.words import Both, word

_OF_WEEKDAY = re.compile(r"the (\w+) of the text, by the date (\S*)")
_WRITTEN_ON = re.compile(r"(?s).*; the text was written on a (\w+)")
_BY_OTHERS = re.compile(
    r"(?:the (\w+) of the text and )?the like report (?:.+?)(?:, in which its (\w+) is (\S+))?; both tell of (.*)"
)
_BEFORE = re.compile(r"the last (\w+) before it was found on (\S+)")
_DAYS = {
    "Monday": "الاثنين",
    "Tuesday": "الثلاثاء",
    "Wednesday": "الأربعاء",
    "Thursday": "الخميس",
    "Friday": "الجمعة",
    "Saturday": "السبت",
    "Sunday": "الأحد",
}


def reason(published: Published) -> Both:
    """Return the reason in both languages; one that has no Arabic words yet is given by its basis there."""
    trace = published.trace
    if found := _OF_WEEKDAY.fullmatch(trace):
        return _filled("trace.weekday", found[1], found[2])
    if found := _WRITTEN_ON.fullmatch(trace):
        return _filled("trace.written", found[1], "")
    if found := _BEFORE.fullmatch(trace):
        return _filled("trace.found", found[1], found[2])
    if found := _BY_OTHERS.fullmatch(trace):
        return _by_others(found)
    known = word(f"trace.{trace.replace(' ', '-')}")
    return known if known.ar != known.en else Both(word(f"basis.{published.basis}").ar, trace)


def _by_others(found: re.Match[str]) -> Both:
    """Return what other reports date a report by: the weekday of its own text, one that both name, their words."""
    today, shared, day, words = found.groups()
    parts = [_filled("trace.like", "", words)]
    parts += [_filled("trace.same", shared, day)] if shared else []
    parts += [_filled("trace.today", today, "")] if today else []
    return Both("، ".join(part.ar for part in parts), ", ".join(part.en for part in parts))


def _filled(key: str, day: str, date: str) -> Both:
    words = word(key)
    return Both(
        words.ar.format(day=_DAYS.get(day, day), date=date),
        words.en.format(day=day, date=date),
    )
