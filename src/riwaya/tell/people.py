"""The people of a story, each with what they are reported to have said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.model import Entity
from riwaya.tell.line import Line


class Person(Struct, frozen=True, kw_only=True):
    """A person's card: the entity and the statements that carry its name."""

    entity: Entity
    lines: tuple[Line, ...]


def people(entities: Sequence[Entity], lines: Sequence[Line]) -> tuple[Person, ...]:
    """Return the cards of all persons, the one that most reports name first; of namesakes each has what it said."""
    said: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.speaker and line.kind == "person":
            said[line.who or fold(line.speaker)].append(line)
    persons = [one for one in entities if one.type == "person"]
    cards = [Person(entity=one, lines=(*said[one.id], *said.pop(fold(one.name), ()))) for one in persons]
    return tuple(sorted(cards, key=lambda card: (-len(card.entity.documents), -len(card.lines), card.entity.name)))
