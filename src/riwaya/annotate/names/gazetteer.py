"""What the lexicons know of a word or phrase: country, nationality, place, organisation, title, given name.

Everything is compared by folded key (``riwaya.arabic.letters.fold``), so one spelling in a list is enough.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.lexicon import table
from riwaya.lexicon.houses import houses

_PROCLITICS = ("وال", "فال", "بال", "كال", "ولل", "لل", "ول", "وب", "فل", "و", "ف", "ب", "ل", "ك")


class Place(Struct, frozen=True):
    """A country, city, region or water: name as the lexicon prints it, kind, country's name."""

    name: str
    kind: str
    country: str


class Gazetteer:
    """The lexicons of names, indexed by folded key; build it once (``gazetteer()``).

    ``governments``: capitals and seats that stand for a government, by the country's name: الكرملين → روسيا.
    """

    def __init__(self) -> None:
        self.places: dict[str, Place] = {}
        self.nationalities: dict[str, str] = {}
        self.governments: dict[str, str] = {}
        self.organisations: dict[str, tuple[str, str, str]] = {}
        self.outlets: set[str] = set()
        self.given: dict[str, str] = {}
        self.surnames: set[str] = set()
        self.common: set[str] = set()
        self._countries()
        self._places()
        self._organisations()
        self._persons()
        self.words: dict[str, tuple[str, ...]] = self._word_flags()
        self.longest = 6

    def _countries(self) -> None:
        for row in table("countries"):
            forms = [row["name"], *_cell(row["aliases"])]
            kind = "country" if row["code"] else "region"
            for form in forms:
                self.places[fold(form)] = Place(row["name"], kind, row["name"])
            for adjective in _cell(row["adjective"]):
                for form in nationality_forms(adjective):
                    self.nationalities.setdefault(fold(form), row["name"])
            for plural in _cell(row["plural"]):
                for form in (plural, "ال" + plural):
                    self.nationalities.setdefault(fold(form), row["name"])
            for seat in _cell(row["seat"]):
                self.governments[fold(seat)] = row["name"]
            for capital in _cell(row["capital"]):
                self.governments[fold(capital)] = row["name"]
                self.places.setdefault(fold(capital), Place(capital, "city", row["name"]))

    def _places(self) -> None:
        countries = {row["code"]: row["name"] for row in table("countries") if row["code"]}
        for row in table("places"):
            for form in _forms(row):
                place = Place(row["name"], row["kind"], countries.get(row["country"], ""))
                self.places.setdefault(fold(form), place)

    def _organisations(self) -> None:
        for row in table("organisations"):
            for form in _forms(row):
                self.organisations.setdefault(fold(form), (row["name"], row["kind"], row["country"]))
        self.outlets = {fold(brand) for house in houses() for brand in house.brands if len(brand) > 2}

    def _persons(self) -> None:
        for row in table("name_parts"):
            key = fold(row["name"])
            if row["part"] != "surname":
                self.given[key] = row["gender"]
            if row["part"] != "given":
                self.surnames.add(key)

    def _word_flags(self) -> dict[str, tuple[str, ...]]:
        flags: dict[str, set[str]] = {}
        for kind, keys in (("c", self.places), ("o", self.organisations)):
            for key in keys:
                words = key.split()
                for at, word in enumerate(words):
                    flags.setdefault(word, set()).add(kind + ("1" if len(words) == 1 else "b" if not at else "i"))
        for key in self.nationalities:
            for word in key.split():
                flags.setdefault(word, set()).add("n")
        for key in self.given:
            flags.setdefault(key, set()).add("g")
        for key in self.surnames:
            flags.setdefault(key, set()).add("s")
        return {word: tuple(sorted(found)) for word, found in sorted(flags.items())}


def _forms(row: Mapping[str, str]) -> list[str]:
    """Return the forms of a row that name it wherever they stand: not its own where that is another word too."""
    own = [] if row["also"] else [row["name"]]
    return [*own, *_cell(row["aliases"])]


def _cell(text: str) -> list[str]:
    return [part for part in text.split(";") if part]


def nationality_forms(adjective: str) -> list[str]:
    """Return every form of a nationality: ``عراقي`` → العراقي، عراقية، العراقيين …"""
    words = adjective.split()
    out: list[str] = []
    for ending in ("", "ة", "ين", "ون", "ان", "تين", "تان", "ات", "ا"):
        bare = " ".join(word + ending for word in words)
        out += [bare, " ".join("ال" + word + ending for word in words)]
    return out


@lru_cache(maxsize=1 << 15)
def stems(key: str) -> tuple[str, ...]:
    """Return the folded word without each proclitic it may begin with, ``بالعراق`` → العراق; longest first."""
    out = []
    for proclitic in _PROCLITICS:
        if key.startswith(proclitic) and len(key) - len(proclitic) >= 2:
            rest = key[len(proclitic) :]
            out.append("ال" + rest if proclitic.endswith(("ال", "لل")) else rest)
    return tuple(out)


@cache
def gazetteer() -> Gazetteer:
    """Return the one gazetteer of this process."""
    return Gazetteer()
