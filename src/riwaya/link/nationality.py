"""Countries that a person's titles speak of as the person's own: ``وزير الخارجية العراقي`` → IQ."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from riwaya.arabic.tokens import tokens
from riwaya.lexicon import table
from riwaya.link.offices import countries, domain, said
from riwaya.model import Tenure

_WIDEST = 4
_MOST = 3
_RIVALS = 5  # a country that the likeliest outnumbers so often is a slip of some report


def nationalities(roles: Iterable[Tenure]) -> tuple[str, ...]:
    """Return ISO 3166-1 codes by titles, the best supported first: an office of the country, or its adjective.

    ``السفير الأميركي في العراق`` (the US ambassador to Iraq) is US alone, ``المبعوث الأممي إلى ليبيا`` (UN envoy to
    Libya) none. A code rests on what reports call the person, so it may be the country served and not the passport.
    """
    counts: dict[str, int] = {}
    for role in roles:
        if code := nationality(role.title):
            counts[code] = counts.get(code, 0) + max(len(role.evidence), 1)
    ranked = sorted(counts, key=lambda code: (-counts[code], code))
    return tuple(code for code in ranked if counts[code] * _RIVALS > counts[ranked[0]])[:_MOST]


@lru_cache(maxsize=1 << 15)
def nationality(title: str) -> str:
    """Return the code of the first country of a title that isn't a place that its bearer is sent or bound to."""
    keys = [token.key for token in tokens(title) if token.kind != "punct"]
    names, codes = countries(), _codes()
    last = 2 if domain(title) == "sport" else len(keys)  # مهاجم برشلونة الإسباني: it is the club that is Spanish
    for at in range(1, min(last, len(keys))):
        if keys[at] in _abroad():
            return ""
        for width in range(min(_WIDEST, len(keys) - at), 0, -1):
            found = names.get(" ".join(keys[at : at + width]))
            if found and not keys[at].startswith("لل") and found in codes:
                return found
    return ""


@cache
def _abroad() -> frozenset[str]:
    return said("abroad") | said("abroad person")


@cache
def _codes() -> frozenset[str]:
    return frozenset(row["code"] for row in table("countries") if row["code"])
