"""What a matter is called: the noun phrase of its sayings that says most of what they share and others don't."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from riwaya.arabic.clitics import segment
from riwaya.link.positions.sayings import Saying
from riwaya.link.positions.words import weak
from riwaya.link.terms import rarity

SHARED = 1.5  # how much more a word tells that more of the sayings have
FEW = {1: 0.55, 2: 1.0, 3: 1.0, 4: 0.95, 5: 0.85, 6: 0.75}
"""How readable a phrase of so many words is."""
WEAK = 0.3  # what a word counts that is no matter by itself
OWNED = 0.6  # and a phrase that ends with a pronoun: whose, nobody sees
BARE = 0.5  # and one word without ال
EXTRA = 0.5  # share of the sayings that a word stands in, at most, to be one too many


def named(found: Sequence[Saying], every: Mapping[str, int], total: int, nouns: Collection[str]) -> str:
    """Return the noun phrase, as printed, that tells most of some sayings: ``رفع الرسوم عن السكر``.

    ``every`` counts the terms in all ``total`` sayings of the actor: what he says of everything tells
    little. ``nouns`` are terms that stand with ال somewhere.
    """
    own = Counter(key for one in found for key in one.terms.keys)
    worth = {key: _worth(key, count, len(found), every[key], total) for key, count in own.items()}
    best: dict[str, tuple[float, int]] = {}
    for one in found:
        for phrase in one.phrases:
            if not phrase.sure and (not phrase.terms or phrase.terms[0] not in nouns):
                continue
            value = sum(worth.get(term, 0.0) for term in phrase.terms)
            count = len(phrase.text.split())
            spare = sum(1 for term in phrase.terms if own[term] <= EXTRA * len(found))
            value *= FEW[min(count, max(FEW))] / math.sqrt(count + spare)
            value *= 1.0 if count > 1 or phrase.text.startswith("ال") else BARE
            value *= OWNED if segment(phrase.text.split()[-1]).enclitic else 1.0
            before = best.get(phrase.text, (0.0, 0))
            best[phrase.text] = (max(before[0], value), before[1] + 1)
    ranked = sorted(best, key=lambda text: (-best[text][0], -best[text][1], text))
    return ranked[0] if ranked else _by_a_word(found, worth)


def _by_a_word(found: Sequence[Saying], worth: Mapping[str, float]) -> str:
    """Return the one word that tells most, as printed, where the sayings have no noun phrase."""
    printed = {key: text for one in reversed(found) for key, text in one.terms.printed.items() if " " not in key}
    best = max(sorted(printed), key=lambda key: worth.get(key, 0.0), default="")
    return printed.get(best, "")


def _worth(key: str, count: int, size: int, every: int, total: int) -> float:
    share = count / size
    elsewhere = (every - count) / max(total - size, 1)
    tells = min(rarity(key, 0, 0), 7.0) * (WEAK if key in weak() else 1.0)
    return tells * math.pow(share, SHARED) * (1.0 - 0.7 * elsewhere)
