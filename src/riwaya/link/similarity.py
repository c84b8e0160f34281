"""How alike reports and groups of reports are: rare words that they share, and how far apart in time they stand."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from riwaya.link.digest import Digest
from riwaya.link.terms import Vocabulary, rarity

FEATURES = 64  # words of a report that count
KEYS = 20  # its rarest words, by which other reports are looked up
COMMON = 400  # a word in more reports than that looks up nothing
NEIGHBOURS = 24  # the nearest reports of each that are compared
LEAST = 0.12  # likeness below which two reports aren't even neighbours
_RARE_ENOUGH = 1.3
_CALM = 5  # days within which time says nothing against
_HALVING = 500.0  # days apart at which likeness counts half
_FLOOR = 0.65

Vector = dict[int, float]


class Point(Struct, frozen=True):
    """A report as stories compare it: a unit vector over rare words, and the day of its publication."""

    vector: Vector
    day: int | None


def points(digests: Sequence[Digest], vocabulary: Vocabulary) -> list[Point]:
    """Return the point of every report, weighed by how rare each word is in this set and in newswire.

    Its words are numbered by the alphabet, so that ties among them never depend on which report came first.
    """
    counts = [0] * len(vocabulary.words)
    for one in digests:
        for word in one.words:
            counts[word] += 1
    rare = [rarity(word, count, len(digests)) for word, count in zip(vocabulary.words, counts, strict=True)]
    places = [0] * len(rare)
    for place, word in enumerate(sorted(range(len(rare)), key=vocabulary.words.__getitem__)):
        places[word] = place
    return [Point(_vector(one, rare, places), one.day) for one in digests]


def _vector(one: Digest, rare: Sequence[float], places: Sequence[int]) -> Vector:
    weights = [
        (-(1.0 + math.log(count)) * rare[word], places[word])
        for word, count in zip(one.words, one.counts, strict=True)
        if rare[word] > _RARE_ENOUGH
    ]
    best = sorted(weights)[:FEATURES]
    norm = math.sqrt(math.fsum(weight * weight for weight, _ in best)) or 1.0
    return {place: -weight / norm for weight, place in best}


def dot(left: Mapping[int, float], right: Mapping[int, float]) -> float:
    """Return the product of two vectors."""
    if len(left) > len(right):
        left, right = right, left
    return math.fsum(weight * right[word] for word, weight in left.items() if word in right)


def nearness(gap: float | None) -> float:
    """Return how much likeness is worth that many days apart: 1 within a week, about half after a year."""
    if gap is None:
        return 0.85
    return 1.0 if gap <= _CALM else max(_FLOOR, 0.5 ** ((gap - _CALM) / _HALVING))


def neighbours(found: Sequence[Point]) -> Iterator[tuple[int, int, float]]:
    """Yield pairs of reports (left < right) that may belong together, with the likeness of their words.

    Only reports that share rare words are compared, so that the work grows with the reports and not their square.
    """
    postings: dict[int, list[tuple[int, float]]] = {}
    keys = [list(point.vector.items())[:KEYS] for point in found]
    for at, listed in enumerate(keys):
        for word, weight in listed:
            postings.setdefault(word, []).append((at, weight))
    for at, listed in enumerate(keys):
        scores: dict[int, float] = {}
        for word, weight in listed:
            others = postings[word]
            if len(others) <= COMMON:
                for other, theirs in others:
                    scores[other] = scores.get(other, 0.0) + weight * theirs
        scores.pop(at, None)
        yield from _nearest(at, scores, found)


def _nearest(at: int, scores: Mapping[int, float], found: Sequence[Point]) -> Iterator[tuple[int, int, float]]:
    best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:NEIGHBOURS]
    for other, _ in best:
        likeness = dot(found[at].vector, found[other].vector)
        if likeness >= LEAST:
            yield min(at, other), max(at, other), likeness
