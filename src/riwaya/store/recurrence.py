"""In how many articles a paragraph stands: the counts from which furniture is learned."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from riwaya.store.documents import chunks
from riwaya.store.schema import paragraphs


def counts(connection: Connection, keys: Iterable[str]) -> dict[str, int]:
    """Return the number of articles, in their current version, that hold a paragraph with each of those keys."""
    query = select(paragraphs.c.key, func.count()).group_by(paragraphs.c.key)
    found: dict[str, int] = {}
    for chunk in chunks(sorted(set(keys)), 900):
        found.update(connection.execute(query.where(paragraphs.c.key.in_(chunk))).tuples().all())
    return found
