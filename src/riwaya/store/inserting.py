"""Many rows into one table: the statement is compiled once and the driver gets the rows as they are.

SQLAlchemy builds the parameters of each row anew, which took longer than the database itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Table, insert


def insert_all(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert the rows, each with the same columns in the same order; no row is no work."""
    if not rows:
        return
    columns = tuple(rows[0])
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(_order(table, columns), [tuple(row.values()) for row in rows])
    else:
        connection.execute(insert(table), list(rows))


@lru_cache(maxsize=64)
def _order(table: Table, columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    return f'INSERT INTO "{table.name}" ({names}) VALUES ({", ".join("?" * len(columns))})'
