"""Whether two forms name one person: surname and full name, بن or none, spellings, slips of a letter or two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from riwaya.arabic.letters import fold

_VOWELS = str.maketrans("", "", "اوي")
PARTICLES = frozenset(map(fold, ("بن", "ابن", "بنت", "آل", "ال", "ولد")))


def bare(key: str) -> str:
    """Return the folded word without its article: القاطعي → قاطعي."""
    return key[2:] if key.startswith("ال") and len(key) > 4 else key


@lru_cache(maxsize=1 << 14)
def parts(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name that tell it apart: particles out, عبد and أبو joined to what they bind."""
    out: list[str] = []
    glue = ""
    for word in words:
        if word in PARTICLES:
            continue
        if word in ("عبد", "ابو", "ابي", "ابا", "ام"):
            glue = "ابو" if word in ("ابي", "ابا") else word
            continue
        out.append(glue + bare(word) if glue else bare(word))
        glue = ""
    return tuple(out) or words


def slip(left: str, right: str) -> bool:
    """Return whether two words may be one, misprinted: a letter wrong, or swapped and one added (النواري, النوراني)."""
    shortest = min(len(left), len(right))
    if shortest < 4 or left[:1] != right[:1]:
        return False
    apart = OSA.distance(left, right, score_cutoff=2)
    if apart == 2 and shortest >= 5:
        unlike = Counter(left)
        unlike.subtract(right)
        return shortest >= 7 or sum(map(abs, unlike.values())) <= 1
    return apart <= 1


def vowelled(left: str, right: str) -> bool:
    """Return whether two words differ in long vowels only, as foreign names do: بوتن and بوتين."""
    return (
        left[:1] == right[:1] and left.translate(_VOWELS) == right.translate(_VOWELS) and min(len(left), len(right)) > 3
    )


def within(short: Sequence[str], full: Sequence[str]) -> bool:
    """Return whether the words of one form stand in the other in the same order."""
    rest = iter(full)
    return all(word in rest for word in short)
