"""Readable Latin spellings of Arabic names: ``نزار الحمداوي`` → ``Nizar al-Hamdawi``.

A lexicon gives the usual English spelling of frequent names and places. A word that it lacks takes the spelling of a
listed one that differs in vowels and like-sounding letters only (``بيرلوسكوني``, ``برلسكوني``), else the speller's;
both are guesses, and marked as such. The result is for readers who know no Arabic; it is never compared with anything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct
from rapidfuzz.distance import OSA

from riwaya.arabic.letters import fold, plain
from riwaya.arabic.spelled import spelled
from riwaya.arabic.tokens import Token, tokens
from riwaya.lexicon import table

By = Literal["lexicon", "guess"]

_PARTICLES = {
    "بن": "bin",
    "ابن": "Ibn",
    "بنت": "bint",
    "آل": "Al",
    "أبو": "Abu",
    "أبي": "Abi",
    "أم": "Umm",
    "ذو": "Dhu",
}
_BEFORE_ARTICLE = {"عبد": "Abdul", "آل": "Al"}
_ARTICLES = (("ال", "al-"), ("وال", "wa al-"), ("لل", "lil-"))
_LONGEST = 200
_PHRASE = 4
_TOLD_APART = 5  # letters of a skeleton that tell a name from others
_ALIKE = str.maketrans({"ط": "ت", "ج": "غ", "ص": "س", "ظ": "ز", "ڤ": "ف", "پ": "ب", "گ": "غ", "چ": "ش"})
_VOWELS = str.maketrans("", "", "اويىه")


class Romanised(Struct, frozen=True):
    """A Latin spelling; ``by`` is ``lexicon`` where every word of it is listed, else ``guess``."""

    text: str
    by: By


def romanise(name: str) -> str:
    """Return a readable Latin spelling of an Arabic name: ``جو بايدن`` → ``Joe Biden``, ``عبد الله`` → ``Abdullah``."""
    return romanised(name).text


@lru_cache(maxsize=1 << 14)
def romanised(name: str) -> Romanised:
    """Return the spelling with what it rests on: ``كلثم الرقيبي`` is a guess, ``جو بايدن`` is listed.

    Latin words and digits stay as they are; names beyond 200 characters are cut. Misses: a listed spelling is the usual
    one of the name, not always this person's (``Mohammed`` for a Mohamed); of guesses about half are off by a vowel.
    """
    words = [token for token in tokens(plain(name[:_LONGEST])) if token.kind != "punct" or token.text in "-–"]
    names = [word for word in words if word.kind != "punct"]
    if len(names) > 1 and (whole := known(" ".join(word.form for word in names))) is not None:
        return Romanised(_opened(whole), "lexicon")
    found = _words(names)
    text = " ".join(latin for latin, _ in found)
    return Romanised(_opened(_hyphened(text, words, found)), "lexicon" if all(sure for _, sure in found) else "guess")


def _words(words: Sequence[Token]) -> list[tuple[str, bool]]:
    """Return (Latin, whether listed) of each word or phrase."""
    found: list[tuple[str, bool]] = []
    at = 0
    while at < len(words):
        latin, sure, width = _next(words, at)
        found.append((latin, sure))
        at += width
    return found


def _hyphened(text: str, words: Sequence[Token], found: Sequence[tuple[str, bool]]) -> str:
    """Put hyphens back where every word stands for itself: ``فرانك-فالتر`` → ``Frank-Walter``."""
    if len(found) != sum(word.kind != "punct" for word in words) or len(found) == len(words):
        return text
    latin = iter(found)
    return " ".join("-" if word.kind == "punct" else next(latin)[0] for word in words).replace(" - ", "-").strip("- ")


def _opened(text: str) -> str:
    return text if text.startswith("al-") else text[:1].upper() + text[1:]


def _next(words: Sequence[Token], at: int) -> tuple[str, bool, int]:
    """Return the Latin of the longest listed phrase at a place, or of its word; whether listed; how many words."""
    for width in range(min(_PHRASE, len(words) - at), 1, -1):
        if (latin := known(" ".join(word.form for word in words[at : at + width]))) is not None:
            return latin, True, width
    word = words[at]
    if word.kind != "word":
        return word.form, True, 1
    if word.form in _BEFORE_ARTICLE and at + 1 < len(words) and words[at + 1].form.startswith("ال"):
        latin, sure = _part(words[at + 1].form[2:])
        return f"{_BEFORE_ARTICLE[word.form]} {latin}", sure, 2
    return *_word(word.form), 1


@lru_cache(maxsize=1 << 15)
def _word(word: str) -> tuple[str, bool]:
    if (latin := _PARTICLES.get(word)) is not None:
        return latin, True
    if (latin := known(word)) is not None:
        return latin, True
    for joined, prefix in (("عبدال", "Abdul "), ("أبو", "Abu "), ("ابو", "Abu "), *_ARTICLES):
        rest = word.removeprefix(joined)
        if rest != word and len(rest) >= 2:
            latin, sure = _part(rest)
            return prefix + latin, sure
    return _part(word)


def _part(word: str) -> tuple[str, bool]:
    if (latin := known(word)) is not None:
        return latin.removeprefix("al-"), True
    return _like(word) or spelled(word).capitalize() or word, False


# ── the lexicon ─────────────────────────────────────────────────────────────────────────────────────────────────


@cache
def _lexicon() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return (printed form → Latin, key → Latin); one-word names and phrases alike."""
    exact: dict[str, str] = {}
    keys: dict[str, str] = {}
    for row in table("romanised"):
        exact.setdefault(plain(row["name"]), row["latin"])
        keys.setdefault(fold(row["name"]), row["latin"])
    return exact, keys


def known(word: str) -> str | None:
    """Return the listed spelling of a word or phrase, whatever its hamza; None where there is none."""
    exact, keys = _lexicon()
    return exact.get(word) or keys.get(fold(word))


def _like(word: str) -> str | None:
    """Return the spelling of the listed word that sounds the same but for vowels and two letters at most."""
    key = fold(word)
    near = [(OSA.distance(key, other), other, latin) for other, latin in _skeletons().get(_skeleton(key), ())]
    gap, _, latin = min(near, default=(9, "", ""))
    return latin if gap <= 2 else None


def _skeleton(key: str) -> str:
    bare = key.translate(_ALIKE)
    return bare[:1] + bare[1:].translate(_VOWELS)


@cache
def _skeletons() -> Mapping[str, Sequence[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for key, latin in _lexicon()[1].items():
        if " " not in key and not key.startswith("ال") and len(skeleton := _skeleton(key)) >= _TOLD_APART:
            found.setdefault(skeleton, []).append((key, latin))
    return found
