"""Reports that could not be taken, as rows: at most one an article and stage, gone once the stage succeeds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b

from sqlalchemy import Connection, Select, delete, insert, select

from riwaya.model import Failure, Stage
from riwaya.store.schema import failures

_LONGEST = 900  # a database's index takes no longer keys


def put(connection: Connection, found: Sequence[Failure]) -> None:
    """Store the failures; one that is there already changes nothing, another reason replaces the one before."""
    rows = {(item.key, item.stage): item for item in map(_storable, found)}
    known = {(item.key, item.stage): item for item in _of(connection, [key for key, _ in rows])}
    fresh = [item for place, item in rows.items() if known.get(place) != item]
    for item in fresh:
        if (item.key, item.stage) in known:
            clear(connection, [item.key], (item.stage,))
    if fresh:
        names = ("key", "stage", "doc", "reason")
        connection.execute(insert(failures), [{name: getattr(item, name) for name in names} for item in fresh])


def clear(connection: Connection, keys: Sequence[str], stages: Sequence[Stage]) -> None:
    """Remove the failures of those articles at those stages: they have been taken now."""
    there = failures.c.stage.in_(stages)
    if keys and connection.execute(select(failures.c.key).where(there).limit(1)).first() is not None:
        for first in range(0, len(keys), 500):
            chosen = [_key(key) for key in keys[first : first + 500]]
            connection.execute(delete(failures).where(there, failures.c.key.in_(chosen)))


def outdate(connection: Connection, origins: Sequence[str], seen: Iterable[str]) -> None:
    """Remove the read failures under ``origins`` (files, folders, addresses) that were not ``seen`` this time."""
    again = {_key(key) for key in seen}
    inside = tuple(f"{origin.rstrip('/')}{mark}" for origin in origins for mark in "/#")
    rows = connection.scalars(select(failures.c.key).where(failures.c.stage == "read")).all()
    gone = [key for key in rows if key not in again and (key in origins or key.startswith(inside))]
    clear(connection, gone, ("read",))


def every(connection: Connection) -> list[Failure]:
    """Return all failures, ordered by key and stage."""
    return _failures(connection, select(failures).order_by(failures.c.key, failures.c.stage))


def count(connection: Connection, keys: Iterable[str]) -> int:
    """Return how many articles of those keys failed at a stage and have not been taken since."""
    there = set(connection.scalars(select(failures.c.key)))
    return len(there & set(map(_key, keys))) if there else 0


def _of(connection: Connection, keys: Sequence[str]) -> list[Failure]:
    found: list[Failure] = []
    for first in range(0, len(keys), 500):
        found += _failures(connection, select(failures).where(failures.c.key.in_(keys[first : first + 500])))
    return found


def _failures(connection: Connection, query: Select[tuple[str, str, str, str]]) -> list[Failure]:
    return [Failure(doc=row.doc, key=row.key, stage=row.stage, reason=row.reason) for row in connection.execute(query)]


def _storable(item: Failure) -> Failure:
    return Failure(doc=_text(item.doc), key=_key(item.key), stage=item.stage, reason=_text(item.reason))


def _text(words: str) -> str:
    return words.replace("\0", "\ufffd").encode(errors="replace").decode()


def _key(key: str) -> str:
    if len(key) <= _LONGEST:
        return _text(key)
    return _text(key[:_LONGEST]) + "…" + blake2b(key.encode(errors="replace"), digest_size=8).hexdigest()
