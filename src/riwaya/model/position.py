"""What an actor said on one matter over time."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from riwaya.model.span import Evidence
from riwaya.model.statement import Stance

PositionKind = Literal[
    "commits",
    "demands",
    "refuses",
    "denies",
    "expects",
    "conditions",
    "warns",
    "praises",
    "condemns",
    "holds",
]
Shift = Literal["first", "repeats", "adds", "sharpens", "softens", "reverses"]


class Position(Struct, frozen=True, kw_only=True):
    """What an actor said on one matter on a day; ``shift`` against the earlier words that ``against`` shows.

    ``who`` is the side that is spoken for (a country by its offices), else the speaker; ``speaker`` who said it.
    ``earlier`` words were said some time before ``date``. ``contradicts`` are earlier words of the same speaker that
    cannot stand beside it. ``evidence`` has every report that tells it, the fullest words first.
    """

    story: str
    who: str
    matter: str
    date: str | None
    kind: PositionKind
    text: str
    evidence: tuple[Evidence, ...]
    speaker: str | None = None
    earlier: bool = False
    stance: Stance = "neutral"
    negated: bool = False
    deadline: str | None = None
    condition: str | None = None
    occasion: str | None = None
    origin: str | None = None
    shift: Shift = "first"
    against: Evidence | None = None
    contradicts: tuple[Evidence, ...] = ()
