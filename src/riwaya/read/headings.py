"""Section headings: short lines between paragraphs, neither furniture nor sentences: ``ملفات عديدة`` (many files)."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from riwaya.model import Span
from riwaya.read.lines import Line

_MOST_WORDS = 9
_PARAGRAPH = 12
_ENDS = re.compile(r"[.،؛…,\"”»)]$")
_LISTED = re.compile(r"^[-–—•*▪●\d]")
_SPEECH = re.compile(r"^(?:و?(?:قال|قالت|اضاف|اضافت|تابع|اكد|اوضح|زاد|سال|اجاب)|س|ج)\b")


def headings(lines: Sequence[Line], taken: Collection[int]) -> tuple[Span, ...]:
    """Return the headings among ``lines`` whose index is not in ``taken`` (title, furniture, frame).

    Misses: headings of more than nine words, and those right after another short line.
    """
    free = [i for i in range(len(lines)) if i not in taken and lines[i].words]
    found = []
    for before, i, after in zip(free, free[1:], free[2:], strict=False):
        if _short(lines[i]) and _prose(lines[before]) and _prose(lines[after]):
            found.append(Span(start=lines[i].start, end=lines[i].end))
    return tuple(found)


def _short(line: Line) -> bool:
    if line.words > _MOST_WORDS or _ENDS.search(line.text) or _LISTED.match(line.text) or _SPEECH.match(line.key):
        return False
    return not line.text.endswith(":") or line.words <= 3


def _prose(line: Line) -> bool:
    return line.words >= _PARAGRAPH or (line.closed and line.words >= 6)
