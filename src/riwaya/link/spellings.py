"""Spellings of names: which two printed names may be one, and which is the slip.

Foreign names reach Arabic by ear: long vowels come and go (انتون، أنطون), ت is ط, غ is ج is ك. Names that are common
in their own right (حسن, حسين) are never taken for each other.
"""

from __future__ import annotations

from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import tokens
from riwaya.lexicon import table

_JOINED = frozenset(("عبد", "ابو", "ابي", "ابا", "ام", "بن", "ابن", "ال", "آل"))
_DROPPED = frozenset(("بن", "ابن", "بنت"))
SOUNDS = str.maketrans({"ط": "ت", "غ": "ج", "ك": "ق", "ص": "س", "ز": "س", "ظ": "د", "ض": "د", "ذ": "د", "ث": "ت"})
_VOWELS = str.maketrans("", "", "اويه")


@lru_cache(maxsize=1 << 16)
def parts(name: str) -> tuple[str, ...]:
    """Return the parts of a name for comparison: ``ناجي بن عبد الله المرهون`` → ناجي, عبدالله, مرهون."""
    keys = [token.key for token in tokens(name) if token.kind in ("word", "latin")]
    keys = keys[1:] if led(name) else keys
    found: list[str] = []
    glue = ""
    for key in keys:
        if key in _DROPPED and found:
            continue
        if key in _JOINED:
            glue += "عبد" if key == "عبد" else "ابو" if key.startswith("اب") else key
            continue
        found.append(glue + key if glue else key[2:] if key.startswith("ال") and len(key) > 4 else key)
        glue = ""
    return tuple(found) if found else ((glue,) if glue else ())


def led(name: str) -> bool:
    """Say whether a nationality stuck to a name's front: ``الواداني زكريا المرهون`` after وزير النقل."""
    words = name.split()
    return len(words) > 2 and words[0].startswith("ال") and words[0].endswith(("ي", "ية", "يه"))


@lru_cache(maxsize=1 << 16)
def sound(part: str) -> str:
    """Return how a part of a name sounds, without long vowels: انتون and انطون are one."""
    head, rest = part[:1], part[1:].translate(_VOWELS)
    return (head + rest).translate(SOUNDS)


@cache
def _given() -> frozenset[str]:
    return frozenset(fold(name) for row in table("given_names") for name in row["names"].split())


def given_name(part: str) -> bool:
    """Say whether a part is a common given name: ``محمد`` alone tells nobody."""
    return part in _given()


@lru_cache(maxsize=1 << 16)
def alike(left: str, right: str) -> bool:
    """Say whether two parts of names may be one: ``هالبرغ`` and ``هالبيرغ``; not حسن and حسين."""
    if left == right:
        return True
    if min(len(left), len(right)) < 4 or (left in _given() and right in _given()):
        return False
    if sound(left) == sound(right) and len(sound(left)) > 2:
        return True
    return min(len(left), len(right)) > 4 and OSA.distance(left, right, score_cutoff=1) == 1


def same_name(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Say whether two full names may be one person's: equal part by part, or one with middle names left out.

    The parts of the shorter one stand in the longer one in their order: ``ناجي المرهون`` may be
    ``ناجي بن سالم المرهون``.
    """
    if len(left) > len(right):
        left, right = right, left
    if len(left) < 2 or not alike(left[0], right[0]):
        return False
    if len(left) == len(right):
        return all(alike(one, other) for one, other in zip(left, right, strict=True))
    at = 0
    for part in left:
        while at < len(right) and not alike(part, right[at]):
            at += 1
        if at == len(right):
            return False
        at += 1
    return True
