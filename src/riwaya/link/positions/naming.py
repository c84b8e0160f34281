"""What a matter is called: the noun phrase of its sayings that says most of what they share and others don't."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from riwaya.arabic.clitics import segment
from riwaya.link.positions.headings import worth
from riwaya.link.positions.phrases import Phrase
from riwaya.link.positions.sayings import Saying
from riwaya.link.positions.words import weak
from riwaya.link.terms import rarity

SHARED = 1.5  # how much more a word tells that more of the sayings have
FEW = {1: 0.55, 2: 1.0, 3: 1.0, 4: 0.95, 5: 0.85, 6: 0.75}
"""How readable a phrase of so many words is."""
WEAK = 0.3  # what a word counts that is no matter by itself
OWNED = 0.6  # and a phrase with a pronoun: whose, nobody sees
BARE = 0.5  # and one word without ال
EARLY = 12  # words of a saying after which a phrase names it half as well, where it stands alone
EXTRA = 0.4  # share of the sayings that a word stands in, at most, to be one too many,
SPARE = 0.7  # and what is left of a phrase's worth for each of them


def named(
    found: Sequence[Saying], every: Mapping[str, int], total: int, nouns: Collection[str], weights: Mapping[str, float]
) -> str:
    """Return the noun phrase, as printed, that tells most of some sayings: ``رفع الرسوم عن السكر``; empty if none does.

    Several are called by the heading that fits all of them best and that a phrase has. ``every`` counts the terms in
    all ``total`` sayings of the actor: what he says of everything tells little. ``nouns`` are terms that stand with ال
    somewhere, ``weights`` how much each key tells in the story.
    """
    ranked = _ranked(found, every, total, nouns)
    if len(found) == 1:  # one word names a matter only where others of the story say it too
        return next((one.text for one in ranked if " " in one.text or not weights.keys().isdisjoint(one.terms)), "")
    headings = _headings(found, weights)
    for key in headings:
        needed = {word for word in key.split() if not word.startswith("@")}
        if (name := next((phrase.text for phrase in ranked if needed <= set(phrase.terms)), "")) != "":
            return name
    pair = next((key for key in headings if " " in key and "@" not in key), "")  # after a verb: تسحب [سفن الصيد]
    return next((one.terms.printed[pair] for one in found if pair in one.terms.printed), "")


def _ranked(found: Sequence[Saying], every: Mapping[str, int], total: int, nouns: Collection[str]) -> list[Phrase]:
    """Return the noun phrases of some sayings, the one that names them best first."""
    own = Counter(key for one in found for key in one.terms.keys)
    tells = {key: _worth(key, count, len(found), every[key], total) for key, count in own.items()}
    best: dict[Phrase, tuple[float, int]] = {}
    for phrase in (phrase for one in found for phrase in one.phrases):
        if weak().issuperset(phrase.terms) or not (phrase.sure or phrase.terms[0] in nouns):
            continue
        value = sum(tells.get(term, 0.0) for term in phrase.terms) * _readable(phrase, own, len(found))
        value /= 1.0 if len(found) > 1 else 1.0 + phrase.at / EARLY
        same = Phrase(text=phrase.text, terms=phrase.terms)
        before = best.get(same, (0.0, 0))
        best[same] = (max(before[0], value), before[1] + 1)
    return sorted(best, key=lambda phrase: (-best[phrase][0], -best[phrase][1], phrase.text))


def _headings(found: Sequence[Saying], weights: Mapping[str, float]) -> list[str]:
    """Return the headings that half of several sayings have, the one that fits all of them best first."""
    fit: dict[str, list[float]] = {}
    for one in found:
        for key, value in worth(one, weights).items():
            fit.setdefault(key, []).append(value)
    shared = [key for key, values in fit.items() if len(values) * 2 >= len(found)]
    return sorted(shared, key=lambda key: (-sum(fit[key]), key))


def _readable(phrase: Phrase, own: Mapping[str, int], size: int) -> float:
    """Return how well a phrase reads as a name: two or three words, with ال, of nobody unseen, none too many."""
    words = phrase.text.split()
    spare = sum(1 for term in phrase.terms if own[term] <= EXTRA * size)
    value = FEW[min(len(words), max(FEW))] * SPARE**spare / math.sqrt(len(words))
    value *= 1.0 if len(words) > 1 or phrase.text.startswith("ال") else BARE
    return value * (OWNED if any(segment(word).enclitic for word in words) else 1.0)


def _worth(key: str, count: int, size: int, every: int, total: int) -> float:
    share = count / size
    elsewhere = (every - count) / max(total - size, 1)
    tells = min(rarity(key, 0, 0), 7.0) * (WEAK if key in weak() else 1.0)
    return tells * math.pow(share, SHARED) * (1.0 - 0.7 * elsewhere)
