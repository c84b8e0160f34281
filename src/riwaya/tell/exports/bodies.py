"""What kind of FollowTheMoney entity a body is, by the lexicon, and whose."""

from __future__ import annotations

from functools import cache, lru_cache

from riwaya.arabic.letters import fold
from riwaya.lexicon import table
from riwaya.lexicon.houses import houses
from riwaya.tell.countries import code_in

_OF_KIND = {
    "company": "Company",
    "bank": "Company",
    "government": "PublicBody",
    "ministry": "PublicBody",
    "parliament": "PublicBody",
    "court": "PublicBody",
    "police": "PublicBody",
    "embassy": "PublicBody",
    "municipality": "PublicBody",
    "governorate": "PublicBody",
}


@lru_cache(maxsize=1 << 14)
def body(name: str) -> tuple[str, str]:
    """Return schema and country code of a body: ``وزارة الخارجية العراقية`` → PublicBody, IQ; unknown: Organization."""
    kind, country = _listed().get(fold(name), ("", ""))
    kind = kind or _heads().get(fold(name.split()[0]) if name.split() else "", "")
    return _OF_KIND.get(kind, "Organization"), country or code_in(name)


@cache
def _listed() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for row in table("organisations"):
        for name in (row["name"], *filter(None, row["aliases"].split(";"))):
            found.setdefault(fold(name), (row["kind"], row["country"]))
    for house in houses():
        for name in house.brands:
            found.setdefault(fold(name), ("outlet", house.country))
    return found


@cache
def _heads() -> dict[str, str]:
    return {fold(row["body"]): row["kind"] for row in table("bodies")}
