"""Names as a story knows them: a spelling in a report leads to the entity's own name and its Latin form."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from riwaya.arabic.english import english
from riwaya.arabic.letters import fold
from riwaya.arabic.romanise import romanised
from riwaya.lexicon.houses import houses
from riwaya.model import Entity, EntityType

GUESSED = "≈\u00a0"
_OUTLETS = frozenset({"outlet", "agency"})


class Known:
    """Spellings of the entities of a story; a spelling that two share belongs to the one in that report.

    Where no report says whose it is, it belongs to the one reported more.
    """

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._of: dict[str, dict[str, Entity]] = {}
        self._alone: dict[str, dict[str, Entity]] = {}  # by a single word, a family name say: no safe way to a person
        self._docs: dict[str, frozenset[str]] = {}
        ranked = sorted(entities, key=lambda one: (-len(one.documents), one.id))
        for entity in ranked:
            self._of.setdefault(fold(entity.name), {})[entity.id] = entity
            self._docs[entity.id] = frozenset(entity.documents)
        for entity in ranked:
            for spelling in (*entity.variants, *entity.slips):
                held = self._of if " " in spelling else self._alone
                held.setdefault(fold(spelling), {})[entity.id] = entity

    def here(self, name: str, doc: str, kind: EntityType | None = None) -> Entity | None:
        """Return the entity that a report calls so, None where none does; a single word must be one entity's there."""
        full, alone = (
            [one for one in held.get(fold(name), {}).values() if doc in self._docs[one.id] and kind in (None, one.type)]
            for held in (self._of, self._alone)
        )
        return full[0] if full else alone[0] if len(alone) == 1 else None

    def name(self, name: str, doc: str | None = None) -> str:
        """Return the entity's own name for a spelling of it: ``نادر الصفوانى`` → ``نادر الصفواني``; else as it is."""
        entity = self.here(name, doc) if doc is not None else None
        entity = entity or self._first(name)
        return entity.name if entity else name

    def _first(self, name: str) -> Entity | None:
        return next(iter(self._of.get(fold(name), {}).values()), None)

    def latin(self, name: str, kind: str | None = None) -> str | None:
        """Return the Latin form of a name: an entity's, an outlet's own or its domain, a person's by spelling.

        A guess opens with ``≈``. None where the Arabic had better stand: ``وزارة المياه`` (ministry of water) is to be
        translated, not spelt.
        """
        entity = self._first(name)
        if kind in _OUTLETS and (own := _houses().get(fold(name))):
            return own
        if entity and entity.romanised:
            return marked(entity.romanised, entity.romanised_by)
        if own := english(name) or (_houses().get(fold(name)) if kind == "organisation" else None):
            return own
        if kind not in (*_OUTLETS, "person"):
            return None
        spelt = romanised(name)
        return marked(spelt.text, spelt.by)


def marked(latin: str, by: str) -> str:
    """Return a Latin spelling as the page shows it: ``≈`` before one that is guessed."""
    return f"{GUESSED}{latin}" if by == "guess" else latin


@cache
def _houses() -> dict[str, str]:
    """Return outlets and agencies by every spelling: a Latin alias (``AFP``), else the domain (``elaph.com``)."""
    found: dict[str, str] = {}
    for house in houses():
        for spelling in house.names if house.latin else ():
            found.setdefault(fold(spelling), house.latin)
    return found
