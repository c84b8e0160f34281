"""Country codes of names and adjectives of countries, by the lexicon."""

from __future__ import annotations

from functools import cache

from riwaya.arabic.english import english
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import tokens
from riwaya.lexicon import table
from riwaya.tell.words import Both


def code(name: str | None) -> str | None:
    """Return the ISO 3166-1 code of a country's name: ``العراق`` → IQ; None for whatever else."""
    return _names().get(fold(name)) if name else None


def called(code: str) -> Both:
    """Return the names of the country with an ISO 3166-1 code: IQ → ``العراق``, ``Iraq``; another code as it is."""
    name = _by_code().get(code, code)
    return Both(name, english(name) or code)


def code_in(name: str) -> str:
    """Return the code of the nationality that ends a body's name: ``وزارة الدفاع الأميركية`` → US; else nothing.

    Misses: a body that stands in one country and is another's, or nobody's (``المرصد السوري`` sits in Britain).
    """
    keys = [token.key for token in tokens(name) if token.kind == "word"]
    if len(keys) < 2:
        return ""
    return _adjectives().get(keys[-1]) or ("" if keys[-2] in _abroad() else _names().get(keys[-1], ""))


@cache
def _abroad() -> frozenset[str]:
    rows = [row for row in table("office_words") if row["class"] in ("abroad", "abroad body")]
    return frozenset(fold(word) for row in rows for word in row["words"].split())


@cache
def _names() -> dict[str, str]:
    rows = [row for row in table("countries") if row["code"]]
    return {
        fold(name): row["code"]
        for row in reversed(rows)
        for name in (row["name"], *filter(None, row["aliases"].split(";")))
    }


@cache
def _adjectives() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in table("countries"):
        for word in filter(None, row["adjective"].split(";")) if row["code"] else ():
            for form in (fold(word), fold(word) + "ه"):
                found.setdefault("ال" + form, row["code"])
    return found


@cache
def _by_code() -> dict[str, str]:
    return {row["code"]: row["name"] for row in table("countries") if row["code"]}
