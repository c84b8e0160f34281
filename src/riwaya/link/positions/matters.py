"""The matters of one actor: sayings that share a noun or a pair of nouns, and are alike besides.

The key that most sayings have, and that tells most, is taken first; its sayings are a matter, named by it as printed;
then the next, among what is left. A second key names a matter too where sayings have both: those that need an army's
help, and those that want no more of its troops, are one matter through whoever needs no more of its troops.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from riwaya.arabic.clitics import segment
from riwaya.link.positions.retold import Told
from riwaya.link.positions.sayings import Saying
from riwaya.link.terms import rarity

ALIKE = 0.18  # cosine at least between a saying and the nearest of its matter, on average
NEAREST = 2  # of them
MOST = 1500  # sayings of one actor that are compared
OFTEN = 0.5  # of all sayings of a story: what so many have tells nothing
BRIDGE = 2  # sayings that have both keys of a name
TELLS = 9.0  # weight at least of a key that names a matter
SECOND = 8.0  # weight at least of a second word in common
QUALITY = 0.5  # a word that stands so often behind another with ال is an adjective
FEW = 20  # sayings of a story below which nothing counts as often,
SMALL = 1.6  # and a word that all of them have tells so much


class Matter(Struct):
    """Sayings of one actor on one thing, in order of time, and its name."""

    name: str
    told: list[Told]


def matters(found: Sequence[Told], weights: Mapping[str, float]) -> list[Matter]:
    """Return the matters of one actor's sayings, given how much each key tells; what shares none is left out."""
    left = list(found[:MOST])
    vectors = {id(one): _vector(one.best, weights) for one in left}
    made: list[Matter] = []
    tried: set[str] = set()
    while (best := _best(left, weights, tried)) is not None:
        tried.add(best)
        keys = (best, *_second(best, left, weights))
        group = [one for one in left if not one.best.terms.nouns.isdisjoint(keys)]
        group = [one for one in group if _belongs(one, keys, group, vectors, weights)]
        if len(group) > 1:
            made.append(Matter(_name(keys, group), group))
            left = [one for one in left if all(one is not other for other in group)]
    return made


def weighed(found: Sequence[Saying]) -> dict[str, float]:
    """Return how much each key of a story's sayings tells: rare in newswire and not in half of what is said here."""
    counts = Counter(key for one in found for key in one.terms.keys)
    nouns = Counter(noun for one in found for noun in one.terms.definite)
    qualities = Counter(noun for one in found for noun in one.terms.qualities)
    total = len(found)
    weights: dict[str, float] = {}
    for key, count in counts.items():
        words = key.split()
        if (total >= FEW and count > OFTEN * total) or not _surely_noun(words, nouns):
            continue
        if len(words) == 1 and qualities[key] > QUALITY * nouns[key]:
            weights[key] = TELLS / 2  # an adjective names nothing by itself
            continue
        here = math.log((total + 10) / (count + 1))
        here = here if total >= FEW else max(here, SMALL)
        common = 2.0 if key.startswith("@") else max(rarity(word, 0, 0) for word in words)
        weights[key] = here * common * (1.4 if len(words) > 1 else 1.0)
    return weights


def _surely_noun(words: Sequence[str], nouns: Mapping[str, int]) -> bool:
    """Say whether words are nouns for sure: the story has them with ال somewhere."""
    return all(word.startswith("@") or word in nouns for word in words)


def _best(left: Sequence[Told], weights: Mapping[str, float], tried: set[str]) -> str | None:
    counts = Counter(key for one in left for key in one.best.terms.nouns if weights.get(key, 0.0) >= TELLS)
    fit = [key for key, count in counts.items() if count > 1 and key not in tried]
    return max(fit, key=lambda key: (_worth(counts[key], weights[key]), key), default=None)


def _worth(count: int, weight: float) -> float:
    return count * math.sqrt(weight)


def _second(best: str, left: Sequence[Told], weights: Mapping[str, float]) -> tuple[str, ...]:
    """Return a key that sayings share with the best one and that others have without it."""
    shared = Counter(key for one in left if best in one.best.terms.nouns for key in one.best.terms.nouns)
    alone = Counter(key for one in left if best not in one.best.terms.nouns for key in one.best.terms.nouns)
    fit = [key for key in alone if shared[key] >= BRIDGE and weights.get(key, 0.0) >= TELLS and " " in key]
    fit = [key for key in fit if shared[key] * 2 >= alone[key] and _words(best).isdisjoint(_words(key))]
    return tuple(sorted(fit, key=lambda key: (-_worth(alone[key], weights[key]), key))[:1])


def _words(key: str) -> frozenset[str]:
    return frozenset(word for word in key.split() if not word.startswith("@"))


def _belongs(
    one: Told,
    keys: Sequence[str],
    group: Sequence[Told],
    vectors: Mapping[int, Mapping[str, float]],
    weights: Mapping[str, float],
) -> bool:
    """Say whether a saying is on the matter: alike, and where a single noun names it another word in common."""
    if _near(one, group, vectors) < ALIKE:
        return False
    if any(" " in key and key in one.best.terms.nouns for key in keys):
        return True
    own = {key for key in one.best.terms.keys - set(keys) if weights.get(key, 0.0) >= SECOND and " " not in key}
    return any(not own.isdisjoint(other.best.terms.keys) for other in group if other is not one)


def _vector(one: Saying, weights: Mapping[str, float]) -> dict[str, float]:
    kept = {key: weights[key] for key in sorted(one.terms.keys) if key in weights}
    length = math.sqrt(sum(value * value for value in kept.values()))
    return {key: value / length for key, value in kept.items()} if length else {}


def _near(one: Told, group: Sequence[Told], vectors: Mapping[int, Mapping[str, float]]) -> float:
    own = vectors[id(one)]
    values = sorted((_dot(own, vectors[id(other)]) for other in group if other is not one), reverse=True)[:NEAREST]
    return sum(values) / len(values) if values else 0.0


def _dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(value * other[key] for key, value in one.items() if key in other)


def _name(keys: Sequence[str], group: Sequence[Told]) -> str:
    found = [one.best for one in group]
    ordered = sorted(keys, key=lambda key: " " not in key)  # the pair says more
    return "، ".join(dict.fromkeys(name for key in ordered if (name := printed(key, found))))


def printed(key: str, found: Sequence[Saying]) -> str:
    """Return the words of a key as most sayings print them, without و, ب, ل before them: ``بحماية`` → ``حماية``."""
    forms = Counter(_alone(one.terms.printed[key]) for one in found if key in one.terms.printed)
    return max(forms, key=lambda words: (forms[words], words), default="")


def _alone(words: str) -> str:
    first, *rest = words.split()
    if len(first) < 4:
        return words
    for letter in segment(first).proclitics:
        if letter == "ال" or not first.startswith(letter):
            break
        if letter == "ل" and first.startswith("لل"):
            first = f"ال{first[2:]}"
            break
        first = first[len(letter) :]
    return " ".join((first, *rest))
