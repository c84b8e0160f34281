"""A person's rulings in the store: given with the reports, kept through every rebuild, gone only when undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec
from sqlalchemy import Connection, bindparam, delete, select, update

from riwaya.model import Judgement, Outcome
from riwaya.store.about import noted
from riwaya.store.inserting import insert_all
from riwaya.store.schema import judgements

_SINCE = 3
"""The schema since which there are rulings."""


def every(connection: Connection) -> list[Judgement]:
    """Return all rulings, the earliest first."""
    if int(noted(connection, "schema") or 0) < _SINCE:
        return []
    query = select(judgements.c.record).order_by(judgements.c.at, judgements.c.id)
    decoder = msgspec.json.Decoder(Judgement)
    return [decoder.decode(record) for record in connection.scalars(query)]


def outcomes(connection: Connection) -> dict[str, Outcome]:
    """Return by id what link made of the rulings; those that have not been linked yet are left out."""
    if int(noted(connection, "schema") or 0) < _SINCE:
        return {}
    columns = (judgements.c.effect, judgements.c.left_entity, judgements.c.right_entity, judgements.c.against)
    rows = connection.execute(select(judgements.c.id, *columns).where(judgements.c.effect.is_not(None)))
    return {
        row[0]: Outcome(judgement=row[0], effect=row[1], left=row[2], right=row[3], against=tuple(row[4].split()))
        for row in rows
    }


def put(connection: Connection, wanted: Iterable[Judgement]) -> None:
    """Hold just these rulings; those that are there already stay as they are."""
    known = set(connection.scalars(select(judgements.c.id)))
    by_id = {one.id: one for one in wanted}
    for gone in sorted(known - by_id.keys()):
        connection.execute(delete(judgements).where(judgements.c.id == gone))
    insert_all(connection, judgements, [_row(one) for name, one in sorted(by_id.items()) if name not in known])


def tell(connection: Connection, found: Iterable[Outcome]) -> None:
    """Note what link made of each ruling."""
    told = {one.judgement: one for one in found}
    known = outcomes(connection)
    fresh = [_outcome(one) for name, one in sorted(told.items()) if known.get(name) != one]
    if fresh:
        order = update(judgements).where(judgements.c.id == bindparam("judgement"))
        names = ("effect", "left_entity", "right_entity", "against")
        connection.execute(order.values({name: bindparam(f"{name}_") for name in names}), fresh)


def _row(one: Judgement) -> Mapping[str, object]:
    return {
        "id": one.id,
        "kind": one.kind,
        "verdict": one.verdict,
        "left": one.left.name,
        "right": one.right.name,
        "by": one.by,
        "at": one.at,
        "why": one.why,
        "against": "",
        "record": msgspec.json.encode(one).decode(),
    }


def _outcome(one: Outcome) -> Mapping[str, object]:
    return {
        "judgement": one.judgement,
        "effect_": one.effect,
        "left_entity_": one.left,
        "right_entity_": one.right,
        "against_": " ".join(one.against),
    }
