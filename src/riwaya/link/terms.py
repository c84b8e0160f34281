"""Content words as stories compare them: a light stem that lets العراق, العراقي and والعراقية fall together.

How rare a word is comes from two sides: the set of reports itself, and a background list of how common each stem is
in newswire, so that a set of five reports knows that رئيس says nothing and مفاعل much.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from riwaya.arabic.calendars import certain_month, weekday
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.lexicon import table
from riwaya.model import Sentence

BACKGROUND = 1500  # the background list weighs as much as that many reports
_TITLE = 2.0  # a word of the headline counts as if it stood there twice more
_LEAD = 1.0
UNSEEN = 6e-4  # the share of reports that have a word which the list does not know
_PREFIXES = ("وال", "بال", "كال", "فال", "لل", "ال")
_MORE_PREFIXES = ("و", "ف", "ل", "ب", "ك", "ول", "وب", "سي", "ست", "ي", "ت", "م")
_MORE_SUFFIXES = ("ا", "هم", "هما", "نا", "ته", "تها", "تهم", "ت", "وا", "تي", "تين", "ايي")
_SUFFIXES = ("يين", "يون", "يات", "يها", "ها", "ات", "ون", "ين", "يه", "ه", "ي")


@lru_cache(maxsize=1 << 17)
def stem(key: str) -> str:
    """Return the light stem of a folded word: ``والعراقيه`` → ``عراق``.

    Misses: broken plurals, weak roots; two words may share a stem (``جامع``, ``جامعه``).
    """
    if key.startswith("و") and len(key) > 4:
        key = key[1:]
    for prefix in _PREFIXES:
        if key.startswith(prefix) and len(key) - len(prefix) > 2:
            key = key[len(prefix) :]
            break
    for suffix in _SUFFIXES:
        if key.endswith(suffix) and len(key) - len(suffix) > 2:
            key = key[: -len(suffix)]
            break
    return key[:-2] if key.endswith("ان") and len(key) > 6 else key  # لبنان and لبناني keep it, باكستاني loses it too


@lru_cache(maxsize=1 << 17)
def term(key: str) -> str:
    """Return the stem of a folded word if it can tell a story, else an empty string: short, dates, function words.

    More letters come off where that leaves a stem that newswire knows: ``لواشنطن`` → ``اشنطن``, ``ستجري`` → ``جري``.
    """
    bare = key[1:] if key[:1] in ("و", "ف") and len(key) > 2 else key
    if len(key) < 3 or not _stopwords().isdisjoint((key, bare)):
        return ""
    if certain_month(bare) or weekday(bare) is not None:
        return ""
    found = stem(key)
    return found if found in background() else _known(key, found)


def _known(key: str, found: str) -> str:
    """Return the commonest stem left when one more prefix or suffix comes off, or the light stem itself."""
    known = background()
    tries = [
        found[len(prefix) :]
        for prefix in _MORE_PREFIXES
        if found.startswith(prefix) and len(found) - len(prefix) > (4 if prefix == "ب" else 3)
    ]
    for word in (key, found, *tries):
        tries += [word[: -len(suffix)] for suffix in _MORE_SUFFIXES if word.endswith(suffix)]
    tries += [stem(word) for word in tries]
    return max(
        (one for one in tries if len(one) > 2 and one in known), key=lambda one: (known[one], one), default=found
    )


@cache
def _stopwords() -> frozenset[str]:
    return frozenset(row["word"] for row in table("story_stopwords"))


def stopword(name: str) -> bool:
    """Say whether a name is nothing but a function word: ``على``, tagged as a person by mistake."""
    return fold(name) in _stopwords()


def token_term(token: Token) -> str:
    """Return the term of a token; numbers and punctuation have none, a Latin word is its own."""
    if token.kind == "word":
        return term(token.key)
    return token.key if token.kind == "latin" and len(token.key) > 1 else ""


def placed_counts(
    sentences: Iterable[tuple[Sentence, Iterable[Token]]], word_of: Callable[[Token], str]
) -> dict[str, float]:
    """Return word → how often it stands in the sentences; in the headline it counts thrice, in the lead twice."""
    counts: dict[str, float] = {}
    for sentence, words in sentences:
        worth = 1.0 + (_TITLE if sentence.paragraph < 0 else _LEAD if sentence.paragraph == 0 else 0.0)
        for token in words:
            if word := word_of(token):
                counts[word] = counts.get(word, 0.0) + worth
    return counts


@cache
def background() -> dict[str, float]:
    """Return the share of newswire reports that have each common stem: ``رئيس`` → 0.4."""
    shares: dict[str, float] = {}
    for row in table("background"):
        for word in row["stems"].split():
            shares[word] = float(row["share"])
    return shares


def rarity(word: str, reports: int, total: int) -> float:
    """Return how much a stem tells (≥ 0), given that ``reports`` of ``total`` reports of the set have it."""
    share = (reports + BACKGROUND * background().get(word, UNSEEN)) / (total + BACKGROUND)
    return max(0.0, -math.log(share))
