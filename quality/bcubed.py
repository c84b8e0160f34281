"""B-cubed and pairs: how well a division of mentions into entities agrees with the persons that they truly are.

B-cubed as Bagga and Baldwin (1998) define it: for each mention, how much of its entity is the same person (precision)
and how much of the person is in its entity (recall); the means over all mentions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from msgspec import Struct

Labelled = Sequence[tuple[str, str, str]]  # block, true person, entity


class Score(Struct, frozen=True):
    """Precision, recall and F1 in %, by B-cubed and by pairs of mentions put together."""

    bcubed: tuple[float, float, float]
    pairs: tuple[float, float, float]


def score(found: Labelled) -> Score:
    """Return the measures of labelled mentions; those of different blocks are never compared."""
    true: dict[tuple[str, str], set[int]] = defaultdict(set)
    ours: dict[tuple[str, str], set[int]] = defaultdict(set)
    for at, (block, person, entity) in enumerate(found):
        true[block, person].add(at)
        ours[block, entity].add(at)
    both = [(true[block, person], ours[block, entity]) for block, person, entity in found]
    precision = _share(sum(len(one & other) / len(other) for one, other in both), len(found))
    recall = _share(sum(len(one & other) / len(one) for one, other in both), len(found))
    wanted, put = _pairs(true.values()), _pairs(ours.values())
    right = len(wanted & put)
    return Score(_percent(precision, recall), _percent(_share(right, len(put)), _share(right, len(wanted))))


def _pairs(groups: Iterable[set[int]]) -> set[tuple[int, int]]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def _share(part: float, whole: int) -> float:
    return part / whole if whole else 1.0


def _percent(precision: float, recall: float) -> tuple[float, float, float]:
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return round(100 * precision, 1), round(100 * recall, 1), round(100 * both, 1)
