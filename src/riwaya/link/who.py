"""Who is who in a set of reports: the name of an entity across reports by what one report calls it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from riwaya.model import EntityType

_KINDS: tuple[EntityType, ...] = ("person", "organisation", "place")


class Who:
    """Names across reports: ``who(doc, "الكاظمي")`` → ``مصطفى الكاظمي`` where that report means him."""

    def __init__(self, docs: Sequence[str], names: Mapping[tuple[int, EntityType, str], str]) -> None:
        self._names = {(docs[at], kind, name): shown for (at, kind, name), shown in names.items()}

    def __call__(self, doc: str, name: str, kind: EntityType | None = None) -> str:
        """Return the entity's name, or the name itself where the report (a document id) has no such entity."""
        kinds = _KINDS if kind is None else (kind,)
        return next((self._names[doc, one, name] for one in kinds if (doc, one, name) in self._names), name)
