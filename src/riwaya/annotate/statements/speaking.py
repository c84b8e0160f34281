"""Nouns of those who can speak: people and bodies, but not ``التوتر`` (the tension)."""

from __future__ import annotations

from riwaya.annotate.statements.words import EMBEDDING, INSTITUTIONS, PERSON_TITLES, words

_NOUNS = frozenset(
    key.removeprefix("ال")
    for key in (
        words("sayers")
        | words("offices")
        | words("title-heads")
        | words("human-plurals")
        | words("feminine-plurals")
        | words("two-sides")
        | words("people-nouns")
        | words("single-people")
        | INSTITUTIONS
        | PERSON_TITLES
        | EMBEDDING
    )
)
_PERSONS = frozenset(
    key.removeprefix("ال") for key in words("offices") | words("title-heads") | words("single-people") | PERSON_TITLES
)


def a_speaker(key: str) -> bool:
    """Say whether a noun is of somebody who can speak: ``وزير``, ``المنظمة``, ``مسؤولون``, ``ممثلو``."""
    noun = key.removeprefix("ال")
    if noun in _NOUNS or (len(noun) > 2 and noun[:-1] in _NOUNS):  # ممثلو، باحثة
        return True
    if noun.endswith("ات") and noun[:-2] + "ه" in _NOUNS:
        return True
    plural = noun.endswith(("ون", "يين")) and len(noun) > 5
    return plural or noun.removesuffix("ين") in _NOUNS or noun.removesuffix("ان") in _NOUNS


def a_person(key: str) -> bool:
    """Say whether a noun is of one human being: ``الدبلوماسي``, ``المخرجة``, not ``الوزارة``."""
    return key.removeprefix("ال") in _PERSONS
