"""Names as a story knows them: a spelling in a report leads to the entity's own name and its romanised form."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.arabic.letters import fold
from riwaya.model import Entity


class Known:
    """Spellings of the entities of a story; a spelling that two share belongs to the one reported more."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._of: dict[str, Entity] = {}
        ranked = sorted(entities, key=lambda one: (-len(one.documents), one.id))
        for entity in ranked:
            self._of.setdefault(fold(entity.name), entity)
        for entity in ranked:
            for spelling in (*entity.variants, *entity.slips):
                if " " in spelling:  # a single word, a family name say, is no safe way to a person
                    self._of.setdefault(fold(spelling), entity)

    def name(self, name: str) -> str:
        """Return the entity's own name for a spelling of it: ``نادر الصفوانى`` → ``نادر الصفواني``; else as it is."""
        entity = self._of.get(fold(name))
        return entity.name if entity else name

    def romanised(self, name: str) -> str | None:
        """Return the romanised form of a name that an entity has."""
        entity = self._of.get(fold(name))
        return entity.romanised or None if entity else None
