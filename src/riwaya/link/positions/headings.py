"""Under which heading words stand: the telling noun, or two nouns together, that an editor would file them under.

A heading is chosen first and its sayings after it, so that whoever reads the heading finds it in every saying: of the
words of a saying that other sayings of the side have too, the one that tells most and stands early.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from riwaya.link.positions.retold import Told
from riwaya.link.positions.sayings import Saying
from riwaya.link.positions.words import weak
from riwaya.link.terms import rarity

RAREST = 7.0  # no word tells more than this
LAND = 1.0  # how much a country adds to a thing: forces, American forces
SAID = 2.5  # log2 of how many sayings of a story have a word that tells all it can
EARLY = 12  # words after which a word tells half as much
NEAR = 0.5  # of what a saying's most telling word tells, a heading must tell
TOPIC = 5  # sayings of a story that have a word which is a topic of it by itself,
TOPICS = 0.03  # and at least that share of them; in a story of few, half of them
WIDE = 0.5  # what a heading loses that every saying of a side has
FEW = 20  # sayings of a side up to which a wide heading loses less
ROUNDS = 8


class Telling(Struct, frozen=True):
    """How much each key tells in a story, and which are topics of it."""

    weights: dict[str, float]
    topics: frozenset[str]


def telling(found: Sequence[Saying]) -> Telling:
    """Return how much the keys of a story's sayings tell: rare in newswire, and said here more than once."""
    counts = Counter(key for one in found for key in one.terms.keys if not key.startswith("@"))
    weights = {
        key: tells * min(1.0, math.log2(1 + count) / SAID)
        for key, count in counts.items()
        if count > 1 and (tells := _tells(key)) > 0
    }
    least = min(max(TOPIC, TOPICS * len(found)), len(found) / 2)
    return Telling(weights, frozenset(key for key in weights if counts[key] >= least))


def _tells(key: str) -> float:
    """Return how much a key tells by itself: a weak word (``قرار``) nothing, unless it is a country's."""
    owned = "@" in key
    words = [word for word in key.split() if not word.startswith("@") and (owned or word not in weak())]
    if not words:
        return 0.0
    return sum(min(rarity(word, 0, 0), RAREST) for word in words) / math.sqrt(len(words)) + (LAND if owned else 0.0)


def worth(one: Saying, weights: Mapping[str, float]) -> dict[str, float]:
    """Return the keys under which a saying may stand, with how well: what stands early is what it is about."""
    at: dict[str, int] = {}
    for key in one.terms.printed:
        if " " not in key and not key.startswith("@"):
            at[key] = len(at)
    return {
        key: weights[key] / (1 + min(at.get(word, len(at)) for word in key.split() if word[0] != "@") / EARLY)
        for key in one.terms.printed
        if key in weights and key in one.terms.nouns and key not in one.terms.qualities
    }


def headed(told: Sequence[Told], weights: Mapping[str, float]) -> tuple[list[dict[str, float]], list[str]]:
    """Return what each saying may stand under, and its heading: empty where no other saying stands under it.

    Each chooses among the headings that others have chosen, until nothing changes.
    """
    every = [worth(one.best, weights) for one in told]
    counts = Counter(key for one in every for key in one)
    heads: list[str] = []
    for _ in range(ROUNDS):
        chosen = [_chosen(one, counts, len(told)) for one in every]
        if chosen == heads:
            break
        heads, counts = chosen, Counter(key for key in chosen if key)
    return every, [key if counts[key] > 1 else "" for key in heads]


def _chosen(one: Mapping[str, float], counts: Mapping[str, int], total: int) -> str:
    least = NEAR * max(one.values(), default=0.0)
    fit = {key: value for key, value in one.items() if value >= least and counts.get(key, 0) > 1}

    def worth_choosing(key: str) -> float:
        wide = 1 - WIDE * counts[key] / max(total, FEW)
        return fit[key] * min(1.0, math.log2(1 + counts[key]) / 2) * wide

    return max(sorted(fit), key=worth_choosing, default="")
