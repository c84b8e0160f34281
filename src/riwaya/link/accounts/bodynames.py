"""Bodies that are known by name: agencies and outlets (outlets.tsv), organisations (organisations.tsv)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from riwaya.arabic.tokens import tokens
from riwaya.lexicon import table
from riwaya.lexicon.houses import houses
from riwaya.link.accounts.bodykinds import kind_of, plain
from riwaya.link.accounts.wordlists import listed

_UNITED = "الأمم المتحدة"


def house(keys: Sequence[str]) -> str:
    """Return the agency or outlet that a whole name is, by its first name: ``وكالة أنباء سهلان الرسمية`` → سهلان."""
    names = _houses()
    unofficial = [one for one in keys if one not in listed("state-owned")]
    tries = (keys, unofficial, [one for one in unofficial if one not in listed("of houses")])
    if found := next((found for one in tries if (found := names.get(" ".join(one)))), ""):
        return found
    inside = keys[1:] if keys[:1] and keys[0].removeprefix("ال") in listed("of houses") else ()
    spans = ((at, width) for width in range(4, 0, -1) for at in range(len(inside) - width + 1))
    return next((found for at, width in spans if (found := names.get(" ".join(inside[at : at + width])))), "")


@cache
def state_houses() -> dict[str, str]:
    """Return the country of each agency or broadcaster that its state owns."""
    return {house.name: house.country for house in houses() if house.owner == "state"}


@cache
def _houses() -> dict[str, str]:
    found: dict[str, str] = {}
    for house in houses():
        for name in house.brands:
            keys = [token.key for token in tokens(name) if token.kind in ("word", "latin", "number")]
            found.setdefault(" ".join(keys), house.name)
    return found


def organisation(keys: Sequence[str]) -> str:
    """Return the organisation of the lexicon that a name holds, by its first name: ``كتلة النهر`` in a longer one."""
    for width in range(min(8, len(keys)), 0, -1):
        for at in range(len(keys) - width + 1):
            if found := _organisations().get(" ".join(keys[at : at + width])):
                return _UNITED if _UNITED in found else found  # an office of the United Nations speaks for them
    return ""


@cache
def _organisations() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in table("organisations"):
        if row["kind"] == "government":
            continue  # ministries and armies are compared by kind and country
        names = (() if row["also"] else (row["name"],)) + tuple(filter(None, row["aliases"].split(";")))
        for name in names:
            key = " ".join(token.key for token in tokens(name) if token.kind != "punct")
            for form in (key, f"ب{key}", f"لل{key[2:]}" if key.startswith("ال") else f"ل{key}"):
                found.setdefault(form, row["name"])
    return {key: name for key, name in found.items() if not kind_of([plain(word) for word in key.split()])[0]}
