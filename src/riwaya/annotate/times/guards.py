"""What looks like a time and is none: counts, ages, names of works and competitions, ``العام`` meaning general."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.annotate.times.beside import beside
from riwaya.annotate.times.lexemes import Unit
from riwaya.arabic.tokens import Token

_RANGE = 7
_BREAKS = frozenset(".،؛:؟!")
_BETWEEN = frozenset(("بين", "من"))
_NAME = 6
"""Words within which a name may end in a year: ``رؤية المملكة 2030``."""


def is_year(words: Sequence[Token], unit: Unit) -> bool:
    """Say whether four bare digits are a year: ``في 2014``, ``انتخابات 2014``; not ``2018 قتيلا``, ``مونديال 2018``.

    Round thousands and hundreds need a preposition of time before them.
    """
    before = words[unit.first - 1] if unit.first else None
    after = words[unit.last] if unit.last < len(words) else None
    value = int(unit.value)
    if not 1500 <= value <= 2100 or beside("count", after) or beside("year", before):
        return False
    if after is not None and (after.kind == "latin" or after.text in "%٪$°€£+" or _tanwin(after)):
        return False
    if before is None:  # a chronology: 1958: …
        return after is not None and after.text == ":" and value > 1800
    if before.kind == "number" or before.text in ("$", "-", "+", "#", ":", "_", "/", "."):
        return False
    known = beside("yearprep", before)
    if not known and any(beside("yearname", words[i]) for i in range(max(0, unit.first - _NAME), unit.first)):
        return False
    if value % 100 == 0 and value != 2000:
        return known and (after is None or after.kind == "punct")
    if value % 100 == 0 or value > 2050 or value < 1800:
        return known
    return known or before.text in "(،" or (before.kind == "word" and len(before.key) > 2)


def _tanwin(token: Token) -> bool:
    """Say whether a word has the printed form of a counted noun: ``قتيلا``; short and common words aside."""
    return (
        token.kind == "word"
        and len(token.key) > 4
        and token.key.endswith("ا")
        and not token.key.endswith(("ها", "نا", "وا", "ما"))
        and not token.key.startswith(("ال", "و", "ف"))
    )


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
