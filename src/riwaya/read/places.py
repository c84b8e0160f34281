"""Whether a word of a dateline is a place: cities, regions and countries of the lexicon."""

from __future__ import annotations

import re
from functools import cache

from riwaya.lexicon import table
from riwaya.read.lines import folded


def place(printed: str) -> bool:
    """Say whether ``printed`` names a place, as a dateline would: ``من لندن`` (from London), ``الإمارات``."""
    words = re.findall(r"\w+", folded(printed))
    while words and words[0] in ("من", "في", "مدينه", "العاصمه"):
        words = words[1:]
    return bool(words) and "".join(words) in _places()


@cache
def _places() -> frozenset[str]:
    rows = [(row["name"], row["aliases"]) for row in table("places")]
    rows += [(row["name"], row["aliases"] + ";" + row["capital"]) for row in table("countries")]
    names = (name for one, others in rows for name in (one, *others.split(";")))
    return frozenset("".join(re.findall(r"\w+", folded(name))) for name in names) - {""}
