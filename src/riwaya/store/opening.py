"""From the path or URL that a user gives to an engine with the schema in place."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select, update
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from riwaya.errors import StoreError
from riwaya.store import schema
from riwaya.store.trouble import told

_LOCK = 0x72697779  # "riwy": one writer at a time on PostgreSQL, as on SQLite
_PRAGMAS = (
    "journal_mode = WAL",  # a kill -9 leaves the last commit, readers never wait
    "synchronous = NORMAL",
    "foreign_keys = ON",
    "cache_size = -65536",
    "temp_store = MEMORY",
)
_THROWAWAY = ("journal_mode = OFF", "synchronous = OFF", "cache_size = -65536", "temp_store = MEMORY")


def engine(where: str, create: bool, patience: float, throwaway: bool = False, change: bool = False) -> Engine:
    """Return an engine on the store at ``where`` with the tables in place; ``patience`` is seconds to wait for a lock.

    Raises StoreError where the folder or database is missing, the file is none of ours, or the schema is newer.
    """
    server = _server(where)
    made = _postgresql(where, patience) if server else _sqlite(where, create, patience, throwaway, change)
    try:
        with told(shown(where)), made.connect() as connection:
            _agree(connection, shown(where), create, change)
    except StoreError:
        made.dispose()
        raise
    return made


def shown(where: str) -> str:
    """Return ``where`` as it may be printed: a URL without its password."""
    if "://" not in where:
        return where
    try:
        return make_url(where).render_as_string(hide_password=True)
    except ArgumentError:
        return where.split("@")[-1]


def _server(where: str) -> bool:
    scheme = where.split("://")[0] if "://" in where else "sqlite"
    if scheme in ("postgresql", "postgres", "postgresql+psycopg"):
        return True
    if scheme != "sqlite":
        problem = f"no store of the kind {scheme}://"
        raise StoreError(shown(where), "store", problem, "Give a file's path or a postgresql:// URL.")
    return False


def _sqlite(where: str, create: bool, patience: float, throwaway: bool, change: bool) -> Engine:
    path = _file(where)
    if not path.parent.is_dir():
        raise StoreError(where, "store", f"the folder {path.parent} does not exist", "Make it, or name another file.")
    if path.is_dir():
        raise StoreError(where, "store", "it is a folder", "Name a file in it, such as riwaya.db.")
    if not create and not path.exists():
        raise StoreError(where, "store", "there is no store yet", "Make it with: riwaya add SOURCE --store PATH.")
    fixed = not create and not change and not _writable(path)
    made = create_engine(_url(path, fixed), connect_args={"timeout": patience})
    pragmas = () if fixed else _THROWAWAY if throwaway else _PRAGMAS

    def connected(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # transactions are begun below, not guessed by the driver
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    event.listen(made, "connect", connected)
    event.listen(made, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return made


def _file(where: str) -> Path:
    name = where.removeprefix("sqlite:///").removeprefix("sqlite://")
    if name in ("", ":memory:"):
        problem = "a store in memory would be gone with the command" if name else "no file is named"
        raise StoreError(where or "--store", "store", problem, "Name a file, such as riwaya.db.")
    return Path(name)


def _url(path: Path, fixed: bool) -> URL:
    """Return the URL of a file whatever its name holds (``?``, ``%``); a ``fixed`` one is only read."""
    if fixed:
        query = {"immutable": "1", "uri": "true"}
        return URL.create("sqlite", database=f"file:{quote(str(path.resolve()))}", query=query)
    return URL.create("sqlite", database=str(path))


def _writable(path: Path) -> bool:
    """Where neither file nor folder may be written there is no place for locks: the file is read as it stands."""
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _postgresql(where: str, patience: float) -> Engine:
    if find_spec("psycopg") is None:
        remedy = "Install it with: pip install 'riwaya[postgresql]'."
        raise StoreError(shown(where), "store", "the driver for PostgreSQL is not installed", remedy)
    try:
        url = make_url(where).set(drivername="postgresql+psycopg")
    except ArgumentError as error:
        remedy = "Write it as postgresql://user@host/database."
        raise StoreError(shown(where), "store", "the URL cannot be read", remedy) from error
    theirs = url.query.get("options", "")
    ours = f"-c lock_timeout={int(patience * 1000)} -c client_encoding=UTF8"
    options = f"{theirs if isinstance(theirs, str) else ' '.join(theirs)} {ours}"
    return create_engine(
        url.difference_update_query(["options"]), connect_args={"options": options, "connect_timeout": 10}
    )


def lock(connection: Connection) -> None:
    """Make this transaction the only one that writes: what it reads stays true until it commits."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
    else:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _agree(connection: Connection, where: str, create: bool, change: bool) -> None:
    tables = set(inspect(connection).get_table_names())
    if "about" not in tables:
        connection.rollback()
        lock(connection)
        tables = set(inspect(connection).get_table_names())  # somebody may have been quicker
    if "about" not in tables:
        _fresh(connection, tables, where, create)
    else:
        _same_schema(connection, where)
        if create or change:
            _upgrade(connection)


def _fresh(connection: Connection, tables: set[str], where: str, create: bool) -> None:
    mine = set(schema.metadata.tables)
    if tables if connection.dialect.name == "sqlite" else tables & mine:
        problem = "it holds tables of another program"
        raise StoreError(where, "store", problem, "Name another file or database with --store.")
    if not create:
        raise StoreError(where, "store", "there is no store yet", "Make it with: riwaya add SOURCE --store URL.")
    schema.create(connection)
    connection.commit()


def _upgrade(connection: Connection) -> None:
    """Give a store of an earlier schema the tables that came since; the next ``add`` fills them.

    Rulings came with schema 3: the table that was kept for them before has never held a row. What statements claim
    came with schema 4, processes, commitments, figures, accounts and positions with schema 5, digests of reports and
    the marks of what stories follow from with schema 6, those of entities with schema 7: where they lack, all is linked
    anew once.
    """
    about = schema.about
    number = about.c.name == "schema"
    if connection.execute(select(about.c.value).where(number)).scalar() == str(schema.SCHEMA):
        return
    connection.rollback()
    lock(connection)
    before = int(connection.execute(select(about.c.value).where(number)).scalar() or 0)
    if before < 3:
        schema.judgements.drop(connection, checkfirst=True)
    schema.metadata.create_all(connection)
    if before < 5:
        schema.widen(connection)
    connection.execute(update(about).where(number).values(value=str(schema.SCHEMA)))
    connection.commit()


def _same_schema(connection: Connection, where: str) -> None:
    about = schema.about
    found = connection.execute(select(about.c.value).where(about.c.name == "schema")).scalar()
    if found is None or not found.isdigit():
        problem = "it is not a Riwaya store (its table about has no schema number)"
        raise StoreError(where, "store", problem, "Name another file or database with --store.")
    if int(found) > schema.SCHEMA:
        problem = f"it was written by a newer Riwaya (schema {found}, this one knows {schema.SCHEMA})"
        raise StoreError(where, "store", problem, "Install the newer version: pip install --upgrade riwaya.")
