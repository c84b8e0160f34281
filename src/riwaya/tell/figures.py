"""Figures of a story side by side: one row a figure, those of one counted noun in one series."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, groupby

from msgspec import Struct

from riwaya.arabic.lemmas import lemma
from riwaya.arabic.letters import fold
from riwaya.model import Evidence, Figure, Report

_NEAR = frozenset({"exactly", "about"})
_LEAST_SHARED = 3
_LEAST_RATIO = 0.3


class Count(Struct, frozen=True, kw_only=True):
    """A figure where it stands: who counts (``by``), as of when, and the words of its sentence."""

    figure: Figure
    evidence: Evidence
    text: str
    by: str | None
    as_of: str | None
    series: str
    words: frozenset[str]


def counts(reports: Iterable[Report]) -> list[Count]:
    """Return the numbered figures of the reports, those of one series together, in the order of the reports."""
    found = [count for report in reports for count in _of(report)]
    return sorted(found, key=lambda count: count.series)


def disputed(found: list[Count]) -> set[Evidence]:
    """Return the places of figures that contradict each other: same noun, same time, much the same sentence.

    Two counts differ only if both are exact or about, neither can round to the other, different voices give them, and
    their sentences share at least three words and a third of all: what is compared must be one thing.

    Misses: differences told in unlike words, between ranges, and of a bare singular (``صاروخ``) against a number.
    """
    at_odds: set[Evidence] = set()
    for _, group in groupby(found, key=lambda count: count.series):
        for left, right in combinations(list(group)[:200], 2):
            if _differ(left, right):
                at_odds |= {left.evidence, right.evidence}
    return at_odds


def _differ(left: Count, right: Count) -> bool:
    return (
        {left.figure.relation, right.figure.relation} <= _NEAR
        and left.by != right.by
        and left.as_of is not None
        and right.as_of is not None
        and left.as_of[:7] == right.as_of[:7]
        and not _close(left.figure, right.figure)
        and _alike(left.words, right.words)
    )


def _close(left: Figure, right: Figure) -> bool:
    """Tell whether the numbers are equal, or as near as a round number stands to an exact one."""
    low, high = sorted((left.number or 0, right.number or 0))
    slack = 0.05 * high if "about" in (left.relation, right.relation) else 0
    return high - low <= slack


def _alike(left: frozenset[str], right: frozenset[str]) -> bool:
    shared = len(left & right)
    return shared >= _LEAST_SHARED and shared >= _LEAST_RATIO * min(len(left), len(right))


def _of(report: Report) -> Iterator[Count]:
    document, notes = report.document, report.annotations
    published = notes.published.value if notes.published else None
    for figure in notes.figures:
        if figure.number is None or not figure.counted:
            continue
        start, end = _sentence(report, figure)
        words = frozenset(word for word in map(fold, document.text[start:end].split()) if len(word) > 3)
        yield Count(
            figure=figure,
            evidence=Evidence(doc=document.id, start=figure.start, end=figure.end),
            text=document.text[start:end],
            by=_voice(report, figure),
            as_of=published,
            series=_series(figure.counted),
            words=words,
        )


def _series(counted: str) -> str:
    """Return the key of a counted noun in any number and case: ``جولات``, ``للجولات`` and ``الجولتين`` share one."""
    return " ".join(fold(lemma(word)) for word in counted.split()[:6])


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
