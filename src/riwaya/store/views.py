"""What ``tell`` reads from a store: current reports, stories, entities and what was linked, each as its struct."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Select, Table, inspect, select

from riwaya.model import (
    Account,
    Annotations,
    Commitment,
    Entity,
    Entry,
    FigureSeries,
    Instance,
    Position,
    Report,
    SourceProfile,
    Story,
)
from riwaya.store.documents import document
from riwaya.store.schema import (
    accounts,
    articles,
    commitments,
    entities,
    entity_reports,
    figure_series,
    positions,
    processes,
    records,
    sources,
    stories,
    story_reports,
    timeline,
    versions,
)

T = TypeVar("T")
_ANNOTATIONS = msgspec.json.Decoder(Annotations)
_REPORT = select(versions.c.id, versions.c.text, versions.c.record, records.c.learned, records.c.record).join_from(
    versions, records
)


def _report(row: Any) -> Report:
    _, text, read, learned, record = row
    return Report(document=document(learned or read, text), annotations=_ANNOTATIONS.decode(record))


def order(connection: Connection, story: str | None) -> list[int]:
    """Return the versions that ``reports`` gives, by publication then key, unknown dates last."""
    query = select(versions.c.id).join_from(versions, records).join(articles).where(versions.c.current)
    if story is not None:
        query = query.join(story_reports, story_reports.c.version == versions.c.id).where(
            story_reports.c.story == story
        )
    dated = records.c.published
    return list(connection.scalars(query.order_by(dated.is_(None), dated, articles.c.key)))


def reports(connection: Connection, chosen: list[int]) -> Iterator[Report]:
    """Yield the reports of those versions in that order."""
    rows = {row[0]: row for row in connection.execute(_REPORT.where(versions.c.id.in_(chosen)))}
    return (_report(rows[version]) for version in chosen if version in rows)


def these(connection: Connection, docs: Sequence[str]) -> Iterator[Report]:
    """Yield the current reports with those document ids, in their order."""
    query = select(versions.c.document, versions.c.id).where(versions.c.document.in_(docs), versions.c.current)
    number = {row[0]: row[1] for row in connection.execute(query)}
    return reports(connection, [number[doc] for doc in docs if doc in number])


def report(connection: Connection, doc: str) -> Report | None:
    """Return the report whose document id, key or short name that is; of several of one name, the first by key."""
    for name in (versions.c.document, articles.c.key, versions.c.doc):
        query = _REPORT.join(articles).where(name == doc, versions.c.current).order_by(articles.c.key).limit(1)
        row = connection.execute(query).first()
        if row is not None:
            return _report(row)
    return None


def names(connection: Connection) -> dict[str, str]:
    """Return the short name of every current report by document id."""
    query = select(versions.c.document, versions.c.doc).join_from(versions, records).where(versions.c.current)
    return {row[0]: row[1] for row in connection.execute(query)}


def every_story(connection: Connection) -> list[Story]:
    """Return the stories, the largest first."""
    query = select(stories.c.record).order_by(stories.c.reports.desc(), stories.c.id)
    return _decoded(connection, query, Story)


def every_entity(connection: Connection, story: str | None) -> list[Entity]:
    """Return the entities of a story, or all, those in most reports first."""
    query = select(entities.c.record).order_by(entities.c.reports.desc(), entities.c.id)
    if story is not None:
        within = select(entity_reports.c.entity).join(
            story_reports, story_reports.c.version == entity_reports.c.version
        )
        query = query.where(entities.c.id.in_(within.where(story_reports.c.story == story)))
    return _decoded(connection, query, Entity)


def entries(connection: Connection, story: str | None) -> list[Entry]:
    """Return the timeline of a story, or of all one after another, as it was linked."""
    query = select(timeline.c.record).order_by(timeline.c.story, timeline.c.number)
    return _decoded(connection, query if story is None else query.where(timeline.c.story == story), Entry)


def profiles(connection: Connection, story: str | None) -> list[SourceProfile]:
    """Return the profiles of the outlets in a story, or in each, by story and outlet."""
    query = select(sources.c.record).order_by(sources.c.story, sources.c.outlet)
    return _decoded(connection, query if story is None else query.where(sources.c.story == story), SourceProfile)


def instances(connection: Connection, story: str | None) -> list[Instance]:
    """Return the instances of the processes of a story, or of all, process after process."""
    if not inspect(connection).has_table(processes.name):
        return []  # a store from before, that is only read
    query = select(processes.c.record).order_by(processes.c.story, processes.c.line)
    return _decoded(connection, query if story is None else query.where(processes.c.story == story), Instance)


def undertaken(connection: Connection, story: str | None) -> list[Commitment]:
    """Return the commitments of a story, or of all, those with the longest history first."""
    if not inspect(connection).has_table(commitments.name):
        return []
    query = select(commitments.c.record).order_by(commitments.c.story, commitments.c.number)
    return _decoded(connection, query if story is None else query.where(commitments.c.story == story), Commitment)


def counted(connection: Connection, story: str | None) -> list[FigureSeries]:
    """Return the series of figures of a story, or of all."""
    return _of_story(connection, figure_series, story, FigureSeries)


def told(connection: Connection, story: str | None) -> list[Account]:
    """Return the accounts of a story, or of all, as they were linked."""
    return _of_story(connection, accounts, story, Account)


def held(connection: Connection, story: str | None) -> list[Position]:
    """Return the positions of a story, or of all, actor after actor."""
    return _of_story(connection, positions, story, Position)


def _of_story(connection: Connection, table: Table, story: str | None, kind: type[T]) -> list[T]:
    """Return the lines of a table in a story's order; a store from before, that is only read, has none."""
    if not inspect(connection).has_table(table.name):
        return []
    query = select(table.c.record).order_by(table.c.story, table.c.number)
    return _decoded(connection, query if story is None else query.where(table.c.story == story), kind)


def _decoded(connection: Connection, query: Select[str], kind: type[T]) -> list[T]:
    decoder = msgspec.json.Decoder(kind)
    return [decoder.decode(record) for record in connection.scalars(query)]
