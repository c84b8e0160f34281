"""The words by which positions are read, from ``lexicon/positions.tsv``."""

from __future__ import annotations

from functools import cache

from riwaya.arabic.letters import fold
from riwaya.lexicon import table
from riwaya.link.terms import stem, term


@cache
def said(kind: str) -> frozenset[str]:
    """Return the folded words of a kind; ``_`` joins words that stand together."""
    rows = (row["words"].split() for row in table("positions") if row["kind"] == kind)
    return frozenset(fold(word.replace("_", " ")) for words in rows for word in words)


@cache
def one_for_all() -> dict[str, str]:
    """Return term → the term of the first word of its row, for words that name one thing: انسحاب, سحب, مغادرة."""
    found: dict[str, str] = {}
    for row in table("positions"):
        if row["kind"] == "same":
            terms = [term(fold(word)) or fold(word) for word in row["words"].split() if "_" not in word]
            found.update((each, terms[0]) for each in terms)
            found.update((fold(word), terms[0]) for word in row["words"].split())
    return found


@cache
def weak() -> frozenset[str]:
    """Return the terms of nouns that are no matter by themselves."""
    forms = (form for word in said("weak") for form in (word, f"ال{word}"))
    return frozenset(found for form in forms for found in (term(form), stem(form)) if found)


@cache
def things_named() -> frozenset[str]:
    """Return the terms that stand for several words each."""
    return frozenset(one_for_all().values())
