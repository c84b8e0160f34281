"""Guards: the words of a lexicon by what they keep another word from being read as."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from riwaya.arabic.letters import fold
from riwaya.lexicon import table


@cache
def guards(name: str) -> Mapping[str, frozenset[str]]:
    """Return guard → folded words of ``lexicon/NAME.tsv``: in timeguards, ``count`` → قتيلا, …

    Raises ConfigurationError where the list is missing.
    """
    found: dict[str, set[str]] = {}
    for row in table(name):
        found.setdefault(row["guard"], set()).add(fold(row["word"]))
    return {guard: frozenset(words) for guard, words in found.items()}
