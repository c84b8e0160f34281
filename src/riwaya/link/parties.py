"""Whom an undertaking binds: a country under any of its names, a body, or the person alone."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import tokens
from riwaya.lexicon import table
from riwaya.link.nationality import nationality
from riwaya.link.offices import countries
from riwaya.model import Annotations


class Sides:
    """The sides that the people, bodies and places of one report stand for."""

    def __init__(self, notes: Annotations) -> None:
        self._roles = {one.name: one.roles for one in notes.people}

    def of(self, name: str) -> tuple[str, ...]:
        """Return the sides that a name stands for: ``فؤاد حسين`` by his titles, ``بغداد`` → IQ; else itself."""
        if name in self._roles:
            found = [code for role in self._roles[name] if (code := nationality(role))]
            return (max(sorted(set(found)), key=found.count),) if found else (name,)
        return lands(name) or (name,)

    def roles(self, name: str) -> tuple[str, ...]:
        """Return the titles that the report gives a person."""
        return self._roles.get(name, ())


@lru_cache(maxsize=1 << 14)
def lands(words: str) -> tuple[str, ...]:
    """Return the countries (ISO codes) that words name, by name, adjective, capital or seat: ``البيت الأبيض`` → US."""
    keys = [token.key for token in tokens(words) if token.kind == "word"]
    known, found, at = lands_by_name(), [], 0
    while at < len(keys):
        for width in (3, 2, 1):
            key = " ".join(keys[at : at + width])
            code = known.get(key) or known.get(key.removeprefix("و"))
            if code:
                found.append(code)
                at += width - 1
                break
        at += 1
    return tuple(dict.fromkeys(found))


@cache
def lands_by_name() -> dict[str, str]:
    """Return folded names, adjectives, capitals and seats of countries by ISO code."""
    return {**countries(), **_capitals()}


@cache
def _capitals() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in table("countries"):
        if row["code"]:
            for name in _cells(row["capital"], row["seat"]):
                found.setdefault(fold(name), row["code"])
    return found


def _cells(*cells: str) -> Iterable[str]:
    return (name for cell in cells for name in cell.split(";") if name)


@cache
def country(code: str) -> str:
    """Return the Arabic name of a country: ``IQ`` → العراق."""
    return next((row["name"] for row in table("countries") if row["code"] == code), code)


@lru_cache(maxsize=1 << 12)
def land_named(name: str) -> str:
    """Return a country's own name for a name that stands for it alone: ``واشنطن`` → الولايات المتحدة; else the name."""
    row = _rows_by_name().get(fold(name))
    return row or name


@cache
def _rows_by_name() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in table("countries"):
        if row["code"]:
            for name in _cells(row["name"], row["aliases"], row["capital"], row["seat"]):
                found.setdefault(fold(name), row["name"])
    return found


def split(name: str) -> tuple[str, ...]:
    """Return the parties of a name that joins two countries: ``بغداد وواشنطن`` → بغداد, واشنطن."""
    words = name.split()
    for at, word in enumerate(words):
        if at and word.startswith("و") and len(word) > 3:
            left, right = " ".join(words[:at]), " ".join((word[1:], *words[at + 1 :]))
            alike = len(right.split()) <= 3 and not fold(right.split()[-1]).startswith(("اتفق", "تعهد", "وافق"))
            if alike and lands(left) and lands(right) and lands(left) != lands(right):
                return left, right
    return (name,)
