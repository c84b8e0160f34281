"""One adder at a time: two that learn furniture from each other's half-written articles would both be wrong.

The lock goes with the process that holds it, so a kill -9 leaves none behind.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Engine

from riwaya.store.trouble import told, trouble

_LOCK = 0x72697761


@contextmanager
def only_writer(where: str, engine: Engine, patience: float) -> Iterator[None]:
    """Hold the store's writer lock within the block; raise StoreError where another holds it after ``patience`` s."""
    if engine.dialect.name == "postgresql":
        with told(where), engine.connect() as connection:
            connection.exec_driver_sql(f"SELECT pg_advisory_lock({_LOCK})")
            connection.commit()
            yield
            connection.exec_driver_sql(f"SELECT pg_advisory_unlock({_LOCK})")
        return
    beside = Path(f"{engine.url.database}-writer")
    try:
        with closing(sqlite3.connect(beside, timeout=patience, isolation_level=None)) as connection:
            connection.execute("BEGIN EXCLUSIVE")
            yield
    except sqlite3.OperationalError as error:
        raise trouble(where, str(error)) from error
    beside.unlink(missing_ok=True)
