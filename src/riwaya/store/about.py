"""Notes of the store about itself: name → value, such as the schema's version and what is still to be done."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select, update

from riwaya.store.schema import about


def note(connection: Connection, name: str, value: str | None) -> None:
    """Set a note, or remove it with None; a note that says so already is left alone."""
    before = noted(connection, name)
    if before == value:
        return
    if value is None:
        connection.execute(delete(about).where(about.c.name == name))
    elif before is None:
        connection.execute(insert(about).values(name=name, value=value))
    else:
        connection.execute(update(about).where(about.c.name == name).values(value=value))


def noted(connection: Connection, name: str) -> str | None:
    """Return what the note says, or None where there is none."""
    return connection.execute(select(about.c.value).where(about.c.name == name)).scalar()
