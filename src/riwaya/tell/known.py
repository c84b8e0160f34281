"""Names as a story knows them: a spelling in a report leads to the entity's own name and its Latin form."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from riwaya.arabic.letters import fold
from riwaya.arabic.romanise import romanise
from riwaya.lexicon.houses import houses
from riwaya.model import Entity

_OUTLETS = frozenset({"outlet", "agency"})


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

    def latin(self, name: str, kind: str | None = None) -> str | None:
        """Return the Latin form of a name: an entity's, an outlet's own or its domain, a person's by spelling.

        None where the Arabic had better stand: ``وزارة المياه`` (ministry of water) is to be translated, not spelt.
        """
        entity = self._of.get(fold(name))
        if kind in _OUTLETS:
            return _houses().get(fold(name)) or (entity.romanised if entity else None) or romanise(name)
        if entity and entity.type != "organisation" and entity.romanised:
            return entity.romanised
        return romanise(name) if kind == "person" else None


@cache
def _houses() -> dict[str, str]:
    """Return outlets and agencies by every spelling: a Latin alias (``AFP``), else the domain (``elaph.com``)."""
    found: dict[str, str] = {}
    for house in houses():
        for spelling in house.names if house.latin else ():
            found.setdefault(fold(spelling), house.latin)
    return found
