"""Readable Latin spellings of Arabic names: ``مصطفى الكاظمي`` → ``Mustafa al-Kadhimi``.

A lexicon gives the usual English spelling of frequent names and places; what it lacks is spelled letter by letter with
guessed vowels. The result is for readers who know no Arabic; it is never compared with anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from riwaya.arabic.letters import fold, plain
from riwaya.arabic.tokens import tokens
from riwaya.lexicon import table

_CONSONANTS = {
    "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s",
    "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "'", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l",
    "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y", "ڤ": "v", "پ": "p", "چ": "ch", "گ": "g", "ژ": "zh", "ء": "'",
}  # fmt: skip
_VOWELS = {"ا": "a", "و": "u", "ي": "i", "ى": "a", "ة": "a", "آ": "a", "ؤ": "u", "ئ": "i", "أ": "a", "إ": "i"}
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
_LONGEST = 200


@cache
def _lexicon() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return (printed form → Latin, key → Latin); one-word names and phrases alike."""
    exact: dict[str, str] = {}
    keys: dict[str, str] = {}
    for row in table("romanised"):
        exact.setdefault(plain(row["name"]), row["latin"])
        keys.setdefault(fold(row["name"]), row["latin"])
    return exact, keys


def _known(word: str) -> str | None:
    exact, keys = _lexicon()
    return exact.get(word) or keys.get(fold(word))


@lru_cache(maxsize=1 << 14)
def romanise(name: str) -> str:
    """Return a readable Latin spelling of an Arabic name: ``جو بايدن`` → ``Joe Biden``, ``عبد الله`` → ``Abdullah``.

    Latin words and digits stay as they are; names beyond 200 characters are cut. Misses: short vowels of names that
    ``lexicon/romanised.tsv`` does not list are guesses (``كلثم`` may come out as ``Kalthm``).
    """
    words = [token.form for token in tokens(plain(name[:_LONGEST])) if token.kind != "punct" or token.text in "-–"]
    if len(words) > 1 and (whole := _known(" ".join(words))) is not None:
        return whole
    out: list[str] = []
    at = 0
    while at < len(words):
        latin, at = _next(words, at)
        out.append(latin)
    text = " ".join(out).replace(" - ", "-")
    return text[:1].upper() + text[1:] if not text.startswith("al-") else text


def _next(words: list[str], at: int) -> tuple[str, int]:
    for length in (3, 2):
        phrase = " ".join(words[at : at + length])
        if len(words) - at >= length and (latin := _known(phrase)) is not None:
            return latin, at + length
    if words[at] == "عبد" and at + 1 < len(words) and words[at + 1].startswith("ال"):
        return _servant(words[at + 1]), at + 2
    return _word(words[at]), at + 1


def _servant(of: str) -> str:
    """``عبد الرحمن`` → ``Abdul Rahman``, as newspapers write it; the most frequent are in the lexicon."""
    return "Abdul " + _word(of.removeprefix("ال"))


def _word(word: str) -> str:
    if (latin := _PARTICLES.get(word)) is not None:
        return latin
    if (latin := _known(word)) is not None:
        return latin
    for article, prefix in (("ال", "al-"), ("وال", "wa al-"), ("لل", "lil-")):
        rest = word.removeprefix(article)
        if rest != word and len(rest) >= 2:
            return prefix + (_known(rest) or spell(rest))
    return spell(word)


# ── letter by letter ────────────────────────────────────────────────────────────────────────────────────────────


def spell(word: str) -> str:
    """Return a Latin spelling by rule: long vowels as written, short ones guessed as ``a`` between two consonants."""
    out: list[str] = []
    pending = False  # a consonant stands open, waiting for a vowel
    for at, letter in enumerate(word):
        last = at == len(word) - 1
        vowel = _vowel(word, at, pending)
        if vowel is not None:
            out.append(vowel)
            pending = False
        elif letter in _CONSONANTS:
            if pending and (not last or _needs_vowel(word, at)):
                out.append("a")
                pending = False
            out.append(_CONSONANTS[letter])
            pending = letter not in "عء" or not last
            if len(out) >= 2 and out[-2] != "a" and at >= 2 and not last:
                pending = pending and not _is_consonant(word, at - 1)
        else:
            out.append(letter)
            pending = False
    spelled = "".join(out).strip("'")
    return spelled[:1].upper() + spelled[1:]


def _needs_vowel(word: str, at: int) -> bool:
    """Say whether the last consonant needs a vowel before it: two consonants alone, or three (حمد → hamad)."""
    return at >= 1 and _is_consonant(word, at - 1)


def _is_consonant(word: str, at: int) -> bool:
    return word[at] in _CONSONANTS and (word[at] not in "وي" or at == 0)


def _vowel(word: str, at: int, pending: bool) -> str | None:
    letter, last = word[at], at == len(word) - 1
    if letter in "اآأإ" and at == 0:
        follows = word[1:2]
        return {"و": "O", "ي": "E"}.get(follows, "A") if letter == "أ" and follows in ("و", "ي") else _VOWELS[letter]
    if letter in "وي":
        before_vowel = not last and word[at + 1] in "اىةآ"
        if at == 0 or (before_vowel and not pending) or (before_vowel and letter == "و"):
            return None
        if before_vowel and letter == "ي":
            return "iy"
        return _VOWELS[letter] if pending else None
    if letter in _VOWELS:
        return _VOWELS[letter]
    return None
