"""What reports give to the dating of one another, and what the dated ones say of the others: rows of ``clues``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec
from sqlalchemy import Connection, bindparam, select, update

from riwaya.model import Clues, Published
from riwaya.store.about import note
from riwaya.store.documents import chunks
from riwaya.store.schema import articles, clues, versions

_CLUES = msgspec.json.Decoder(Clues)
_PUBLISHED = msgspec.json.Decoder(Published)
_DAY = len("2020-01-01")


def rows(version: int, found: Clues | None, dated: Published | None) -> Iterator[dict[str, object]]:
    """Yield the row of a version; none where no clues were taken."""
    if found is not None:
        value = found.published.value if found.published is not None else ""
        yield {
            "version": version,
            "undated": len(value) < _DAY,
            "record": msgspec.json.encode(found).decode(),
            "dated": None if dated is None else msgspec.json.encode(dated).decode(),
        }


def published(record: str | None) -> Published | None:
    """Return the date that a row holds."""
    return None if record is None else _PUBLISHED.decode(record)


def undated(connection: Connection) -> bool:
    """Say whether there is a report whose own words give no day."""
    return connection.scalar(select(clues.c.version).where(clues.c.undated).limit(1)) is not None


def every(connection: Connection) -> Iterator[Clues]:
    """Yield the clues of all reports."""
    for record in connection.execution_options(yield_per=500).scalars(select(clues.c.record)):
        yield _CLUES.decode(record)


def put(connection: Connection, found: Mapping[str, Published]) -> int:
    """Make the undated reports' dates those that were ``found`` (by document id); return how many changed.

    Reports whose date changes wait for annotation again.
    """
    columns = (clues.c.version, versions.c.article, versions.c.document, clues.c.dated)
    query = select(*columns).join_from(clues, versions, clues.c.version == versions.c.id).where(clues.c.undated)
    changed = []
    for version, article, document, before in connection.execute(query).all():
        one = found.get(document)
        now = None if one is None else msgspec.json.encode(one).decode()
        if now != before:
            changed.append({"version_": version, "article": article, "dated": now})
    order = update(clues).where(clues.c.version == bindparam("version_")).values(dated=bindparam("dated"))
    for some in chunks(changed, 500):
        connection.execute(order, [{"version_": row["version_"], "dated": row["dated"]} for row in some])
        mine = articles.c.id.in_([row["article"] for row in some])
        connection.execute(update(articles).where(mine).values(pending=True))
    if changed:
        note(connection, "to_link", "yes")
    return len(changed)
