"""Closed classes of words, as comparison keys: what can't be part of a name or subject, what opens a clause."""

from __future__ import annotations

from functools import cache

from riwaya.arabic.letters import fold
from riwaya.lexicon import table


@cache
def words(name: str) -> frozenset[str]:
    """Return the comparison keys of a class of ``report_words.tsv``; an unknown class is a programming error."""
    found = {fold(word) for row in table("report_words") if row["class"] == name for word in row["words"].split()}
    assert found, name
    return frozenset(found)


THAT = words("that")
PREPOSITIONS = words("prepositions")
ADVERBS = words("adverbs")
MODIFIERS = words("modifiers")
RELATIVES = words("relatives")
NEGATIONS = words("negations")
MODAL_BEFORE = words("modal-before")
NOT_BEFORE_THAT = words("not-before-that")
PERSON_TITLES = words("person-titles")
EMBEDDING = words("embedding")
PRONOUN_ENDS = ("ها", "هم", "هما", "هن", "ه")
TWO_SIDES = words("two-sides")
MASCULINE_PLACES = words("masculine-places")
INSTITUTIONS = words("institutions")
TO_THE = words("to-the-press")
STEMS = {letter: tuple(sorted(words(f"stems-{letter}"))) for letter in "وفبل"}
"""By first letter, the stems of nouns in which that letter is no proclitic: ``وزير``, ``بيان``, ``لجنة``."""
