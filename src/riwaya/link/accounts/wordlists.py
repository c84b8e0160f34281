"""Closed classes of words that origins and tellings are read by: the rows of ``lexicon/voicewords.tsv``."""

from __future__ import annotations

from functools import cache

from riwaya.arabic.letters import fold
from riwaya.lexicon import table
from riwaya.link.terms import stem, term


@cache
def listed(kind: str) -> frozenset[str]:
    """Return the folded words of a class: ``plural`` → سلطات, مسؤولون …"""
    return frozenset(fold(word) for row in table("voicewords") if row["class"] == kind for word in row["words"].split())


@cache
def stems(kind: str) -> frozenset[str]:
    """Return the words of a class as passages hold their words: ``رفضه`` and ``الرفض`` are ``رفض``."""
    return frozenset(term(word) or stem(word) for word in listed(kind))


@cache
def joined(kind: str) -> frozenset[str]:
    """Return the words of a class, with و and ف before them too."""
    return frozenset(conj + word for word in listed(kind) for conj in ("", "و", "ف"))
