"""Places that are named of people or things, not of what happened: ``المليشيات الموالية لإيران`` (loyal to Iran)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from riwaya.arabic.letters import fold
from riwaya.lexicon import table

_ENDINGS = ("", "ه", "ين", "ون", "ا", "يه", "يين")


def aside(before: Sequence[str], head: str) -> bool:
    """Say whether the words right before a place make it a complement: ``الموالية`` + ``لإيران``, ``المدعومة من``.

    ``head`` is the word with which the place begins. Misses: words that lexicon/allegiances.tsv lacks.
    """
    if before and before[-1] == "من":
        return len(before) > 1 and _bare(before[-2]) in _forms()["من"]
    return bool(before) and head.startswith("ل") and _bare(before[-1]) in _forms()["ل"]


def _bare(key: str) -> str:
    return key.removeprefix("و").removeprefix("ال")


@cache
def _forms() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in table("allegiances"):
        found.setdefault(row["by"], set()).update(fold(row["word"]) + ending for ending in _ENDINGS)
    return {by: frozenset(words) for by, words in found.items()}
