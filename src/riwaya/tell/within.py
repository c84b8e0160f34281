"""People, organisations and places as one story has them: who is who is worked out over all stories of a store."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from msgspec.structs import replace

from riwaya.model import Conflict, Entity, Evidence, Story, Tenure
from riwaya.model.entity import MOST_EVIDENCE


def within(entities: Iterable[Entity], story: Story) -> tuple[Entity, ...]:
    """Return the entities with the reports, titles and conflicts that the story has, those in most reports first.

    ``الوزير فلان`` of 90 reports, five of them in this story, is of five here, and what he is called elsewhere is left
    out. Misses: the days of a title are those of all its reports.
    """
    docs = frozenset(story.documents)
    found = [_within(one, docs) for one in entities]
    return tuple(sorted(found, key=lambda one: (-len(one.documents), one.id)))


def _within(entity: Entity, docs: Collection[str]) -> Entity:
    if all(doc in docs for doc in entity.documents):
        return entity
    return replace(
        entity,
        documents=tuple(doc for doc in entity.documents if doc in docs),
        evidence=_of(entity.evidence, docs),
        roles=tuple(replace(one, evidence=_of(one.evidence, docs)) for one in entity.roles if _given(one, docs)),
        conflicts=tuple(
            replace(one, evidence=_of(one.evidence, docs), against=_of(one.against, docs))
            for one in entity.conflicts
            if _told(one, docs)
        ),
    )


def _given(role: Tenure, docs: Collection[str]) -> bool:
    return len(role.evidence) >= MOST_EVIDENCE or bool(_of(role.evidence, docs))


def _told(conflict: Conflict, docs: Collection[str]) -> bool:
    return bool(_of(conflict.evidence, docs)) and bool(_of(conflict.against, docs))


def _of(evidence: Iterable[Evidence], docs: Collection[str]) -> tuple[Evidence, ...]:
    return tuple(one for one in evidence if one.doc in docs)
