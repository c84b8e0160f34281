"""How an actor's words on a matter stand to his earlier ones: rules on what is claimed; where unsure, they add."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from riwaya.link.positions.sayings import Saying
from riwaya.model import Shift

SAME = 0.5  # share of terms, of the shorter, that two sayings of one proposition have in common
WHOLE = 0.3  # and of both together
CLOSE = 0.45  # and of both, for what is said against or less surely
REPEATED = 0.42  # of both together
ACTS = 0.33  # of both, where it is demanded, denied, condemned … again


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
        close = _both(one, near) >= CLOSE
        if close and _opposite(one, near):
            return Shifted("reverses", near)
        change = _deadline_moved(one, near) or (_weakened(one, near) if close else None)
        if change is not None:
            return Shifted(change, near)
    if _both(one, near) >= (ACTS if one.kind != "holds" else REPEATED) and _alike(one, near):
        return Shifted("repeats", near)
    return Shifted("adds", earlier[-1])


def _alike(one: Saying, other: Saying) -> bool:
    left, right = one.terms, other.terms
    if one.actor != other.actor and one.actor.side not in (one.actor.speaker, other.actor.speaker):
        return False  # two who speak for one side: the second adds his word
    return one.kind == other.kind and (one.negated, left.negative, left.turned) == (
        other.negated,
        right.negative,
        right.turned,
    )


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
    """Say whether one denies or takes back what the other says, on another day, both the same speaker's own words."""
    if one.actor != other.actor or one.day.value == other.day.value or not one.day.own:
        return False  # undated words may be told again of an earlier day
    if one.condition or other.condition or one.terms.excepted or other.terms.excepted:
        return False  # لن ترفع إلا بعد: not before is said, not never
    if one.people != other.people or _lands(one) != _lands(other):
        return False  # the withdrawal of one is not that of the other
    return _polarity(one) != _polarity(other) and one.terms.negative != other.terms.negative


def _lands(one: Saying) -> set[str]:
    return {key for key in one.terms.keys if key.startswith("@")}


def _polarity(one: Saying) -> bool:
    return one.negated != one.terms.turned


def _deadline_moved(one: Saying, other: Saying) -> Shift | None:
    """Return what became of a deadline: given where there was none, or moved; one that isn't said again stands."""
    if not _same_way(one, other) or not _dated(one):
        return None
    if _dated(other) and one.until != other.until:
        return "sharpens" if one.until < other.until else "softens"
    if (
        not other.deadline
        and not other.timed
        and one.day.value != other.day.value
        and (one.kind == other.kind or _binds(one, other))
    ):
        return "sharpens"
    return None


def _weakened(one: Saying, other: Saying) -> Shift | None:
    """Return what became of a proposition that one speaker says again: a condition set, more or less surely said."""
    if not _same_way(one, other) or one.actor != other.actor or one.kind == "holds" != other.kind:
        return None
    if one.condition and not other.condition:
        return "softens"
    if _sure(one) and _sure(other) and _sure(one) != _sure(other):
        return "sharpens" if _sure(one) > _sure(other) else "softens"
    return None


def _same_way(one: Saying, other: Saying) -> bool:
    return _polarity(one) == _polarity(other) and one.terms.negative == other.terms.negative


def _binds(one: Saying, other: Saying) -> bool:
    return one.kind == "commits" and other.kind == "holds"


def _dated(one: Saying) -> bool:
    return bool(one.until) and not one.deadline.startswith("P")


def _sure(one: Saying) -> int:
    """Return how surely something is said to come: 1 possibly, 2 surely; 0 where it isn't told of the future."""
    return {"possible": 1, "future": 2}.get(one.modality, 0)
