"""How an actor's words on a matter stand to his earlier ones: rules on what is claimed; where unsure, they add."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from riwaya.link.positions.sayings import Saying
from riwaya.model import Shift

SAME = 0.5  # share of terms, of the shorter, that two sayings of one proposition have in common
WHOLE = 0.34  # and of both together
REPEATED = 0.5  # of both together
OPENING = 5  # words in which the negation of a proposition stands


class Shifted(Struct):
    """A shift and the earlier saying that it is against."""

    shift: Shift
    against: Saying | None = None


def shifted(one: Saying, earlier: Sequence[Saying]) -> Shifted:
    """Return how a saying stands to those before it: to the nearest in words, else it adds to the last.

    ``سنسحب`` after ``سنسحب بنهاية العام`` repeats it: a deadline that is not said again is not taken back.
    """
    if not earlier:
        return Shifted("first")
    near = max(earlier, key=lambda other: (_both(one, other), other.day.value or ""))
    if _one_proposition(one, near):
        if _opposite(one, near):
            return Shifted("reverses", near)
        change = _changed(one, near)
        if change is not None:
            return Shifted(change, near)
    if _both(one, near) >= REPEATED and one.negated == near.negated and one.kind == near.kind:
        return Shifted("repeats", near)
    return Shifted("adds", earlier[-1])


def _one_proposition(one: Saying, other: Saying) -> bool:
    left, right = _words(one), _words(other)
    shared = left & right
    if len(shared) < 2:
        return False
    return len(shared) >= SAME * min(len(left), len(right)) and len(shared) >= WHOLE * len(left | right)


def _both(one: Saying, other: Saying) -> float:
    left, right = _words(one), _words(other)
    return len(left & right) / len(left | right) if left and right else 0.0


def _words(one: Saying) -> set[str]:
    return {key for key in one.terms.keys if " " not in key}


def _opposite(one: Saying, other: Saying) -> bool:
    """Say whether one denies what the other says, on another day, both the same speaker's own words of one type."""
    if one.actor != other.actor or one.day.value == other.day.value or one.kind != other.kind:
        return False
    return one.negated != other.negated and one.terms.negative != other.terms.negative


def _changed(one: Saying, other: Saying) -> Shift | None:
    """Return what became of deadline and condition between two sayings of one proposition."""
    if one.negated != other.negated and one.terms.negative != other.terms.negative:
        return None
    if one.until and other.until and one.until != other.until:
        return "sharpens" if one.until < other.until else "softens"
    if one.until and not other.until and not other.deadline:
        return "sharpens"
    if one.condition and not other.condition:
        return "softens"
    return None
