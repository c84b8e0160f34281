"""Who was first: what the two reports say of their source, then their dates; unknown stays unknown."""

from __future__ import annotations

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.lexicon.houses import House, houses
from riwaya.link.dependence.sheet import Sheet
from riwaya.model import CopyBasis


class Direction(Struct, frozen=True):
    """``swapped`` where the later one by date is the original all the same; ``third`` is whom both have it from."""

    basis: CopyBasis
    swapped: bool = False
    third: str | None = None


def direction(later: Sheet, earlier: Sheet) -> Direction:
    """Return who was first: an agency that they credit, the paper that one of them credits, the one of an earlier day.

    An agency that only one of them credits is where both have it from: that paper has it from there, and the other
    one says nothing else. Two reports of one day, and reports of unknown day, are not ordered.
    """
    for one, other in ((later, earlier), (earlier, later)):
        if any(not credit.agency and _is(credit.name, other.outlet) for credit in one.credits):
            return Direction("cites", swapped=one is earlier)
    ours, theirs = ([credit.name for credit in one.credits if credit.agency] for one in (later, earlier))
    both = [name for name in ours if name in theirs]
    if both:
        return Direction("both-credit", third=both[0])
    if (ours or theirs) and not (ours and theirs):
        return Direction("one-credits", third=(ours or theirs)[0])
    if later.day is not None and earlier.day is not None and later.day > earlier.day:
        return Direction("published")
    return Direction("unknown")


def _is(name: str, outlet: str) -> bool:
    key = fold(outlet)
    house: House | None = next((one for one in houses() if any(fold(alias) == key for alias in one.names)), None)
    names = house.names if house is not None else (outlet,)
    return bool(outlet) and fold(name) in {fold(one) for one in names}
