"""In how many articles a paragraph stands: the counts from which furniture is learned."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import Connection, Select, func, select, update

from riwaya.model import Document
from riwaya.store.inserting import insert_all
from riwaya.store.schema import articles, paragraphs

Keys = Callable[[Document], Mapping[int, bool]]
"""The keys that matter to a document: True where it is counted for the key, False where it only asks for the count."""

ENOUGH = 8
"""Counts stop here: ``read`` asks for no larger ones, and a line on every page costs no more than one on eight."""


def put(connection: Connection, article: Mapping[int, Document], keys: Keys) -> None:
    """Store the keys of those articles' current versions."""
    rows = [
        {"article": number, "key": key, "counted": counted}
        for number, document in article.items()
        for key, counted in keys(document).items()
    ]
    insert_all(connection, paragraphs, rows)


def counts(connection: Connection, chosen: Sequence[int], full: dict[int, int]) -> dict[int, int]:
    """Return how often the keys that matter to those articles are counted, at most 8; keys without any are left out.

    ``full`` remembers the keys that have reached 8, so that those are counted once in a run.
    """
    mine = set(connection.scalars(select(paragraphs.c.key).where(paragraphs.c.article.in_(chosen))))
    found: dict[int, int] = {}
    wanted = sorted(mine - full.keys())
    query = select(paragraphs.c.key, func.count()).where(paragraphs.c.counted).group_by(paragraphs.c.key)
    for first in range(0, len(wanted), 900):
        some = query.where(paragraphs.c.key.in_(wanted[first : first + 900]))
        found.update((key, min(count, ENOUGH)) for key, count in connection.execute(some))
    full.update((key, count) for key, count in found.items() if count == ENOUGH)
    return found | dict.fromkeys(mine & full.keys(), ENOUGH)


def mark(connection: Connection, keys: Select[tuple[int]]) -> None:
    """Put the articles to which one of those keys matters on the waiting list."""
    sharing = select(paragraphs.c.article).where(paragraphs.c.key.in_(keys))
    connection.execute(update(articles).where(~articles.c.pending, articles.c.id.in_(sharing)).values(pending=True))


_TOUCH = f"""
UPDATE articles SET pending = true WHERE NOT pending AND id IN (
  SELECT s.article FROM paragraphs s WHERE s.key IN (
    SELECT DISTINCT p.key FROM paragraphs p JOIN articles a ON a.id = p.article
    WHERE a.pending AND p.counted AND (
      SELECT count(*) FROM (
        SELECT 1 FROM paragraphs o JOIN articles b ON b.id = o.article
        WHERE o.key = p.key AND o.counted AND NOT b.pending LIMIT {ENOUGH}
      ) AS before
    ) < {ENOUGH}
  )
)"""


def touch(connection: Connection) -> None:
    """Put every article on the waiting list for which the waiting ones may change a count."""
    if connection.scalar(select(articles.c.id).where(~articles.c.pending).limit(1)) is not None:
        connection.exec_driver_sql(_TOUCH)
