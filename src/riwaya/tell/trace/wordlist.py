"""Words of a text as a trace compares them: one number is one word, an inflected form is its lemma."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache, lru_cache

from msgspec import Struct

from riwaya.arabic import numerals
from riwaya.arabic.lemmas import lemma
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token, tokens
from riwaya.lexicon import counts, table

_NUMBER, _FUNCTION, _REPORTING = 1.2, 0.15, 0.3
_NEWS = 10_800_000
"""Words of news that ``lexicon/vocabulary`` was counted in."""

_NEGATING = ("particle", "head")
_WITHOUT = frozenset({"غير", "بغير", "بدون", "دون", "بلا"})
_ONLY = frozenset({"ان", "انه", "انها", "انهم", "سوي"})  # غير أن: but


class Word(Struct, frozen=True, gc=False):
    """A word or numeral: offsets, the folded ``key``, the ``lemma`` that it is compared by, what it weighs.

    ``number`` is the value of a numeral: ``ثلاثة آلاف وخمسمئة`` and ``3500`` are one word. ``negates`` marks ``لن``.
    """

    start: int
    end: int
    key: str
    lemma: str
    weight: float
    number: int | float | None = None
    negates: bool = False


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of a stretch of text, marks left out: ``لن ننسحب`` → ``لن`` (negates), ``انسحب``."""
    found = list(tokens(text, start, end))
    counted = {one.first: one for one in numerals.find(found) if not one.ordinal}
    made: list[Word] = []
    at = 0
    while at < len(found):
        numeral = counted.get(at)
        if numeral is not None:
            made.append(_number(found[at : numeral.last], numeral.value))
            at = numeral.last
            continue
        if found[at].kind != "punct":
            made.append(_word(found, at))
        at += 1
    return made


def _number(found: Sequence[Token], value: int | float) -> Word:
    return Word(found[0].start, found[-1].end, found[0].key, f"#{value:g}", _NUMBER, value)


def _word(found: Sequence[Token], at: int) -> Word:
    token = found[at]
    if token.kind != "word":
        return Word(token.start, token.end, token.key, token.key, 1.0)
    base, weight = _compared(token.form)
    following = found[at + 1].key if at + 1 < len(found) else ""
    return Word(token.start, token.end, token.key, base, weight, negates=_negates(token.form, following))


@lru_cache(maxsize=1 << 16)
def _compared(form: str) -> tuple[str, float]:
    base = fold(lemma(form)) or fold(form) or form
    return base, _weight(fold(form), base)


def _weight(key: str, base: str) -> float:
    """Return what a word tells: next to nothing where any report has it, more the rarer it is in news."""
    group = _stopwords().get(key) or _stopwords().get(base)
    if group is not None:
        return _FUNCTION if group == "function" else _REPORTING
    seen = max(_seen().get(key, 0), _seen().get(base, 0))
    return round(math.log(_NEWS / (seen + 8)) / 10, 3)


@cache
def _stopwords() -> dict[str, str]:
    return {row["word"]: row["group"] for row in table("story_stopwords")}


@cache
def _seen() -> dict[str, int]:
    found: dict[str, int] = {}
    for form, number in counts("vocabulary").items():
        key = fold(form)
        found[key] = found.get(key, 0) + number
    return found


def _negates(form: str, following: str) -> bool:
    """Return whether a word denies what follows: ``لا يزال`` (still) denies nothing."""
    key = fold(form)
    key = key[1:] if key[:1] in ("و", "ف") and key[1:] in _negations() else key
    if key in _WITHOUT:
        return following not in _ONLY
    return key in _negations() and following not in _plain()


@cache
def _negations() -> frozenset[str]:
    rows = [row for row in table("claimwords") if row["kind"] in _NEGATING and row["tells"] == "negated"]
    return frozenset(fold(form) for row in rows for form in row["words"].split()) - {fold("ألا"), "الا"}


@cache
def _plain() -> frozenset[str]:
    return frozenset(fold(row["words"]) for row in table("claimwords") if row["tells"] == "plain")
