"""English names of countries and bodies that have one of their own: ``الأمم المتحدة`` → ``United Nations``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from riwaya.arabic.letters import fold
from riwaya.lexicon import table


def english(name: str) -> str | None:
    """Return the English name of a country or body under any of its listed names: ``أمريكا`` → ``United States``.

    A body that every country has is told apart by it: ``وزارة الدفاع البريطانية`` → ``Ministry of Defence (Britain)``.
    None where ``lexicon/english.tsv`` has none: the Arabic had better stand than a spelling of it.
    """
    key = fold(name)
    if own := _names().get(key):
        return own
    body, _, last = key.rpartition(" ")
    if body in _generic() and (country := _nationalities().get(last)):
        return f"{_names()[body]} ({country})"
    return None


@cache
def _names() -> Mapping[str, str]:
    own = {fold(row["name"]): row["english"] for row in table("english")}
    found = dict(own)
    for name, aliases in _aliases():
        for alias in aliases if name in own else ():
            found.setdefault(fold(alias), own[name])
    return found


def _aliases() -> Iterator[tuple[str, list[str]]]:
    for list_ in ("countries", "organisations"):
        for row in table(list_):
            yield fold(row["name"]), list(filter(None, row["aliases"].split(";")))


@cache
def _generic() -> frozenset[str]:
    return frozenset(fold(row["name"]) for row in table("english") if row["comment"] == "generic")


@cache
def _nationalities() -> Mapping[str, str]:
    """Return English names of countries by adjectives with ال: ``البريطانيه`` → ``Britain``."""
    found: dict[str, str] = {}
    for row in table("countries"):
        country = _names().get(fold(row["name"]))
        for word in filter(None, row["adjective"].split(";")) if country else ():
            for key in (f"ال{fold(word)}", f"ال{fold(word)}ه"):
                found.setdefault(key, str(country))
    return found
