"""The matters of one actor: sayings that share telling words, put together in order of time.

A saying joins the matter that it is most like, then matters that are alike are joined: each time by the mean of the
strongest likenesses, as many as the square root of the pairs, between single link (one chance word joins) and average
link (a long talk falls apart). What follows in one breath is more likely on one matter than its words tell.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from riwaya.link.positions.naming import named
from riwaya.link.positions.retold import Told
from riwaya.link.positions.sayings import Saying
from riwaya.link.terms import rarity

ALIKE = 0.08  # cosine at least between a saying and its matter
TOGETHER = 0.09  # and between two matters
NEXT = 0.08  # what the saying that stands before it in the same report adds
SEEN = 80  # sayings that may have a word which still tells something, in a story of few sayings,
OFTEN = 0.05  # and for each saying of the story as many more
GAP = 120  # code points between two sayings that follow each other
LAND = 1.5  # how much a country tells
MOST = 1500  # sayings of one actor that are compared


class Matter(Struct):
    """Sayings of one actor on one thing, in order of time, and its name."""

    name: str
    told: list[Told]


def matters(found: Sequence[Told], weights: Mapping[str, float]) -> list[Matter]:
    """Return the matters of one actor's sayings, given how much each term tells, each named by words of its own.

    Misses: one matter in words that share nothing; two matters in the same words.
    """
    left = list(found[:MOST])
    groups = _joined(*_gathered(left, weights))
    every = Counter(key for one in left for key in one.best.terms.keys)
    nouns = {term for one in left for term in one.best.terms.definite}
    told = [[left[at] for at in group] for group in groups]
    return [Matter(named([one.best for one in group], every, len(left), nouns), group) for group in told]


def weighed(found: Sequence[Saying]) -> dict[str, float]:
    """Return how much each term of a story's sayings tells: rare in newswire, and not in most of what is said here."""
    counts = Counter(key for one in found for key in one.terms.keys if " " not in key or " @" in key)
    enough = SEEN + OFTEN * len(found)
    return {key: _rare(key) * max(0.0, math.log(enough / (count + 1))) for key, count in counts.items()}


def _rare(key: str) -> float:
    """Return how rare a term is in newswire; of a thing that is a country's (قوات @US) the thing and the country."""
    return sum(LAND if one.startswith("@") else rarity(one, 0, 0) for one in key.split())


class _Near:
    """Sayings as vectors, asked how like one is to those before it."""

    def __init__(self, told: Sequence[Told], weights: Mapping[str, float]) -> None:
        self.told = told
        self.vectors = [_vector(one.best, weights) for one in told]
        self.having: dict[str, list[tuple[int, float]]] = defaultdict(list)

    def before(self, at: int) -> dict[int, float]:
        """Return how like each earlier saying is, where they share a word; then count this one among them."""
        found: dict[int, float] = defaultdict(float)
        for key, value in self.vectors[at].items():
            for other, weight in self.having[key]:
                found[other] += value * weight
            self.having[key].append((at, value))
        for other in found:
            if _beside(self.told[at].best, self.told[other].best):
                found[other] += NEXT
        return found


def _gathered(
    told: Sequence[Told], weights: Mapping[str, float]
) -> tuple[list[list[int]], dict[tuple[int, int], float]]:
    """Return groups of sayings, each put with what it is most like of what came before it; and all likenesses."""
    near = _Near(told, weights)
    groups: list[list[int]] = []
    group_of: dict[int, int] = {}
    pairs: dict[tuple[int, int], float] = {}
    for at in range(len(told)):
        like: dict[int, list[float]] = defaultdict(list)
        for other, value in near.before(at).items():
            pairs[other, at] = value
            like[group_of[other]].append(value)
        best = max(like, key=lambda number: (_link(like[number], len(groups[number])), -number), default=None)
        if best is None or _link(like[best], len(groups[best])) < ALIKE:
            best = len(groups)
            groups.append([])
        groups[best].append(at)
        group_of[at] = best
    return groups, pairs


def _joined(groups: list[list[int]], pairs: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Return groups with those joined that are alike as a whole, the most alike first."""
    where = {at: number for number, group in enumerate(groups) for at in group}
    between: dict[tuple[int, int], list[float]] = defaultdict(list)
    for (left, right), value in pairs.items():
        one, other = sorted((where[left], where[right]))
        if one != other:
            between[one, other].append(value)
    strong = {pair: value for pair in between if (value := _strength(between[pair], groups, pair)) >= TOGETHER}
    while strong:
        one, other = max(strong, key=lambda pair: (strong[pair], (-pair[0], -pair[1])))
        groups[one] = sorted(groups[one] + groups[other])
        groups[other] = []
        del between[one, other], strong[one, other]
        for pair in [pair for pair in between if other in pair]:
            third = pair[0] if pair[1] == other else pair[1]
            between[min(one, third), max(one, third)] += between.pop(pair)
            strong.pop(pair, None)
        for pair in [pair for pair in between if one in pair]:
            strong.pop(pair, None)
            if (value := _strength(between[pair], groups, pair)) >= TOGETHER:
                strong[pair] = value
    return [group for group in groups if group]


def _strength(values: Sequence[float], groups: Sequence[Sequence[int]], pair: tuple[int, int]) -> float:
    return _link(values, len(groups[pair[0]]) * len(groups[pair[1]]))


def _link(values: Iterable[float], pairs: int) -> float:
    """Return the mean of the strongest likenesses, as many as the square root of all pairs."""
    most = max(1, math.isqrt(pairs))
    return sum(sorted(values, reverse=True)[:most]) / most


def _beside(one: Saying, other: Saying) -> bool:
    """Say whether two sayings of one speaker stand one behind the other in a report."""
    gap = max(one.start, other.start) - min(one.end, other.end)
    return one.doc == other.doc and one.actor == other.actor and gap <= GAP


def _vector(one: Saying, weights: Mapping[str, float]) -> dict[str, float]:
    kept = {key: weights[key] for key in sorted(one.terms.keys) if weights.get(key, 0.0) > 0}
    length = math.sqrt(sum(value * value for value in kept.values()))
    return {key: value / length for key, value in kept.items()} if length else {}
