"""Series, commitments and positions as rows."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.tell.rows.naming import Namer, Row, evidence, named, plain
from riwaya.tell.views import Views


def processes(views: Views, story: str | None, name: Namer) -> Iterator[Row]:
    """Yield the instances of named series."""
    for one in views.processes(story):
        row: Row = plain(one)
        row["where"] = [*one.where, *(["online"] if one.online else [])]
        row["called"] = [named(calling, name) for calling in one.called]
        row["under"] = named(one.under, name) if one.under is not None else None
        row["evidence"] = evidence(one.evidence, name)
        yield row


def commitments(views: Views, story: str | None, name: Namer) -> Iterator[Row]:
    """Yield the undertakings with what became of them."""
    for one in views.commitments(story):
        row: Row = plain(one)
        row["history"] = [named(turn, name) for turn in one.history]
        row["evidence"] = evidence(one.evidence, name)
        yield row


def positions(views: Views, story: str | None, name: Namer) -> Iterator[Row]:
    """Yield the positions, actor after actor."""
    for one in views.positions(story):
        row: Row = plain(one)
        row["against"] = evidence([one.against], name)[0] if one.against else None
        row["contradicts"] = evidence(one.contradicts, name)
        row["evidence"] = evidence(one.evidence, name)
        yield row
