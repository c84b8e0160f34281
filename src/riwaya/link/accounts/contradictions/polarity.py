"""Affirmed and denied: contraries (``وافقت``, ``رفضت``) and a negated predicate (``لم يوقع``, ``وقع``)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from riwaya.arabic.letters import fold
from riwaya.lexicon import table
from riwaya.link.accounts.contradictions.difference import (
    Difference,
    beside,
    between,
    by_name,
    found,
    has,
    names,
    of_one_thing,
)
from riwaya.link.accounts.passages import Passage
from riwaya.link.terms import stem, term

_MAIN = 5  # telling words at the head of a passage, where its predicate stands


def negations(left: Passage, right: Passage) -> Iterator[Difference]:
    """Yield where one negates what the other affirms of the same thing: ``لم يوقع الوزيران الاتفاق``."""
    if left.denied or right.denied:
        return
    for one, other, turned in ((left, right, False), (right, left, True)):
        if not any(word.negated for word in one.words) or has(other, "negative", "denying"):
            continue
        affirmed = by_name(word for word in other.words if not word.negated and not word.unsure)
        for word in one.words:
            rival = found(word, affirmed) if word.negated else None
            again = any(not same.negated and not names(same).isdisjoint(names(word)) for same in one.words)
            if rival is None or again or not (word.event or rival.event):
                continue
            if beside(word, one) & other.terms and of_one_thing(one, other, names(word)):
                yield between("polarity", word, rival, "negated", turned)
                return


def contraries(left: Passage, right: Passage) -> Iterator[Difference]:
    """Yield where one has a word and the other its contrary, and neither has both: ``ارتفاع`` and ``انخفاض``."""
    for up, down in _pairs():
        for one, other in ((up, down), (down, up)):
            if one.isdisjoint(left.names) or other.isdisjoint(right.names):
                continue
            here = [word for word in left.words if not one.isdisjoint(names(word))]
            there = [word for word in right.words if not other.isdisjoint(names(word))]
            if not here or not there or has(left, "not") or has(right, "not"):
                continue
            if left.words.index(here[0]) >= _MAIN or right.words.index(there[0]) >= _MAIN:
                continue
            if left.names & other or right.names & one or not of_one_thing(left, right, one | other):
                continue
            yield between("polarity", here[0], there[0], "contrary")
            return


@cache
def _pairs() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple((_terms(row["left"]), _terms(row["right"])) for row in table("contraries"))


def _terms(words: str) -> frozenset[str]:
    return frozenset(name for word in words.split() for name in (term(fold(word)) or stem(fold(word)), word))
