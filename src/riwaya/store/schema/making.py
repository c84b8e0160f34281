"""Makes the tables and views of a store, and gives those of an earlier schema what they lack."""

from __future__ import annotations

from sqlalchemy import Connection, inspect
from sqlalchemy.schema import CreateColumn

from riwaya.store.schema.base import metadata
from riwaya.store.schema.reports import about
from riwaya.store.schema.views import VIEWS

SCHEMA = 7

_SEARCH = {
    "sqlite": ("CREATE VIRTUAL TABLE search USING fts5(words, content='', tokenize='unicode61 remove_diacritics 0')",),
    "postgresql": (
        "CREATE TABLE search (version integer PRIMARY KEY REFERENCES versions (id), words tsvector NOT NULL)",
        "CREATE INDEX search_words ON search USING gin (words)",
    ),
}


def create(connection: Connection) -> None:
    """Make every table and view in an empty database and note the schema's version, in one transaction."""
    metadata.create_all(connection)
    for order in _SEARCH[connection.dialect.name]:
        connection.exec_driver_sql(order)
    _create_views(connection)
    connection.execute(about.insert(), [{"name": "schema", "value": str(SCHEMA)}])


def _create_views(connection: Connection) -> None:
    for name, select in VIEWS.items():
        connection.exec_driver_sql(f"CREATE VIEW {name} AS {select}")


def widen(connection: Connection) -> None:
    """Give the tables of an earlier schema the columns that they lack, and make the views again."""
    for name in VIEWS:
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")
    for table in metadata.sorted_tables:
        there = {column["name"] for column in inspect(connection).get_columns(table.name)}
        for column in table.columns:
            if column.name not in there:
                new = CreateColumn(column).compile(dialect=connection.dialect)
                connection.exec_driver_sql(f"ALTER TABLE {table.name} ADD COLUMN {new}")
    _create_views(connection)
