"""Offices for comparison: رئيس الوزراء العراقي, رئيس وزراء العراق and رئيس الحكومة العراقية are one."""

from __future__ import annotations

from functools import cache, lru_cache

from msgspec import Struct

from riwaya.arabic.clitics import segment
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import tokens
from riwaya.lexicon import table

_CLITICS = tuple("لبوفك")
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا")


class Office(Struct, frozen=True):
    """What a title comes down to: its words without ال and gender, the country, whether it is a former one."""

    words: frozenset[str]
    country: str
    former: bool
    head: str = ""

    def within(self, other: Office) -> bool:
        """Say whether this is a shorter form of the other: رئيس الوزراء of رئيس الوزراء العراقي, not of his deputy."""
        return (
            self.former == other.former
            and self.head == other.head
            and self.words <= other.words
            and self.country in ("", other.country)
            and bool(self.words)
        )


@lru_cache(maxsize=1 << 16)
def office(title: str) -> Office:
    """Return the office that a printed title names: ``وزيرة الخارجية الأميركية`` → وزير, خارج of US."""
    keys = [token.key for token in tokens(title) if token.kind == "word"]
    country, rest = _country(keys)
    former = not said("former").isdisjoint(rest)
    kept = [bare(key) for key in rest if key not in said("former") and key not in said("filler")]
    words = canonical(tuple(kept))
    return Office(frozenset(words), country, former, words[0] if words else "")


@cache
def said(kind: str) -> frozenset[str]:
    """Return the words of a class of ``office_words.tsv``, folded."""
    return frozenset(
        fold(word) for row in table("office_words") if row["class"] == kind for word in row["words"].split()
    )


def canonical(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of an office by the name that it is compared under: ``رئيس مجلس وزراء`` → رئيس, وزراء."""
    for width in range(len(words), 0, -1):
        if found := _synonyms().get(words[:width]):
            return (*found, *words[width:])
    return words


@cache
def _synonyms() -> dict[tuple[str, ...], tuple[str, ...]]:
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for row in table("offices"):
        for other in (row["office"], *filter(None, row["also"].split(";"))):
            found[bare_words(other)] = bare_words(row["office"])
    return found


@cache
def bare_words(phrase: str) -> tuple[str, ...]:
    """Return the words of an office in the lexicon as those of a title are compared."""
    return tuple(bare(fold(word)) for word in phrase.split())


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
    unsure: set[str] = set()  # المالية: of Mali hardly ever
    for row in table("countries"):
        code = row["code"] or row["name"]
        unsure |= {fold(form) for form in row["unsure"].split(";") if form.startswith("ال") or form.endswith("ة")}
        for name in (row["name"], *filter(None, row["aliases"].split(";"))):
            _with_article(fold(name), code, found)
        for adjective in filter(None, row["adjective"].split(";")):
            words = [fold(word) for word in adjective.split()]
            for ending in ("", "ه"):
                _with_article(" ".join(f"{word}{ending}" for word in words), code, found)
                found.setdefault(" ".join(f"ال{word}{ending}" for word in words), code)
    return {key: code for key, code in found.items() if key not in unsure}


def _with_article(name: str, code: str, found: dict[str, str]) -> None:
    found.setdefault(name, code)
    found.setdefault("لل" + name.removeprefix("ال"), code)
    found.setdefault(("ل" if name.startswith("ال") else "ال") + name, code)


@lru_cache(maxsize=1 << 15)
def bare(key: str) -> str:
    """Return a word of a title without proclitics, gender and nisba: ``للمنظمة`` and ``لمنظمة``, سلوان and السلواني."""
    stem = fold(segment(key).stem) or key if key.startswith(_CLITICS) or key.endswith(_PRONOUNS) else key
    stem = stem[2:] if stem.startswith("ال") and len(stem) > 4 else stem
    stem = stem[:-1] if stem.endswith("ه") and len(stem) > 4 else stem
    stem = stem[:-1] if stem.endswith("ا") and stem[:-1] in title_heads() else stem  # رئيسا: the indefinite accusative
    return stem[:-1] if stem.endswith("ي") and len(stem) > 4 else stem


@cache
def title_heads() -> frozenset[str]:
    """Return the words that titles are made of, folded: وزير، رئيس."""
    return frozenset(fold(word) for row in table("titles") for word in row["title"].split())


def land(title: str) -> str:
    """Return the bare form of a nationality that ends a title, empty where none does: ``الوزيرة السلوانية`` → سلوان."""
    keys = [token.key for token in tokens(title) if token.kind == "word"]
    return bare(keys[-1]) if len(keys) > 1 and keys[-1].startswith("ال") and keys[-1].endswith(("ي", "يه")) else ""


@cache
def _domains(column: str) -> dict[str, str]:
    return {bare(fold(word)): row["domain"] for row in table("role_domains") for word in row[column].split()}


@lru_cache(maxsize=1 << 15)
def domain(title: str) -> str:
    """Return what world a title belongs to, empty where it tells none: ``لاعب`` → sport, ``وزير`` → state."""
    held = office(title)
    found = {_domains("words")[word] for word in held.words if word in _domains("words")}
    if held.head in _domains("heads"):
        found.add(_domains("heads")[held.head])
    return found.pop() if len(found) == 1 else ""


def single(held: Office) -> bool:
    """Say whether one person holds that office at a time: وزير الخارجية العراقي, not وزير or نائب عراقي."""
    kind = _single().get(held.words, "")
    return (kind == "country" and bool(held.country)) or kind == "body"


def apart(one: Office, other: Office) -> bool:
    """Say whether nobody can hold both offices at a time: president and prime minister of one country."""
    if one.country != other.country or not one.country or one.words == other.words:
        return False
    return other.words in _apart().get(one.words, ()) or one.words in _apart().get(other.words, ())


@cache
def _single() -> dict[frozenset[str], str]:
    return {frozenset(bare_words(row["office"])): row["single"] for row in table("offices")}


@cache
def _apart() -> dict[frozenset[str], frozenset[frozenset[str]]]:
    return {
        frozenset(bare_words(row["office"])): frozenset(
            frozenset(bare_words(other)) for other in filter(None, row["apart"].split(";"))
        )
        for row in table("offices")
    }
