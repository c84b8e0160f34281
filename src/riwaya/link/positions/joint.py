"""The two sides of a joint statement: the countries of the report's head, where it has a statement of both."""

from __future__ import annotations

from riwaya.link.parties import lands
from riwaya.link.positions.words import said
from riwaya.model import Annotations

HEAD = 4  # sentences of a report in which its two sides are named


def parties(text: str, notes: Annotations) -> tuple[str, ...]:
    """Return the two countries (ISO) of a joint statement: ``في بيان مشترك`` in a report on two; else nobody.

    Misses: a statement of more than two; sides that are no countries.
    """
    names = {link.name for one in notes.statements for link in one.chain if link.kind == "document"}
    names |= {one.speaker.name for one in notes.statements if one.speaker and one.speaker.kind == "document"}
    if not any(not said("joint").isdisjoint(name.split()) for name in names):
        return ()
    head = " ".join(text[one.start : one.end] for one in notes.sentences[:HEAD])
    found = lands(head)
    return found if len(found) == 2 else ()
