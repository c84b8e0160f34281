"""Which line is the headline of a plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from riwaya.model import Span
from riwaya.read.cues import cues
from riwaya.read.datelines import dateline
from riwaya.read.frame import brand, byline, credit, date_line, houses
from riwaya.read.lines import Line

_HEAD = 8
_MOST_WORDS = 24
_MOST_LETTERS = 170
_CLAUSE = re.compile(
    r"[،.؛:؟!\"“«(]|\.\.|\s(?:ان|أن|إن|لدى|خلال|بعد|قبل|في|على|أنه|أنها|إنه|إنها|بأن|حيث|فيما|بينما|التي|الذي|لكن|وذلك|عقب|مع|اليوم|أمس|بسبب|وسط|ضد)\s"
)
_LEAST_WORDS = 4
_SENTENCE = 10


def title_line(lines: Sequence[Line]) -> int | None:
    """Return the index of the line that holds the headline: the first one that is words, and neither brand nor date."""
    for i, line in enumerate(lines[:_HEAD]):
        if line.words >= 2 and not (_page(line) or brand(line) or date_line(line) or _signed(line)):
            return i
    return None


def _signed(line: Line) -> bool:
    """``وكالات – صحيفة الضفة`` above the headline: a credit or byline that names a house for certain."""
    return line.words <= 8 and bool(houses(line.text)) and (credit(line.text) is not None or byline(line))


def _page(line: Line) -> bool:
    if line.text.startswith(("http://", "https://", "www.")):
        return True
    return any(cues(where).at(line.key, line.words) for where in ("whole", "any")) and line.words <= 12


def title_span(line: Line) -> Span | None:
    """Return the headline in its line: all of it, or where the line is the lead itself, its first clause.

    ``بريد السهول من النخيل: افتتحت سلمى الدوري مكتبة عامة في حي …`` → ``افتتحت سلمى الدوري مكتبة عامة``.
    """
    if not is_lead(line):
        return Span(start=line.start, end=line.end)
    opened = dateline(line.text)
    start = opened.end if opened else 0
    start += len(line.text[start:]) - len(line.text[start:].lstrip(' \u00a0-–—:"“«'))
    if start >= len(line.text):
        return None
    for mark in _CLAUSE.finditer(line.text, start, start + _MOST_LETTERS):
        clause = line.text[start : mark.start()].rstrip()
        if len(clause.split()) >= _LEAST_WORDS:
            return Span(start=line.start + start, end=line.start + start + len(clause))
    end = min(len(line.text), start + _MOST_LETTERS)
    space = line.text.rfind(" ", start + 1, end) if end < len(line.text) else end
    return Span(start=line.start + start, end=line.start + (space if space > start else end))


def is_lead(line: Line) -> bool:
    """Say whether a line is too long, or too much of a sentence, to be a headline."""
    sentence = line.words >= _SENTENCE and line.text.endswith(".") and not line.text.endswith("..")
    return sentence or line.words > _MOST_WORDS or len(line.text) > _MOST_LETTERS or dateline(line.text) is not None
