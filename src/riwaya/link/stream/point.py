"""A report as stories compare it: its most telling words as numbers, weighed, whatever other reports there are.

How much a word tells comes from the background list of newswire alone, not from the set of reports: so a report's point
never changes when others come, and what has been grouped once need not be grouped again.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Container, Mapping
from functools import lru_cache
from hashlib import blake2b

from msgspec import Struct

from riwaya.link.packed import Numbers
from riwaya.link.terms import UNSEEN, background

FEATURES = 64  # words of a report that count
HEAVIEST = 0.3  # of the whole: one word alone, a namesake's or a place's, makes no story
SCALE = 1000  # weights are whole numbers, so that sums are the same in whatever order they are taken
HEADLINE = 1.3  # a word of the headline tells so much more,
NAMED = 1.2  # a word of a name so much,
UNKNOWN = 0.8  # and one that newswire hardly has, and is no name, so much: a rare verb, a slip of the pen
_RARE_ENOUGH = 1.3

Vector = dict[int, int]


class Point(Struct, frozen=True):
    """``words`` by weight, the heaviest first, of equals by their number; in all about ``SCALE`` long."""

    words: Numbers
    weights: Numbers

    def vector(self) -> Vector:
        """Return word → weight, the heaviest first."""
        return dict(zip(self.words, self.weights, strict=True))


def point(
    counts: Mapping[str, float], named: Container[str] = frozenset(), headline: Container[str] = frozenset()
) -> Point:
    """Return the point of a report whose content words (stems) stand in it so often, some in names or the headline.

    Misses: two words may share a number (once in four thousand million pairs).
    """
    told = (
        (_number(word), (1.0 + math.log(count)) * tells * _worth(word, word in named, word in headline))
        for word, count in counts.items()
        if (tells := _tells(word))
    )
    best = sorted((-round(weight, 6), number) for number, weight in told)[:FEATURES]
    norm = math.sqrt(math.fsum(weight * weight for weight, _ in best)) or 1.0
    weights = array("H", (max(1, round(min(-weight / norm, HEAVIEST) * SCALE)) for weight, _ in best))
    return Point(array("I", (number for _, number in best)), weights)


def _worth(word: str, named: bool, headline: bool) -> float:
    worth = NAMED if named else 1.0 if word in background() else UNKNOWN
    return worth * HEADLINE if headline else worth


@lru_cache(maxsize=1 << 17)
def _tells(word: str) -> float:
    """Return how much a stem tells, 0 where it is in every fourth report."""
    rarity = -math.log(background().get(word, UNSEEN))
    return rarity if rarity > _RARE_ENOUGH else 0.0


@lru_cache(maxsize=1 << 17)
def _number(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=4).digest(), "big")
