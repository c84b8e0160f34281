"""Digests of reports, made once and read at every linking, and the marks of what was linked of each story.

A digest is bytes here: whoever made it reads it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from sqlalchemy import Connection, delete, select

from riwaya.model import Streamed
from riwaya.store.documents import chunks
from riwaya.store.inserting import insert_all
from riwaya.store.schema import (
    copy_windows,
    digests,
    entities,
    entity_inputs,
    records,
    stories,
    story_inputs,
    stream,
    versions,
)


class Digested(Struct, frozen=True):
    """The digest of a report (a document id), in three parts that are read at different times."""

    doc: str
    head: bytes
    lines: bytes
    wording: bytes


def without(connection: Connection, by: str) -> list[int]:
    """Return the versions of the reports that have no digest made ``by`` this code, in the order they came."""
    query = select(versions.c.id).join_from(versions, records).join(digests, isouter=True)
    missing = digests.c.version.is_(None) | (digests.c.by != by)
    return list(connection.scalars(query.where(versions.c.current, missing).order_by(versions.c.id)))


def put(connection: Connection, by: str, made: Sequence[Digested]) -> None:
    """Store digests made ``by`` this code in place of others of the same reports."""
    rows = select(versions.c.document, versions.c.id).join_from(versions, records)
    known = rows.where(versions.c.current, versions.c.document.in_([one.doc for one in made]))
    number = {row[0]: row[1] for row in connection.execute(known)}
    connection.execute(delete(digests).where(digests.c.version.in_(number.values())))
    fresh = [
        {"version": number[one.doc], "by": by, "head": one.head, "lines": one.lines, "wording": one.wording}
        for one in made
        if one.doc in number
    ]
    insert_all(connection, digests, fresh)


def heads(connection: Connection) -> Iterator[bytes]:
    """Yield the heads of the digests of all current reports."""
    query = select(digests.c.head).join_from(digests, versions).where(versions.c.current)
    yield from connection.execution_options(yield_per=500).scalars(query)


def parts(connection: Connection, docs: Sequence[str]) -> Iterator[Digested]:
    """Yield the digests of some reports, in their order."""
    columns = (versions.c.document, digests.c.head, digests.c.lines, digests.c.wording)
    for some in chunks(docs, 500):
        query = select(*columns).join_from(versions, digests).where(versions.c.document.in_(some), versions.c.current)
        found = {row[0]: Digested(*row) for row in connection.execute(query)}
        yield from (found[doc] for doc in some)


def linked(connection: Connection) -> Iterator[tuple[str, str, str]]:
    """Yield every story that was linked: its id, the mark of what its lines follow from, its record."""
    query = select(stories.c.id, story_inputs.c.inputs, stories.c.record).join_from(stories, story_inputs)
    for row in connection.execute(query):
        yield row[0], row[1], row[2]


def met(connection: Connection) -> Iterator[tuple[str, str, str]]:
    """Yield every entity that was linked: its id, the mark of what it follows from, its record."""
    query = select(entities.c.id, entity_inputs.c.inputs, entities.c.record).join_from(entities, entity_inputs)
    for row in connection.execute(query):
        yield row[0], row[1], row[2]


def streamed(connection: Connection) -> dict[str, Streamed]:
    """Return what became of each report in the stream of news, by document id."""
    return {row[0]: Streamed(*row[1:]) for row in connection.execute(select(stream))}


def windows(connection: Connection) -> Iterator[tuple[int, str]]:
    """Yield what was found copied in each window of time, as its first era and a record."""
    for row in connection.execute(select(copy_windows)):
        yield row[0], row[1]
