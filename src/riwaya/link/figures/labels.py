"""What a count is called in a table: ``للجولات`` is ``جولات``, ``2500 أميركي`` of 3500 soldiers ``جندي أميركي``."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.arabic.letters import fold
from riwaya.link.figures.counted import Counted

_ARTICLES = ("وال", "بال", "فال", "كال", "لل", "ال")
_HUNDRED = frozenset(map(fold, ("مئة", "مائة", "مية", "%", "٪")))
"""Percent, which reports print in many ways: بالمئة, في المائة, %."""
_SHORTEST = 3  # letters that stay


def label(one: Counted) -> str:
    """Return the counted noun as printed, without its article and what is joined before it, and what completes it.

    ``الجولتين السابقتين من الحوار`` → ``جولتين من الحوار``; people told by their nation alone have the noun of the
    whole that they are part of; a quantity without a number (``العشرات``) keeps its words; a share is ``في المئة``.
    """
    if one.figure.number is None:
        return one.figure.counted
    if shared(one):
        return "في المئة"
    words = [bare(word) for word in one.figure.counted.split()]
    whole = one.whole.counted.split() if one.whole is not None else []
    if whole and one.group.startswith("kind ") and len(words) == 1:
        words.insert(0, bare(whole[0]))
    return " ".join((*words, bare(one.completed) if not words else one.completed)).strip()


def fullest(tellings: Sequence[Counted]) -> str:
    """Return the label with most words that a report gives one count: ``صاروخي كاتيوشا`` beside ``صاروخين``."""
    return max(map(label, tellings), key=lambda words: len(words.split()))


def shared(one: Counted) -> bool:
    """Say whether a count is a share: ``8 في المئة``, ``20%``."""
    last = one.figure.counted.split()[-1:]
    return bool(last) and fold(last[0]).removeprefix("ب").removeprefix("ال") in _HUNDRED


def whole(group: Sequence[Counted]) -> str | None:
    """Return what counts are part of: ``3500 جندي`` of soldiers, what a share is of, if any tells."""
    parts = (f"{one.whole.number} {one.whole.counted}" if one.whole else one.share * shared(one) for one in group)
    return next(filter(None, parts), None)


def bare(word: str) -> str:
    """Return a word without its article: ``للجولات`` → ``جولات``."""
    article = next((one for one in _ARTICLES if word.startswith(one) and len(word) - len(one) >= _SHORTEST), "")
    return word[len(article) :]
