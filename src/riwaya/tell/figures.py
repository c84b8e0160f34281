"""Figures of a story side by side: one row a figure, those of one counted noun in one series."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import combinations, groupby
from typing import Any

from msgspec import Struct

from riwaya.arabic.lemmas import lemma
from riwaya.arabic.letters import fold
from riwaya.lexicon import table
from riwaya.model import Evidence, Figure, Report

_WORD = re.compile(r"[^\W\d_]{3,}")
_NEAR = frozenset({"exactly", "about"})
_LEAST_SHARED = 4
_LEAST_RATIO = 1 / 3
_BESIDE = 5
_LEAST_BESIDE = 2
_FARTHEST = 4
_OF_MORE = frozenset({"بينهم", "منهم", "بينهن", "منها", "بينها", "اخر", "اخري", "اخرين", "اخرون"})
_MOST_PAIRED = 200


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


def counts(reports: Iterable[Report]) -> list[Count]:
    """Return the numbered figures of the reports, those of one series together, in the order of the reports."""
    found = [count for report in reports for count in _of(report)]
    return sorted(found, key=lambda count: count.series)


def disputed(found: list[Count]) -> set[Evidence]:
    """Return the places of figures that contradict each other: same noun, same day, much the same sentence.

    Two counts differ only if both are exact or about, neither can round to the other nor is four times as large,
    two outlets or two named voices give them on one day, each is the only count of its noun in its sentence and no
    part of another count (``بينهم``, among them), and the sentences share four words, a third of all theirs, and two
    of those right beside the figure: what is compared must be one thing. Sums, scores and measures
    (``lexicon/measures.tsv``) are never compared: a sentence about prices holds many.

    Misses: differences told in unlike words or over days, between ranges, and of a bare singular (``صاروخ``) against
    a number.
    """
    at_odds: set[Evidence] = set()
    for series, group in groupby(found, key=lambda count: count.series):
        if _measures().isdisjoint(series.split(" ")):
            for left, right in combinations(_alone(list(group))[:_MOST_PAIRED], 2):
                if _differ(left, right):
                    at_odds |= {left.evidence, right.evidence}
    return at_odds


@cache
def _measures() -> frozenset[str]:
    return frozenset(_series(row["noun"]) for row in table("measures"))


def _alone(group: list[Count]) -> list[Count]:
    """Return the counts that are the only ones of their series in their sentence."""
    number = Counter((count.evidence.doc, count.text) for count in group)
    return [one for one in group if number[one.evidence.doc, one.text] == 1 and not one.part]


def _differ(left: Count, right: Count) -> bool:
    return (
        {left.figure.relation, right.figure.relation} <= _NEAR
        and _two_voices(left, right)
        and left.as_of is not None
        and right.as_of is not None
        and len(left.as_of) >= len("2020-01-01")
        and left.as_of[:10] == right.as_of[:10]
        and _comparable(left.figure, right.figure)
        and _alike(left, right)
    )


def _two_voices(left: Count, right: Count) -> bool:
    """Tell whether two outlets differ, or two named voices of one report."""
    if left.evidence.doc == right.evidence.doc:
        return left.spoken and right.spoken and left.by != right.by
    return left.outlet != right.outlet or left.outlet is None


def _comparable(left: Figure, right: Figure) -> bool:
    """Tell whether two numbers may be rival counts: neither as near as a round number nor worlds apart."""
    low, high = sorted((left.number or 0, right.number or 0))
    slack = 0.05 * high if "about" in (left.relation, right.relation) else 0
    return slack < high - low and high <= _FARTHEST * low


def _alike(left: Count, right: Count) -> bool:
    """Tell whether the sentences, and the words right beside the figures, are much the same."""
    shared = len(left.words & right.words)
    enough = shared >= _LEAST_SHARED and shared >= _LEAST_RATIO * len(left.words | right.words)
    return enough and len(left.beside & right.beside) >= _LEAST_BESIDE


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
                series=_series(figure.counted),
                **_surroundings(report, figure),
            )


def _surroundings(report: Report, figure: Figure) -> dict[str, Any]:
    text = report.document.text
    start, end = _sentence(report, figure)
    before, after = text[start : figure.start].split()[-_BESIDE:], text[figure.end : end].split()[:_BESIDE]
    return {
        "text": text[start:end],
        "spoken": any(one.start <= figure.start < one.end for one in report.annotations.statements),
        "words": _words(text[start:end]),
        "beside": _words(" ".join((*before, *after))),
        "part": not _OF_MORE.isdisjoint(map(fold, (*before[-2:], *after[:2]))),
    }


def _series(counted: str) -> str:
    """Return the key of a counted noun in any number and case: ``جولات``, ``للجولات`` and ``الجولتين`` share one."""
    return " ".join(map(_key, counted.split()[:6]))


@lru_cache(maxsize=1 << 14)
def _key(word: str) -> str:
    return fold(lemma(word))


@cache
def _empty() -> frozenset[str]:
    """Return the words that say nothing of what is counted: ``على``, ``قال``, numbers."""
    return frozenset(fold(row["word"]) for row in table("story_stopwords"))


def _sentence(report: Report, figure: Figure) -> tuple[int, int]:
    for sentence in report.annotations.sentences:
        if sentence.start <= figure.start < sentence.end:
            return sentence.start, min(sentence.end, sentence.start + 600)
    return figure.start, figure.end


def _voice(report: Report, figure: Figure) -> str | None:
    """Return the speaker in whose content the figure stands, innermost; else the outlet."""
    around = [s for s in report.annotations.statements if s.start <= figure.start < s.end]
    if around:
        inner = min(around, key=lambda statement: statement.end - statement.start)
        return inner.speaker.name if inner.speaker else None
    outlet = report.annotations.outlet
    return outlet.name if outlet else None
