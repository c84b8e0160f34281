"""Stories, timeline and what is missing, as rows."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import to_builtins

from riwaya.model import Part
from riwaya.tell.early import early
from riwaya.tell.gaps import gaps
from riwaya.tell.rows.naming import Namer, Row, evidence, named, plain
from riwaya.tell.views import Views


def stories(views: Views, story: str | None, name: Namer) -> Iterator[Row]:
    """Yield the stories with their reports, parts and neighbours."""
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
                "evidence": evidence(one.evidence, name),
            }


def _part(one: Part, name: Namer) -> Row:
    return {
        "title": one.title,
        "from": one.from_,
        "until": one.until,
        "documents": [name(doc) for doc in one.documents],
    }


def timeline(views: Views, story: str | None, name: Namer) -> Iterator[Row]:
    """Yield the entries of the timeline, each with how it came."""
    for entry in views.timeline(story):
        row: Row = plain(entry)
        row["where"] = [*entry.where, *(["online"] if entry.online else [])]
        row["first"] = name(entry.first) if entry.first else None
        row["headline"] = named(entry.headline, name) if entry.headline else None
        row["came"] = [named(one, name) for one in entry.came]
        row["early"] = early(entry) or None
        row["inferred"] = [name(doc) for doc in entry.inferred]
        row["evidence"] = evidence(entry.evidence, name)
        yield row


def missing(views: Views, story: str | None, name: Namer) -> Iterator[Row]:
    """Yield what could not be read or told, and why."""
    for gap in gaps(views.reports(story), views.failures()):
        yield {
            "gap": gap.kind,
            "doc": gap.doc if gap.kind == "not-read" else name(gap.doc),
            "why": gap.why,
            "text": gap.text,
            "names": list(gap.names),
            "evidence": evidence(gap.evidence, name),
        }
