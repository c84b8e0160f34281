"""The words that the grammar of times knows: lexicon/timewords.tsv by key, with and without proclitics."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from msgspec import Struct

from riwaya.annotate.times.pattern import Alphabet
from riwaya.arabic.calendars import calendar_prefix
from riwaya.arabic.letters import fold
from riwaya.lexicon import table

NUMBERS = ("n12", "n23", "n31", "n59", "n99", "nn")
_OWN = (
    *NUMBERS, "year", "ord", "ord.f", "ord.in", "weekday", "month", "hmonth", "numdate", "numday",
    "nummonth", "clock", "clock.dot",
    "and", "pre", "x",
)  # fmt: skip
_NUMBERED = ("weekday.in",)
_LETTER_PREFIXES = ("و", "ف", "ب", "ل", "ك")


class Unit(Struct, frozen=True, gc=False):
    """A word or phrase of a sentence: category, value, offsets without proclitics, its token range."""

    cat: str
    value: str | int | float
    start: int
    end: int
    first: int
    last: int


class Entry(Struct, frozen=True, gc=False):
    """A word or phrase of the lexicon: the keys after the first, category and value."""

    rest: tuple[str, ...]
    cat: str
    value: str | int


@cache
def lexicon() -> Mapping[str, tuple[Entry, ...]]:
    """Return first key → entries of lexicon/timewords.tsv that begin with it, the longest first."""
    found: dict[str, list[Entry]] = {}
    for row in table("timewords"):
        first, *rest = (fold(word).lower() for word in row["word"].split())
        value = int(row["value"]) if row["category"] in _NUMBERED else row["value"]
        found.setdefault(first, []).append(Entry(tuple(rest), row["category"], value))
    return {key: tuple(sorted(entries, key=lambda e: -len(e.rest))) for key, entries in found.items()}


@cache
def alphabet() -> Alphabet:
    """Return the characters of all categories, the lexicon's and the code's."""
    return Alphabet([*_OWN, *(entry.cat for entries in lexicon().values() for entry in entries)])


@lru_cache(maxsize=1 << 17)
def reading(key: str) -> tuple[int, str, tuple[Entry, ...]]:
    """Return (letters of proclitics, the proclitics as read, entries) of a word; no entries where it means nothing."""
    known = lexicon()
    if key in known:
        return 0, "", known[key]
    for count in (1, 2):
        if len(key) <= count + 1 or key[count - 1] not in _LETTER_PREFIXES:
            break
        rest = key[count:]
        if rest in known and known[rest][0].cat not in ("and", "comma"):
            return count, key[:count], known[rest]
        article = "ال" + rest[1:]
        if key[count - 1] == "ل" and rest.startswith("ل") and article in known:
            return count, key[:count], known[article]
    return 0, "", ()


@lru_cache(maxsize=1 << 17)
def means_nothing(key: str) -> bool:
    """Say whether a word is none of the grammar's and can't be glued to a number."""
    return len(key) > 3 and not reading(key)[2] and calendar_prefix(key) < 0
