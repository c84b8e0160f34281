"""Ages: spans of years and months that tell how old somebody is, and are no times."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.annotate.times.beside import beside, exactly
from riwaya.arabic.tokens import Token

_BACK, _RANGE = 6, 7
_PARENTHESIS = 18
_BREAKS = frozenset(".،؛:؟!")
_BETWEEN = frozenset(("بين", "من"))


def is_age(words: Sequence[Token], first: int, last: int) -> bool:
    """Say whether a span of years is somebody's age: ``البالغ من العمر 25 عاما``, ``سامي (25 عاما)``.

    Misses: an age beside a name without a sign (``سامي 25 عاما``).
    """
    before, after = words[max(0, first - _BACK) : first], _until_break(words, last)
    if any(beside("age", token) for token in before[-3:]) or any(beside("ageafter", token) for token in after):
        return True
    if before and beside("agenext", before[-1]) and not (len(before) > 1 and beside("noage", before[-2])):
        return True
    return _is_reached(before) or _is_age_range(words, first) or _is_apart(words, first, last)


def is_age_in_months(words: Sequence[Token], first: int) -> bool:
    """Say whether a span of months is an age: ``عمرها أقل من 18 شهرا``."""
    return any(beside("ageown", token) for token in words[max(0, first - 3) : first])


def _until_break(words: Sequence[Token], at: int) -> Sequence[Token]:
    """Return the next words up to a stop, three at most."""
    for index in range(at, min(len(words), at + 3)):
        if words[index].text in _BREAKS:
            return words[at:index]
    return words[at : at + 3]


def _is_reached(before: Sequence[Token]) -> bool:
    """Say whether somebody reaches that age: ``ستبلغ سلمى 32 عاما``; not ``مدة العقد تبلغ 5 سنوات``."""
    at = next((i for i in range(len(before) - 1, len(before) - 4, -1) if i >= 0 and beside("ageverb", before[i])), None)
    return at is not None and not any(beside("lasting", token) for token in before)


def _is_apart(words: Sequence[Token], first: int, last: int) -> bool:
    """Say whether signs set the span apart beside a name: ``سامي (25 عاما)``, ``سلمى، 30 عاما،``, ``(45 و50 عاما``."""
    if not first or last >= len(words):
        return False
    opened, closer = words[first - 1].text, words[last].text
    if opened in ("،", ","):
        return closer in ("،", ",", ")")
    at = first - 1
    while at > max(0, first - 4) and (words[at].kind == "number" or words[at].key == "و"):
        at -= 1
    return words[at].text == "(" and (at < first - 1 or closer in (")", "،", "-"))


def _is_age_range(words: Sequence[Token], first: int) -> bool:
    """Say whether the upper end of a range of ages stands here: ``أعمارهم بين 14 و24 عاما``."""
    at = first - 1
    ranges = any(beside("ageranges", token) for token in words[max(0, first - _RANGE) : first])
    reach = _PARENTHESIS if ranges else _RANGE
    while at >= max(0, first - reach) and (ranges or words[at].text not in _BREAKS):
        if beside("ages", words[at]) or (ranges and beside("ageown", words[at])):
            return any(words[i].kind == "number" or words[i].key in _BETWEEN for i in range(at + 1, first))
        at -= 1
    return False


def is_rest_of_age(words: Sequence[Token], first: int) -> bool:
    """Say whether months or days go on from an age: ``عمره 17 عاما و239 يوما``."""
    year = first - 1 if words[first].key.startswith("و") else first - 2
    if year < 1 or words[year + 1].key[:1] != "و" or not exactly("yearunit", words[year]):
        return False
    bracketed = year > 1 and words[year - 2].text == "("
    return bracketed or is_age(words, year - 1, year + 1)
