"""States that speak together, by name (``سهلان ووادان``) or by a word for the two (``الطرفان``, both sides)."""

from __future__ import annotations

import re
from functools import cache

from riwaya.arabic.letters import fold
from riwaya.lexicon import table

_AND = re.compile(r"\s+و\s*")
_DUAL = frozenset(map(fold, ("وزيرا", "وزيري", "رئيسا", "رئيسي", "حكومتا", "حكومتي", "زعيما", "زعيمي")))


def two_states(name: str) -> bool:
    """Say whether a name is that of states or capitals together, or of offices of two: ``وزيرا خارجية سهلان ووادان``.

    ``حكومتا البلدين`` (the two countries' governments) names nobody.
    """
    return bool(states(name))


def states(name: str) -> tuple[str, ...]:
    """Return the states or capitals that a name names together, folded; none where it names one or nobody."""
    first, *others = (fold(part) for part in _AND.split(name.strip()))
    if not others or not all(one in _states() for one in others):
        return ()
    if first in _states():
        return first, *others
    words = first.split()
    seat = next((" ".join(words[at:]) for at in range(1, len(words)) if " ".join(words[at:]) in _states()), "")
    return (seat, *others) if seat and words[0] in _DUAL else ()


def the_two(name: str) -> bool:
    """Say whether a name takes up two sides named before: ``الطرفان``, ``الجانبان``, ``البلدان``."""
    return fold(name) in _both()


@cache
def _states() -> frozenset[str]:
    columns = ("name", "aliases", "capital")
    names = (name for row in table("countries") for column in columns for name in row[column].split(";"))
    return frozenset(fold(name) for name in names if name)


@cache
def _both() -> frozenset[str]:
    rows = (row["words"] for row in table("report_words") if row["class"] == "two-sides")
    return frozenset(fold(word) for words in rows for word in words.split())
