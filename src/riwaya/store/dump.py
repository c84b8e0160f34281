"""The canonical dump: what a store says, line by line, whichever way it came to say it.

Two stores of the same reports give the same lines, on SQLite and on PostgreSQL, whatever the order of the reports, the
number of processes and the interruptions. Row numbers are left out, and what is only an index.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, Select, Table, select

from riwaya.store.schema import (
    accounts,
    articles,
    clues,
    commitments,
    entities,
    entity_reports,
    failures,
    figure_series,
    figures,
    judgements,
    mentions,
    paragraphs,
    positions,
    processes,
    records,
    sources,
    statements,
    stories,
    story_reports,
    timeline,
    times,
    versions,
)


def dump(connection: Connection) -> Iterator[str]:
    """Yield one JSON array a row: the table's name, then the row's values; tables and rows in a fixed order."""
    for name, query in _queries():
        for row in connection.execution_options(yield_per=500).execute(query):
            yield msgspec.json.encode((name, *row)).decode()


def _queries() -> Iterator[tuple[str, Select[tuple[object, ...]]]]:
    yield "articles", select(articles.c.key, articles.c.pending).order_by(articles.c.key)
    yield "versions", _with_key(versions, "id", "article")
    query = select(articles.c.key, paragraphs.c.key, paragraphs.c.counted).join_from(paragraphs, articles)
    yield "paragraphs", query.order_by(articles.c.key, paragraphs.c.key)
    for table in (records, mentions, times, figures, statements, clues):
        yield str(table.name), _with_document(table)
    linked = (stories, entities, timeline, sources, processes, commitments, figure_series, accounts, positions)
    for table in (*linked, failures, judgements):
        yield str(table.name), select(table).order_by(*table.primary_key.columns)
    for table in (story_reports, entity_reports):
        yield str(table.name), _with_document(table)


def _with_key(table: Table, *without: str) -> Select[tuple[object, ...]]:
    columns = [column for column in table.columns if column.name not in without]
    return select(articles.c.key, *columns).join_from(articles, table).order_by(articles.c.key, table.c.number)


def _with_document(table: Table) -> Select[tuple[object, ...]]:
    columns = [column for column in table.columns if column.name != "version"]
    keys = [column for column in table.primary_key.columns if column.name != "version"]
    return select(versions.c.document, *columns).join_from(versions, table).order_by(versions.c.document, *keys)
