"""Spellings of names: which two printed names may be one, and which is the slip.

Foreign names reach Arabic by ear: long vowels come and go (انتون، أنطون), ت is ط, the g of one paper is غ, ج, ق or ك.
Names that are common in their own right (حسن, حسين) are never taken for each other.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import tokens
from riwaya.lexicon import table

_JOINED = frozenset(
    ("عبد", "ابو", "ابي", "ابا", "ام", "بن", "ابن", "ال", "دي", "دو", "دا", "ديل", "فان", "فون", "لو", "ماك")
)
_YOUNGER = frozenset(("ابن", "اب", "جونيور"))  # ترامب الابن: not his father
_DROPPED = frozenset(("بن", "ابن", "بنت"))
SOUNDS = str.maketrans(
    {"ط": "ت", "غ": "ج", "ق": "ج", "ك": "ج", "ص": "س", "ز": "س", "ظ": "د", "ض": "د", "ذ": "د", "ث": "ت"}
)
_VOWELS = str.maketrans("", "", "اويه")
NEVER = 99
LONG = 6  # consonants of a name that can hardly be two people's
_CONSONANT = re.compile("[^اويه]")


@lru_cache(maxsize=1 << 16)
def parts(name: str) -> tuple[str, ...]:
    """Return the parts of a name for comparison: ``ناجي بن عبد الله المرهون`` → ناجي, عبدالله, مرهون."""
    found: list[str] = []
    glue = last = ""
    for token in [token for token in tokens(name) if token.kind in ("word", "latin")][led(name) :]:
        key = token.key
        if key in _DROPPED and found:
            continue
        if key in _JOINED and token.form != "آبي":
            glue, last = glue + ("بن" if key == "ابن" else "ابو" if key.startswith("اب") else key), key
            continue
        found.append(glue + key if glue else key[2:] if key.startswith("ال") and len(key) > 4 else key)
        glue = ""
    return tuple([*found, last] if glue else found)


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
    if echoes(left, right):
        return True
    if min(len(left), len(right)) < 5 or (left in _given() and right in _given()):
        return False
    return OSA.distance(left, right, score_cutoff=1) == 1


@lru_cache(maxsize=1 << 16)
def echoes(left: str, right: str) -> bool:
    """Say whether two parts are one heard twice: the same consonants, and all but a long vowel or two.

    ``انطون`` and ``انتون``; not ``الخميني`` and ``الخامنئي``, of which no two vowels agree.
    """
    if left == right:
        return True
    if left in _given() and right in _given():
        return False
    if left.translate(SOUNDS) == right.translate(SOUNDS) or _open(left) == _open(right):
        return True
    heard = sound(left)
    if heard != sound(right) or len(heard) < 3 or min(len(left), len(right)) < 4:
        return False
    return _unheard(left, right) <= (1 if len(heard) == 3 and max(len(left), len(right)) < 7 else 2)


def _open(part: str) -> str:
    """Return a part with its final vowel as one letter: سارة and سارا."""
    return f"{part[:-1]}ا" if part.endswith("ه") and len(part) > 3 else part


def nearly(left: str, right: str) -> bool:
    """Say whether two short parts differ by one long vowel at most: ``كين`` and ``كاين``, not ``مون`` and ``مان``."""
    if left == right or (left in _given() and right in _given()):
        return left == right
    return sound(left) == sound(right) and _unheard(left, right) <= 1


def _unheard(left: str, right: str) -> int:
    """Count the long vowels that one of two parts of the same consonants has more; ``NEVER`` where each has its own."""
    gaps = list(zip(_CONSONANT.split(left[1:]), _CONSONANT.split(right[1:]), strict=True))
    if all(one in other for one, other in gaps) or all(other in one for one, other in gaps):
        return sum(abs(len(one) - len(other)) for one, other in gaps)
    return NEVER


def same_name(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Say whether two full names may be one person's: equal part by part, or one with middle names left out.

    The parts of the shorter one stand in the longer one in their order: ``ناجي المرهون`` may be
    ``ناجي بن سالم المرهون``; ``المرهون الابن`` is another.
    """
    if len(left) > len(right):
        left, right = right, left
    if len(left) < 2 or not (alike(left[0], right[0]) or nicknames(left[0], right[0])):
        return False
    if _YOUNGER.intersection(left) != _YOUNGER.intersection(right):
        return False
    if (known := latin(left[1:])) and known == latin(right[1:]):
        return True
    left, right = left[1:], right[1:]
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


def later_part(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Say whether one name is the other without its first part: ``طيب`` with a surname, of ``رجب طيب`` with it."""
    short, long = sorted((left, right), key=len)
    width = len(short)
    if not 1 < width < len(long):
        return False
    return all(alike(one, other) for one, other in zip(short, long[-width:], strict=True))


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    sets = [frozenset(map(fold, row["names"].split())) for row in table("nicknames")]
    return {name: frozenset().union(*(one for one in sets if name in one)) for every in sets for name in every}


def nicknames(left: str, right: str) -> bool:
    """Say whether two given names may be one person's: Mike and Michael."""
    return right in _nicknames().get(left, ())


@cache
def _latin() -> dict[tuple[str, ...], str]:
    return {parts(row["name"]): row["latin"] for row in table("romanised")}


def latin(name: tuple[str, ...]) -> str:
    """Return the usual Latin spelling of (part of) a name, empty where the lexicon has none."""
    return _latin().get(name, "")


def heard_alike(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Say whether two full names are so surely one heard twice that nothing else need speak for it.

    ``لودريان`` is ``لو دريان``; a first name that many bear (``محمد``) must come with one more part that agrees.
    """
    if sound("".join(left)) != sound("".join(right)) or len(sound("".join(left))) < LONG:
        return False
    if len(left) != len(right):
        return True
    differ = [(one, other) for one, other in zip(left, right, strict=True) if one != other]
    if len(differ) == 1 and len(left) == 2 and given_name(left[0]) and left[0] == right[0]:
        return False
    return all(echoes(one, other) for one, other in differ)


def nasab(key: str) -> str:
    """Return the father's name of a bare ``بن فواز`` (son of Fawwaz), as ``parts`` glues it; empty where it is none."""
    return key[2:] if key.startswith("بن") and len(key) > 5 and given_name(key[2:]) else ""
