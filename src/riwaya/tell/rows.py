"""The views as rows: one dict a row, with the words it rests on; what ``riwaya show VIEW --json`` prints.

The fields of each view are those of the table in DESIGN.md ("Interfaces that stay stable"); ``organisations``,
``places`` and ``gaps`` come on top. Rows name documents by ``Document.doc``: the record's id, or the file's name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from msgspec import json, to_builtins

from riwaya.model import (
    Account,
    Annotations,
    Calling,
    Came,
    Commitment,
    Conflict,
    Copy,
    Detail,
    Entity,
    Entry,
    Evidence,
    FigureSeries,
    Instance,
    Part,
    Position,
    Report,
    Statement,
    Turn,
    Witness,
)
from riwaya.origin import origins
from riwaya.tell.claim import claimed
from riwaya.tell.gaps import gaps
from riwaya.tell.known import Known
from riwaya.tell.views import Views

Row = dict[str, Any]
Namer = Callable[[str], str]
Maker = Callable[[Views, str | None, Namer], Iterator[Row]]


def rows(view: str, views: Views, story: str | None = None) -> Iterator[Row]:
    """Yield the rows of a view, of one story or of all; ``evidence`` is ``[{doc, start, end}]`` in code points.

    Raises KeyError for a view that is not in ``VIEWS``.
    """
    return VIEWS[view](views, story, Names(views))


def article(report: Report) -> Row:
    """Return one report with its text and every annotation as a row (``riwaya show article DOC --json``)."""
    document = report.document
    record: Row = _plain(report.annotations)
    whole = {"doc": document.doc, "start": 0, "end": len(document.text)}
    return record | {"key": document.key, "url": document.url, "text": document.text, "evidence": [whole]}


class Names:
    """Document ids as the names that people see; asks the store once, and only where there is a row."""

    def __init__(self, views: Views) -> None:
        self._views = views

    def __call__(self, doc: str) -> str:
        return self._known.get(doc, doc)

    @cached_property
    def _known(self) -> Mapping[str, str]:
        return self._views.names()


def _plain(value: Annotations | Entry | Instance | Commitment | Position) -> Row:
    """Return a struct as JSON would have it: dicts and lists all the way down."""
    row: Row = json.decode(json.encode(value))
    return row


def _evidence(evidence: Iterable[Evidence], name: Namer) -> list[Row]:
    return [{"doc": name(one.doc), "start": one.start, "end": one.end} for one in evidence]


def _stories(views: Views, story: str | None, name: Namer) -> Iterator[Row]:
    for one in views.stories():
        if story in (None, one.id):
            yield {
                "story": one.id,
                "title": one.title,
                "from": one.from_,
                "until": one.until,
                "documents": [name(doc) for doc in one.documents],
                "outlets": list(one.outlets),
                "people": list(one.people),
                "places": list(one.places),
                "parts": [_part(part, name) for part in one.parts],
                "neighbours": [to_builtins(near) for near in one.neighbours],
                "rulings": [to_builtins(mark) for mark in one.rulings],
                "evidence": _evidence(one.evidence, name),
            }


def _part(one: Part, name: Namer) -> Row:
    return {
        "title": one.title,
        "from": one.from_,
        "until": one.until,
        "documents": [name(doc) for doc in one.documents],
    }


def _timeline(views: Views, story: str | None, name: Namer) -> Iterator[Row]:
    for entry in views.timeline(story):
        row: Row = _plain(entry)
        row["first"] = name(entry.first) if entry.first else None
        row["came"] = [_named(one, name) for one in entry.came]
        row["inferred"] = [name(doc) for doc in entry.inferred]
        row["evidence"] = _evidence(entry.evidence, name)
        yield row


def _entities(kind: str) -> Maker:
    def make(views: Views, story: str | None, name: Namer) -> Iterator[Row]:
        for entity in views.entities(story):
            if entity.type == kind:
                yield _entity(entity, name)

    return make


def _entity(entity: Entity, name: Namer) -> Row:
    row: Row = {
        "id": entity.id,
        "name": entity.name,
        "romanised": entity.romanised,
        "romanised_by": entity.romanised_by,
        "variants": list(entity.variants),
        "slips": list(entity.slips),
    }
    if entity.type == "person":
        row["countries"] = list(entity.countries)
        row["roles"] = [
            {"title": role.title, "of": role.of, "from": role.from_, "until": role.until} for role in entity.roles
        ]
        row["conflicts"] = [_conflict(one, name) for one in entity.conflicts]
    row["documents"] = [name(doc) for doc in entity.documents]
    row["rulings"] = [to_builtins(one) for one in entity.rulings]
    tenure = [one for role in entity.roles for one in role.evidence]
    return row | {"evidence": _evidence(dict.fromkeys((*entity.evidence, *tenure)), name)}


def _conflict(one: Conflict, name: Namer) -> Row:
    return {
        "title": one.title,
        "other": one.other,
        "holder": one.holder or None,
        "from": one.from_,
        "until": one.until,
        "evidence": _evidence(one.evidence, name),
        "against": _evidence(one.against, name),
    }


def _statements(views: Views, story: str | None, name: Namer) -> Iterator[Row]:
    ruled = Known(one for one in views.entities(story) if one.rulings)
    for report in views.reports(story):
        found = report.annotations.statements
        for statement, origin in zip(found, origins(found), strict=True):
            within = None if statement.parent is None else found[statement.parent]
            yield _statement(report, statement, origin, name, ruled) | {"within": _span(within)}


def _statement(report: Report, statement: Statement, origin: str | None, name: Namer, ruled: Known) -> Row:
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
        "origin": _called(origin, report, ruled) if origin else None,
        "claim": claimed(report, statement),
        "evidence": [{"doc": name(document.id), "start": statement.start, "end": statement.end}],
    }


def _span(statement: Statement | None) -> Row | None:
    """Return where the statement stands in whose content another one does."""
    return {"start": statement.start, "end": statement.end} if statement else None


def _called(name: str, report: Report, ruled: Known) -> str:
    entity = ruled.here(name, report.document.id)
    return entity.name if entity else name


def _figures(views: Views, story: str | None, name: Namer) -> Iterator[Row]:
    for series in views.figures(story):
        against = _rivals(series)
        for place, count in enumerate(series.counts):
            yield {
                "story": series.story,
                "what": count.counted or series.what,
                "of": series.of,
                "number": count.number,
                "upper": count.upper,
                "relation": count.relation,
                "as_of": count.as_of,
                "by": count.by or count.outlet,
                "outlet": count.outlet,
                "origin": count.origin,
                "published": count.published,
                "series": series.id,
                "fate": series.fate,
                "where": list(series.where),
                "verdict": series.verdict,
                "low": series.low,
                "high": series.high,
                "disputed": place in against,
                "reasons": sorted({reason for _, reason in against.get(place, ())}),
                "evidence": _evidence([count.evidence], name),
                "against": _evidence((series.counts[other].evidence for other, _ in against.get(place, ())), name),
            }


def _rivals(series: FigureSeries) -> dict[int, list[tuple[int, str]]]:
    """Return by place of a count those that it can't be true beside, and why."""
    found: dict[int, list[tuple[int, str]]] = {}
    for one in series.rivals:
        found.setdefault(one.left, []).append((one.right, one.reason))
        found.setdefault(one.right, []).append((one.left, one.reason))
    return found


def _sources(views: Views, story: str | None, name: Namer) -> Iterator[Row]:
    for profile in views.sources(story):
        yield {
            "story": profile.story,
            "outlet": profile.outlet,
            "documents": profile.documents,
            "statements": profile.statements,
            "own": profile.own,
            "chains": dict(sorted(profile.chains.items(), key=lambda item: (-item[1], item[0]))),
            "unnamed": profile.unnamed,
            "copies": [_copy(copy, name) for copy in profile.copies],
            "evidence": _evidence(
                dict.fromkeys((*profile.evidence, *(one for copy in profile.copies for one in copy.evidence))), name
            ),
        }


def _copy(copy: Copy, name: Namer) -> Row:
    """Return a copy with its passages; each has the words of ``doc`` and, beside them, those of ``original``."""
    return {
        "doc": name(copy.doc),
        "original": name(copy.original),
        "score": copy.score,
        "kind": copy.kind,
        "basis": copy.basis,
        "third": copy.third,
        "same_outlet": copy.same_outlet,
        "rulings": [to_builtins(mark) for mark in copy.rulings],
        "passages": [
            {"doc": _place(one.doc, name), "original": _place(one.original, name), "same": one.same}
            for one in copy.passages
        ],
    }


def _place(place: Evidence, name: Namer) -> Row:
    return {"doc": name(place.doc), "start": place.start, "end": place.end}


def _processes(views: Views, story: str | None, name: Namer) -> Iterator[Row]:
    for one in views.processes(story):
        row: Row = _plain(one)
        row["called"] = [_named(calling, name) for calling in one.called]
        row["evidence"] = _evidence(one.evidence, name)
        yield row


def _commitments(views: Views, story: str | None, name: Namer) -> Iterator[Row]:
    for one in views.commitments(story):
        row: Row = _plain(one)
        row["history"] = [_named(turn, name) for turn in one.history]
        row["evidence"] = _evidence(one.evidence, name)
        yield row


def _named(one: Calling | Turn | Witness | Came, name: Namer) -> Row:
    """Return what one report says, with the report's name in the place of its id."""
    row: Row = json.decode(json.encode(one))
    place = row.pop("evidence")
    return row | {"doc": name(one.evidence.doc), "start": place["start"], "end": place["end"]}


def _accounts(views: Views, story: str | None, name: Namer) -> Iterator[Row]:
    for one in views.accounts(story):
        yield {
            "account": one.id,
            "story": one.story,
            "event": one.event,
            "date": one.date,
            "details": [_detail(detail, one, name) for detail in one.details],
            "witnesses": [_named(witness, name) for witness in one.witnesses],
            "origins": one.origins,
            "unknown": one.unknown,
            "merges": [
                {"docs": [name(doc) for doc in merge.docs], "reason": merge.reason, "origin": merge.origin}
                for merge in one.merges
            ],
            "cautions": list(one.cautions),
            "rulings": [to_builtins(mark) for mark in one.rulings],
            "evidence": _evidence(one.evidence, name),
        }


def _detail(detail: Detail, account: Account, name: Namer) -> Row:
    """Return a detail with what each report says of it, under the report's name, and each of its witnesses."""
    says: dict[str, Any] = {}
    for cell in detail.cells:
        if cell.verdict != "lacks":
            says.setdefault(name(account.witnesses[cell.witness].doc), cell.value)
    return {
        "detail": detail.what,
        "kind": detail.kind,
        "says": says,
        "verdict": "contradicts" if detail.disputed else "says",
        "reason": detail.reason,
        "cells": [{"witness": cell.witness, "verdict": cell.verdict, "value": cell.value} for cell in detail.cells],
    }


def _positions(views: Views, story: str | None, name: Namer) -> Iterator[Row]:
    for one in views.positions(story):
        row: Row = _plain(one)
        row["against"] = _evidence([one.against], name)[0] if one.against else None
        row["contradicts"] = _evidence(one.contradicts, name)
        row["evidence"] = _evidence(one.evidence, name)
        yield row


def _articles(views: Views, story: str | None, name: Namer) -> Iterator[Row]:
    for report in views.reports(story):
        yield article(report)


def _gaps(views: Views, story: str | None, name: Namer) -> Iterator[Row]:
    for gap in gaps(views.reports(story), views.failures()):
        yield {
            "gap": gap.kind,
            "doc": gap.doc if gap.kind == "not-read" else name(gap.doc),
            "why": gap.why,
            "text": gap.text,
            "names": list(gap.names),
            "evidence": _evidence(gap.evidence, name),
        }


VIEWS: dict[str, Maker] = {
    "stories": _stories,
    "timeline": _timeline,
    "people": _entities("person"),
    "organisations": _entities("organisation"),
    "places": _entities("place"),
    "statements": _statements,
    "figures": _figures,
    "processes": _processes,
    "commitments": _commitments,
    "accounts": _accounts,
    "positions": _positions,
    "sources": _sources,
    "article": _articles,
    "gaps": _gaps,
}
"""Every view by its name on the command line."""
