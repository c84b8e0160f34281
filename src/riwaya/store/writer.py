"""One adder at a time: two that learn furniture from each other's half-written articles would both be wrong.

The lock goes with the process that holds it, so a kill -9 leaves none behind.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from riwaya.store.trouble import told, trouble

_LOCK = 0x72697761


@contextmanager
def only_writer(where: str, engine: Engine, patience: float) -> Iterator[None]:
    """Hold the store's writer lock within the block; raise StoreError where another holds it after ``patience`` s."""
    held = _on_server(where, engine) if engine.dialect.name == "postgresql" else _beside(where, engine, patience)
    with held:
        yield


@contextmanager
def _on_server(where: str, engine: Engine) -> Iterator[None]:
    with told(where):
        connection = engine.connect()
    with closing(connection):
        try:
            with told(where):
                connection.exec_driver_sql(f"SELECT pg_advisory_lock({_LOCK})")
                connection.commit()
            yield
        finally:
            _unlock(connection)


def _unlock(connection: Connection) -> None:
    """Unlock, or end the session, with which the lock goes: a connection in the pool must never hold it."""
    try:
        connection.rollback()
        connection.exec_driver_sql(f"SELECT pg_advisory_unlock({_LOCK})")
        connection.commit()
    except SQLAlchemyError:
        connection.invalidate()


@contextmanager
def _beside(where: str, engine: Engine, patience: float) -> Iterator[None]:
    """Lock an empty file beside the store, which stays: who waits for a file that is removed locks nothing."""
    try:
        with closing(sqlite3.connect(f"{engine.url.database}-writer", timeout=patience, isolation_level=None)) as lock:
            lock.execute("BEGIN EXCLUSIVE")
            yield
    except sqlite3.OperationalError as error:
        raise trouble(where, str(error)) from error
