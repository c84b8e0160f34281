"""Figures of a story side by side: one row a figure, those of one counted noun in one series."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

from msgspec import Struct

from riwaya.arabic.calendars import weekday
from riwaya.arabic.lemmas import lemma
from riwaya.arabic.letters import fold
from riwaya.lexicon import table
from riwaya.model import Evidence, Figure, Report

_WORD = re.compile(r"[^\W\d_]{3,}")
_BESIDE = 5
_OF_THEM = frozenset({"منهم", "منهن", "منها", "اخر", "اخري", "اخرين", "اخرون"})
_AMONG = _OF_THEM | {"بين", "وبين", "اضافه", "بينهم", "بينهن", "بينها"}
"""Before a figure these make it a part of another; behind it ``بينهم`` (among them) says that it is the whole."""
_BEFORE, _AFTER = 3, 4
"""Words before a figure, and behind it, among which its fate (``أصيب``, was hurt) is looked for."""


class Count(Struct, frozen=True, kw_only=True):
    """A figure where it stands: who counts (``by``), as of when, and the words of its sentence."""

    figure: Figure
    evidence: Evidence
    text: str
    by: str | None
    as_of: str | None
    outlet: str | None
    spoken: bool
    series: str
    words: frozenset[str]
    beside: frozenset[str]
    part: bool
    sentence: int
    before: str
    fate: str | None
    days: frozenset[str]


def counts(reports: Iterable[Report]) -> list[Count]:
    """Return the numbered figures of the reports, those of one series together, in the order of the reports."""
    found = [count for report in reports for count in _of(report)]
    return sorted(found, key=lambda count: count.series)


def _words(text: str) -> frozenset[str]:
    return frozenset(_key(word) for word in _WORD.findall(text) if fold(word) not in _empty())


def _of(report: Report) -> Iterator[Count]:
    published, outlet = report.annotations.published, report.annotations.outlet
    for figure in report.annotations.figures:
        if figure.number is not None and figure.counted:
            yield Count(
                figure=figure,
                evidence=Evidence(doc=report.document.id, start=figure.start, end=figure.end),
                by=_voice(report, figure),
                as_of=published.value if published else None,
                outlet=outlet.name if outlet else None,
                series=series(figure.counted),
                **_surroundings(report, figure),
            )


def _surroundings(report: Report, figure: Figure) -> dict[str, Any]:
    text = report.document.text
    number, start, end = _sentence(report, figure)
    before, after = text[start : figure.start].split()[-_BESIDE:], text[figure.end : end].split()[:_BESIDE]
    return {
        "sentence": number,
        "before": text[start : figure.start],
        "fate": _fate(figure.counted.split(), before[: -_BEFORE - 1 : -1], after[:_AFTER]),
        "text": text[start:end],
        "spoken": any(one.start <= figure.start < one.end for one in report.annotations.statements),
        "words": _words(text[start:end]),
        "beside": frozenset(word for word in _words(" ".join((*before, *after))) if word not in _fates()),
        "days": frozenset(fold(word) for word in _WORD.findall(text[start:end]) if weekday(fold(word)) is not None),
        "part": not (_AMONG.isdisjoint(map(fold, before[-3:])) and _OF_THEM.isdisjoint(map(fold, after[:2]))),
    }


def series(counted: str) -> str:
    """Return the key of a counted noun in any number and case: ``جولات``, ``للجولات`` and ``الجولتين`` share one."""
    return " ".join(map(_key, counted.split()[:6]))


@lru_cache(maxsize=1 << 14)
def _key(word: str) -> str:
    return fold(lemma(word))


@cache
def _empty() -> frozenset[str]:
    """Return the words that say nothing of what is counted: ``على``, ``قال``, numbers."""
    return frozenset(fold(row["word"]) for row in table("story_stopwords"))


def _fate(*places: list[str]) -> str | None:
    """Return what befell those who are counted, by the noun, else the nearest word before, else behind the figure."""
    words = (fold(word.strip('،,.:؛"«»()')) for place in places for word in place)
    return next((_fates()[word] for word in words if word in _fates()), None)


@cache
def _fates() -> dict[str, str]:
    return {fold(form): row["fate"] for row in table("fates") for form in row["forms"].split(";")}


def _sentence(report: Report, figure: Figure) -> tuple[int, int, int]:
    for number, sentence in enumerate(report.annotations.sentences):
        if sentence.start <= figure.start < sentence.end:
            return number, sentence.start, min(sentence.end, sentence.start + 600)
    return -1, figure.start, figure.end


def _voice(report: Report, figure: Figure) -> str | None:
    """Return the speaker in whose content the figure stands, innermost; else the outlet."""
    around = [s for s in report.annotations.statements if s.start <= figure.start < s.end]
    if around:
        inner = min(around, key=lambda statement: statement.end - statement.start)
        return inner.speaker.name if inner.speaker else None
    outlet = report.annotations.outlet
    return outlet.name if outlet else None
