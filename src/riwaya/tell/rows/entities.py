"""People, organisations and places as rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import to_builtins

from riwaya.model import Conflict, Entity
from riwaya.tell.rows.naming import Namer, Row, evidence
from riwaya.tell.views import Views
from riwaya.tell.within import within


def entities(kind: str) -> Callable[[Views, str | None, Namer], Iterator[Row]]:
    """Return what yields the entities of one kind."""

    def make(views: Views, story: str | None, name: Namer) -> Iterator[Row]:
        for entity in _of(views, story):
            if entity.type == kind:
                yield _entity(entity, name)

    return make


def _of(views: Views, story: str | None) -> Sequence[Entity]:
    told = next((one for one in views.stories() if one.id == story), None)
    return within(views.entities(told.id), told) if told else views.entities(story)


def _entity(entity: Entity, name: Namer) -> Row:
    row: Row = {
        "id": entity.id,
        "name": entity.name,
        "romanised": entity.romanised,
        "romanised_by": entity.romanised_by,
        "variants": list(entity.variants),
        "slips": list(entity.slips),
    }
    if entity.type == "person":
        row["countries"] = list(entity.countries)
        row["roles"] = [
            {"title": role.title, "of": role.of, "from": role.from_, "until": role.until} for role in entity.roles
        ]
        row["conflicts"] = [_conflict(one, name) for one in entity.conflicts]
    row["documents"] = [name(doc) for doc in entity.documents]
    row["rulings"] = [to_builtins(one) for one in entity.rulings]
    tenure = [one for role in entity.roles for one in role.evidence]
    return row | {"evidence": evidence(dict.fromkeys((*entity.evidence, *tenure)), name)}


def _conflict(one: Conflict, name: Namer) -> Row:
    return {
        "title": one.title,
        "other": one.other,
        "holder": one.holder or None,
        "from": one.from_,
        "until": one.until,
        "evidence": evidence(one.evidence, name),
        "against": evidence(one.against, name),
    }
