"""How what a speaker says of a meeting to come turns from day to day: it will be held, it may, it may not, it won't."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from riwaya.link.positions.retold import order
from riwaya.link.positions.sayings import Saying
from riwaya.link.positions.shifts import Shifted
from riwaya.link.positions.words import said

DAY = 10  # characters of a day

Spot = tuple[str, int]


def turns(found: Sequence[Saying]) -> dict[Spot, Shifted]:
    """Return the sayings (by report and start) at which a speaker's word on one meeting turns, with what it turns from.

    Each day counts once, by what is said most on it; that a meeting was called off, told again after it was taken back,
    is what had been. Misses: two meetings of one kind and the same people in one story.
    """
    kept: dict[tuple[str, str], list[Saying]] = {}
    for one in sorted(found, key=order):
        if one.outlook is not None and not one.day.earlier and len((one.day.value or "")[:DAY]) == DAY:
            kept.setdefault((one.actor.speaker, _kind(one.outlook.event)), []).append(one)
    return {(one.doc, one.start): shift for mine in kept.values() for one, shift in _turned(mine)}


def _kind(event: str) -> str:
    """A summit, a meeting and an encounter are one; talks, visits and elections are others."""
    return "meeting" if event in said("leaders meet") else event


def _turned(found: Sequence[Saying]) -> Iterator[tuple[Saying, Shifted]]:
    states: list[Saying] = []
    for _, group in groupby(found, key=lambda one: (one.day.value or "")[:DAY]):
        day = [one for one in group if not states or _same_people(one, states[-1])]
        one = _of_day(day, states)
        if one is None:
            continue
        if states and _sure(one) != _sure(states[-1]):
            yield one, _shift(one, states)
        states.append(one)


def _of_day(day: Sequence[Saying], states: Sequence[Saying]) -> Saying | None:
    """Return what is said most on a day; of equals what was said before, so that nothing turns."""
    off = next((at for at, one in enumerate(states) if _sure(one) == -2), None)
    taken_back = off is not None and any(_sure(one) > 0 for one in states[off:])
    told = [one for one in day if not (taken_back and _sure(one) == -2 and one.terms.turned)]  # إلغاء القمة التي كانت
    counts = Counter(map(_sure, told))
    last = _sure(states[-1]) if states else 0
    best = max(counts, key=lambda sure: (counts[sure], sure == last, sure), default=None)
    return next((one for one in told if _sure(one) == best), None)


def _shift(one: Saying, states: Sequence[Saying]) -> Shifted:
    was, now = _sure(states[-1]), _sure(one)
    held = next((each for each in reversed(states) if _sure(each) > 0), None)
    if now == -2 and held is not None:
        return Shifted("reverses", held)  # it may not, then it won't: against that it will
    if (was > 0) != (now > 0):
        return Shifted("reverses" if abs(now) == 2 or was < 0 else "softens", states[-1])
    return Shifted("sharpens" if abs(now) > abs(was) else "softens", states[-1])


def _sure(one: Saying) -> int:
    return one.outlook.sure if one.outlook is not None else 0


def _same_people(one: Saying, other: Saying) -> bool:
    """Say whether the people named beside a meeting can be the same: one side names none, or a name is shared."""
    left, right = ({word for name in each.people for word in name.split()} for each in (one, other))
    return not left or not right or bool(left & right)
