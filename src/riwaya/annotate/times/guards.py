"""What looks like a time and is none: ages, ``العام`` meaning general; of years see ``fourdigits``."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.annotate.times.beside import beside
from riwaya.arabic.tokens import Token

_RANGE = 7
_BREAKS = frozenset(".،؛:؟!")
_BETWEEN = frozenset(("بين", "من"))


def is_age(words: Sequence[Token], first: int, last: int) -> bool:
    """Say whether a span of years is somebody's age: ``البالغ من العمر 25 عاما``, ``سامي (25 عاما)``."""
    before = [words[i] for i in range(max(0, first - 4), first)]
    after = [words[i] for i in range(last, min(len(words), last + 3))]
    if any(beside("age", token) for token in before[-3:]) or any(beside("ageafter", token) for token in after):
        return True
    if before and beside("agenext", before[-1]) and not (len(before) > 1 and beside("noage", before[-2])):
        return True
    if _is_age_range(words, first):
        return True
    if not before or not after:
        return False
    closed = before[-1].text == "(" and after[0].text in (")", "،", "-")
    parted = before[-1].text in ("،", ",") and after[0].text in ("،", ",", ")")
    return closed or parted


def _is_age_range(words: Sequence[Token], first: int) -> bool:
    """Say whether the upper end of a range of ages stands here: ``أعمارهم بين 14 و24 عاما``."""
    at = first - 1
    while at >= max(0, first - _RANGE) and words[at].text not in _BREAKS:
        if beside("ages", words[at]):
            return any(words[i].kind == "number" or words[i].key in _BETWEEN for i in range(at + 1, first))
        at -= 1
    return False


def is_general(words: Sequence[Token], at: int) -> bool:
    """Say whether ``العام`` at that token is the adjective: ``الأمين العام``."""
    return at > 0 and beside("general", words[at - 1])
