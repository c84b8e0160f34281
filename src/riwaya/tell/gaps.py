"""What a reader must know before anything else: what was not read, not dated, not attributed, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from msgspec import Struct

from riwaya.model import Evidence, Failure, Report, Span

Kind = Literal[
    "not-read",
    "not-dated",
    "coarsely-dated",
    "no-outlet",
    "not-attributed",
    "time-unresolved",
    "dates-disagree",
    "oddity",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""The kinds in the order in which a page lists them."""
_DISAGREE = "which disagree"
"""What the trace of a time says where the report tells one day in two calendars, and they are two days."""


class Gap(Struct, frozen=True, kw_only=True):
    """One thing that is missing, in which report, and why: a key of ``page/words.tsv`` or a stage's own words."""

    kind: Kind
    doc: str
    why: str
    text: str = ""
    names: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


def gaps(reports: Iterable[Report], failures: Iterable[Failure]) -> Iterator[Gap]:
    """Yield what is missing: failures first, then report by report."""
    for failure in failures:
        yield Gap(kind="not-read", doc=failure.doc, why=f"{failure.stage}: {failure.reason}")
    for report in reports:
        yield from _undated(report)
        yield from _unattributed(report)
        yield from _unresolved(report)
        for note in report.annotations.notes:
            yield Gap(kind="oddity", doc=report.document.id, why=note)


def _undated(report: Report) -> Iterator[Gap]:
    doc, published = report.document.id, report.annotations.published
    if published is None:
        yield Gap(kind="not-dated", doc=doc, why="why.no-date")
    elif len(published.value) < len("2020-01-01"):
        yield Gap(
            kind="coarsely-dated",
            doc=doc,
            why="why.coarse",
            text=published.value,
            evidence=_spans(doc, published.evidence),
        )
    if report.annotations.outlet is None:
        yield Gap(kind="no-outlet", doc=doc, why="why.no-outlet")


def _unattributed(report: Report) -> Iterator[Gap]:
    text, doc = report.document.text, report.document.id
    for statement in report.annotations.statements:
        if statement.speaker is None:
            yield Gap(
                kind="not-attributed",
                doc=doc,
                why="why.several" if statement.candidates else "why.nobody",
                text=text[statement.start : min(statement.end, statement.start + 300)],
                names=statement.candidates,
                evidence=_spans(doc, (statement,)),
            )


def _unresolved(report: Report) -> Iterator[Gap]:
    text, doc = report.document.text, report.document.id
    for time in report.annotations.times:
        disagree = _DISAGREE in time.rule
        if time.value is None or disagree:
            words = text[time.start : min(time.end, time.start + 100)]
            yield Gap(
                kind="dates-disagree" if disagree else "time-unresolved",
                doc=doc,
                why=time.rule or "why.no-anchor",
                text=words,
                evidence=_spans(doc, (time,)),
            )


def _spans(doc: str, spans: Iterable[Span]) -> tuple[Evidence, ...]:
    return tuple(Evidence(doc=doc, start=span.start, end=span.end) for span in spans)
