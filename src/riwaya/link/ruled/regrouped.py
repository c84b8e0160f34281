"""Groups as a person's rulings leave them: joined where two things are one, parted where one is two."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from riwaya.link.joined import Joined
from riwaya.link.ruled.pairs import Pairs
from riwaya.model import Evidence

T = TypeVar("T", bound=Hashable)
Nearness = Callable[[T, Sequence[T]], float]


def regrouped(
    groups: Sequence[Sequence[T]], place: Callable[[T], Evidence], ruled: Pairs, near: Nearness[T]
) -> list[list[T]]:
    """Return the groups of things as the rulings on their places have it; without rulings they stay as they are.

    What was not ruled on goes with the side of a parted group that it is nearest to, with the first of equals.
    """
    if not ruled:
        return [list(group) for group in groups]
    told = [{one: number for one in group if (number := ruled.group(place(one))) is not None} for group in groups]
    joined = Joined()
    first: dict[int, int] = {}
    for at, seeds in enumerate(told):
        for number in sorted(set(seeds.values())):
            joined.join([at, first.setdefault(number, at)])
    found: list[list[T]] = []
    for members in joined.among(range(len(groups))):
        every = [one for at in members for one in groups[at]]
        seeds = {one: number for at in members for one, number in told[at].items()}
        found += _parts(every, seeds, ruled, near)
    return found


def _parts(every: Sequence[T], seeds: dict[T, int], ruled: Pairs, near: Nearness[T]) -> list[list[T]]:
    """Return one group, or the sides of it: each set of seeds goes to the first side that it may stand with."""
    sides: list[list[int]] = []
    for number in dict.fromkeys(seeds[one] for one in every if one in seeds):
        side = next((one for one in sides if not any(ruled.parted(number, other) for other in one)), None)
        if side is None:
            sides.append([number])
        else:
            side.append(number)
    if len(sides) < 2:
        return [list(every)]
    of = {number: at for at, side in enumerate(sides) for number in side}
    heads = [[one for one in every if one in seeds and of[seeds[one]] == at] for at in range(len(sides))]
    parts: list[list[T]] = [[] for _ in sides]
    for one in every:
        at = of[seeds[one]] if one in seeds else max(range(len(sides)), key=lambda n: (near(one, heads[n]), -n))
        parts[at].append(one)
    return parts
