"""Whom a report credits with its text: the agency of its byline or credit line, the paper that it says it repeats."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.lexicon.houses import House, houses
from riwaya.model import Annotations, Document

_FRAMES = frozenset(("byline", "credit", "dateline"))


class Credit(Struct, frozen=True, gc=False):
    """A house that a report credits, by its name in outlets.tsv (else as printed), and where it does."""

    name: str
    agency: bool
    start: int
    end: int


def credits(document: Document, notes: Annotations) -> tuple[Credit, ...]:
    """Return the agencies and outlets that a report's frame credits: ``الساحل - سنابل`` → the agency ``سنابل``.

    What the statements stage inherited from the frame is taken, each house once.
    Misses: credits in the running text (``وذكرت وكالة …``), which are the chain of one statement only.
    """
    found: dict[str, Credit] = {}
    for one in _inherited(notes):
        if any(frame.start <= one.start < frame.end for frame in document.frame if frame.kind in _FRAMES):
            found.setdefault(one.name, one)
    for one in _framed(document):
        found.setdefault(one.name, one)
    return tuple(found.values())


def _inherited(notes: Annotations) -> Iterator[Credit]:
    for statement in notes.statements:
        for link in statement.chain:
            if link.inherited and link.start is not None and link.end is not None and link.kind in ("agency", "outlet"):
                house = _known().get(fold(link.name))
                yield Credit(house.name if house else link.name, link.kind == "agency", link.start, link.end)


def _framed(document: Document) -> Iterator[Credit]:
    """Yield the agencies that stand in the frame as words of their own: a report without statements inherits none."""
    for frame in document.frame:
        if frame.kind in _FRAMES:
            printed = f" {' '.join(_words(document.text[frame.start : frame.end]))} "
            for alias, house in _known().items():
                if house.agency and f" {alias} " in printed:
                    yield Credit(house.name, True, frame.start, frame.end)


def _words(text: str) -> list[str]:
    return fold("".join(sign if sign.isalnum() or sign == "." else " " for sign in text)).split()


@cache
def _known() -> dict[str, House]:
    return {fold(alias): house for house in reversed(houses()) for alias in house.names}
