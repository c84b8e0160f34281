"""Offices for comparison: رئيس الوزراء العراقي and رئيس وزراء العراق are one."""

from __future__ import annotations

from functools import cache, lru_cache

from msgspec import Struct

from riwaya.arabic.clitics import segment
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import tokens
from riwaya.lexicon import table

_FORMER = frozenset(map(fold, ["السابق", "السابقة", "الأسبق", "سابق", "سابقة", "أسبق", "سابقا", "الراحل", "الراحلة"]))
_FILLERS = frozenset(map(fold, ["في", "من", "لدى", "على", "معالي", "سعادة", "فخامة", "السيد", "السيدة"]))


class Office(Struct, frozen=True):
    """What a title comes down to: its words without ال and gender, the country, whether it is a former one."""

    words: frozenset[str]
    country: str
    former: bool

    def within(self, other: Office) -> bool:
        """Say whether this is a shorter form of the other: رئيس الوزراء of رئيس الوزراء العراقي."""
        return (
            self.former == other.former
            and self.words <= other.words
            and self.country in ("", other.country)
            and bool(self.words)
        )


@lru_cache(maxsize=1 << 15)
def office(title: str) -> Office:
    """Return the office that a printed title names: ``وزيرة الخارجية الأميركية`` → خارجيه, وزير of US."""
    keys = [token.key for token in tokens(title) if token.kind == "word"]
    country, rest = _country(keys)
    former = any(key in _FORMER for key in rest)
    words = frozenset(bare(key) for key in rest if key not in _FORMER and key not in _FILLERS)
    return Office(words, country, former)


def _country(keys: list[str]) -> tuple[str, list[str]]:
    """Take the country out of a title's words; a name of several words comes first."""
    names = countries()
    for width in (4, 3, 2, 1):
        for at in range(len(keys) - width + 1):
            if code := names.get(" ".join(keys[at : at + width])):
                rest = keys[:at] + keys[at + width :]
                again = [key for key in rest if names.get(key) != code]
                return code, again
    return "", keys


@cache
def countries() -> dict[str, str]:
    """Return folded names and adjectives of countries, with and without ال, by code: ``العراقيه`` → IQ."""
    found: dict[str, str] = {}
    for row in table("countries"):
        code = row["code"] or row["name"]
        for name in (row["name"], *filter(None, row["aliases"].split(";"))):
            _with_article(fold(name), code, found)
        for adjective in filter(None, row["adjective"].split(";")):
            _with_article(fold(adjective), code, found)
            _with_article(fold(adjective) + "ه", code, found)
    return found


def _with_article(name: str, code: str, found: dict[str, str]) -> None:
    found.setdefault(name, code)
    found.setdefault("لل" + name.removeprefix("ال"), code)
    found.setdefault(("ل" if name.startswith("ال") else "ال") + name, code)


@lru_cache(maxsize=1 << 15)
def bare(key: str) -> str:
    """Return a word of a title without proclitics, gender and nisba: ``للمنظمة`` and ``لمنظمة``, سلوان and السلواني."""
    stem = fold(segment(key).stem) or key
    stem = stem[2:] if stem.startswith("ال") and len(stem) > 4 else stem
    stem = stem[:-1] if stem.endswith("ه") and len(stem) > 4 else stem
    return stem[:-1] if stem.endswith("ي") and len(stem) > 4 else stem


def land(title: str) -> str:
    """Return the bare form of a nationality that ends a title, empty where none does: ``الوزيرة السلوانية`` → سلوان."""
    keys = [token.key for token in tokens(title) if token.kind == "word"]
    return bare(keys[-1]) if len(keys) > 1 and keys[-1].endswith(("ي", "يه")) else ""


@cache
def _domains() -> dict[str, str]:
    return {bare(fold(word)): row["domain"] for row in table("role_domains") for word in row["words"].split()}


def domain(title: str) -> str:
    """Return what world a title belongs to, empty where it tells none: ``لاعب`` → sport, ``وزير`` → state."""
    found = {_domains()[word] for word in office(title).words if word in _domains()}
    return found.pop() if len(found) == 1 else ""
