"""English names of countries and bodies that have one of their own: ``الأمم المتحدة`` → ``United Nations``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from riwaya.arabic.letters import fold
from riwaya.lexicon import table


def english(name: str) -> str | None:
    """Return the English name of a country or body under any of its listed names: ``أمريكا`` → ``United States``.

    None where ``lexicon/english.tsv`` has none: the Arabic had better stand than a spelling of it.
    """
    return _names().get(fold(name))


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
