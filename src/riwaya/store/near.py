"""Reports near some words: those that hold most of the rarest of them, for a claim that is worded otherwise there."""

from __future__ import annotations

import math

from sqlalchemy import Connection, select, text

from riwaya.arabic.clitics import stems
from riwaya.store.schema import articles, versions
from riwaya.store.search import parted, terms

MOST_ASKED = 40
"""Words by which ``near`` looks for reports: the rarest of a longer text."""

MOST_COUNTED = 400
"""Words that are looked up to find which are rare."""

LEAST_SHARED = 0.3
"""Of what the best report holds, below which another one is not near."""

COMMON = 2_000
"""Reports that hold a word, beyond which it says little; ``near`` uses it only where all are so common."""

MOST_COMMON = 3
_ALL = 1 << 31


def near(connection: Connection, words: str, limit: int) -> list[str]:
    """Return the ids of current reports that hold most of the rarest of ``words``, the most first, then by key.

    A word of four letters and more is found with whatever is written behind it: ``قواتها`` finds ``قوات`` and
    ``قواته``. Both databases give the same: what counts is in how many reports a word stands.
    """
    asked = list(dict.fromkeys(_stem(word) for word in parted(words)))[:MOST_COUNTED]
    holders = {one: found for one in asked if one and (found := _holders(connection, one, COMMON + 1))}
    telling = [one for one in holders if len(holders[one]) <= COMMON]
    if not telling:
        holders = {one: _holders(connection, one, None) for one in list(holders)[:MOST_COMMON]}
        telling = list(holders)
    weights: dict[int, float] = {}
    for one in sorted(telling, key=lambda one: (len(holders[one]), one))[:MOST_ASKED]:
        for version in holders[one]:
            weights[version] = weights.get(version, 0.0) + 1 / math.log2(2 + len(holders[one]))
    return _first(connection, weights, limit)


def _stem(word: str) -> str:
    """Return the shortest form that all spellings of a word with and without clitics open with."""
    whole, cut = (next(iter(terms(one)), "") for one in (word, stems(word)[0]))
    return cut if len(cut) >= 4 and whole.startswith(cut) else whole


def _holders(connection: Connection, term: str, most: int | None) -> list[int]:
    """Return current versions with a word that opens so, no more than ``most``."""
    at_start = len(term) >= 4
    if connection.dialect.name == "postgresql":
        query = f"'{term}':*" if at_start else f"'{term}'"
    else:
        query = f'"{term}"*' if at_start else f'"{term}"'
    rows = connection.execute(text(_HOLDERS[connection.dialect.name]), {"query": query, "most": most or _ALL})
    return [row[0] for row in rows]


_HOLDERS = {
    "sqlite": "SELECT v.id FROM search JOIN versions v ON v.id = search.rowid "
    "WHERE v.current AND search MATCH :query ORDER BY search.rowid LIMIT :most",
    "postgresql": "SELECT v.id FROM search JOIN versions v ON v.id = search.version "
    "WHERE v.current AND search.words @@ CAST(:query AS tsquery) ORDER BY v.id LIMIT :most",
}


def _first(connection: Connection, weights: dict[int, float], limit: int) -> list[str]:
    ranked = sorted(weights.values(), reverse=True)[:limit]
    least = max(ranked[-1], LEAST_SHARED * ranked[0]) - 1e-9 if ranked else 0.0
    chosen = [version for version in sorted(weights) if weights[version] >= least]
    found: list[tuple[float, str, str]] = []
    for at in range(0, len(chosen), 500):
        query = select(versions.c.id, versions.c.document, articles.c.key).join_from(versions, articles)
        for version, document, key in connection.execute(query.where(versions.c.id.in_(chosen[at : at + 500]))):
            found.append((-round(weights[version], 9), key, document))
    return [document for _, _, document in sorted(found)[:limit]]
