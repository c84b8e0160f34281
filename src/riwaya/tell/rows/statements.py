"""Statements and whole articles as rows."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.model import Origin, Report, Statement
from riwaya.tell.claim import claimed
from riwaya.tell.known import Known
from riwaya.tell.origins import Origins
from riwaya.tell.rows.naming import Namer, Row, plain
from riwaya.tell.views import Views


def statements(views: Views, story: str | None, name: Namer) -> Iterator[Row]:
    """Yield the statements, report by report, with speaker, chain and origin."""
    ruled = Known(one for one in views.entities(story) if one.rulings)
    origins = Origins(views.sources(story))
    for report in views.reports(story):
        found = report.annotations.statements
        for statement, origin in zip(found, origins.of(report), strict=True):
            within = None if statement.parent is None else found[statement.parent]
            yield _statement(report, statement, origin, name, ruled) | {"within": _span(within)}


def _statement(report: Report, statement: Statement, origin: Origin | None, name: Namer, ruled: Known) -> Row:
    """Return a statement as a row; of those on whom a person ruled it has the name that they go by since."""
    document, published = report.document, report.annotations.published
    return {
        "doc": name(document.id),
        "outlet": report.annotations.outlet.name if report.annotations.outlet else None,
        "published": published.value if published else None,
        "speaker": _called(statement.speaker.name, report, ruled) if statement.speaker else None,
        "kind": statement.speaker.kind if statement.speaker else None,
        "candidates": list(statement.candidates),
        "stance": statement.cue.stance,
        "cue": statement.cue.lemma,
        "mode": statement.mode,
        "text": document.text[statement.start : statement.end],
        "occasion": statement.occasion.name if statement.occasion else None,
        "occasion_date": statement.occasion.date if statement.occasion else None,
        "occasion_place": statement.occasion.place if statement.occasion else None,
        "chain": [{"name": link.name, "kind": link.kind, "inherited": link.inherited} for link in statement.chain],
        "origin": origin.name if origin else None,
        "voice": origin.voice if origin else None,
        "claim": claimed(report, statement),
        "evidence": [{"doc": name(document.id), "start": statement.start, "end": statement.end}],
    }


def _span(statement: Statement | None) -> Row | None:
    """Return where the statement stands in whose content another one does."""
    return {"start": statement.start, "end": statement.end} if statement else None


def _called(name: str, report: Report, ruled: Known) -> str:
    entity = ruled.here(name, report.document.id)
    return entity.name if entity else name


def articles(views: Views, story: str | None, name: Namer) -> Iterator[Row]:
    """Yield the reports whole."""
    for report in views.reports(story):
        yield article(report)


def article(report: Report) -> Row:
    """Return one report with its text and every annotation as a row (``riwaya show article DOC --json``)."""
    document = report.document
    record: Row = plain(report.annotations)
    whole = {"doc": document.doc, "start": 0, "end": len(document.text)}
    return record | {"key": document.key, "url": document.url, "text": document.text, "evidence": [whole]}
