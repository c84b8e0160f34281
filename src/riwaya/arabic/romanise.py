"""Readable Latin spellings of Arabic names: ``نزار الحمداوي`` → ``Nizar al-Hamdawi``.

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
    "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y", "ڤ": "v", "پ": "p", "چ": "ch", "گ": "g", "ژ": "zh", "ء": "",
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
    """Return a Latin spelling by rule: ``نسرين`` → ``Nasrin``, ``خالدي`` → ``Khalidi``; short vowels are guesses."""
    sounds = _sounds(word)
    out: list[str] = []
    at = 0
    while at < len(sounds):
        if sounds[at][1]:
            out.append(sounds[at][0])
            at += 1
            continue
        end = at
        while end < len(sounds) and not sounds[end][1]:
            end += 1
        out.append(_cluster([sound for sound, _ in sounds[at:end]], first=at == 0, last=end == len(sounds)))
        at = end
    spelled = "".join(out)
    return spelled[:1].upper() + spelled[1:]


def _sounds(word: str) -> list[tuple[str, bool]]:
    """Return (Latin, whether a vowel) for the letters of a word; ع counts as a consonant and is not written."""
    sounds: list[tuple[str, bool]] = []
    for at, letter in enumerate(word):
        after = word[at + 1 : at + 2]
        open_before = bool(sounds) and not sounds[-1][1]
        if letter in "وي":
            if open_before and letter == "ي" and after in ("ة", "ا", "ى"):
                sounds += [("i", True), ("y", False)]
            elif open_before and after not in ("ا", "ة", "ى", "و", "ي"):
                sounds.append((_VOWELS[letter], True))
            else:
                sounds.append((_CONSONANTS[letter], False))
        elif letter in _VOWELS:
            sounds.append((_VOWELS[letter], True))
        elif letter in _CONSONANTS:
            sounds.append(("" if letter in "عء" else _CONSONANTS[letter], False))
        else:
            sounds.append((letter, True))
    return sounds


_AT_START = {2: "CaC", 3: "CaCC", 4: "CaCCaC"}
_WHOLE_WORD = {2: "CaC", 3: "CaCaC", 4: "CaCCaC"}
_AFTER_VOWEL = {2: "CiC", 3: "CCaC", 4: "CCaCC"}
_AT_END = {2: "CiC", 3: "CCaC", 4: "CCCaC"}


def _cluster(sounds: list[str], first: bool, last: bool) -> str:
    """Put short vowels into a run of consonants by its length and place: ``لقمان`` → laqm-, ``خالد`` → -lid."""
    patterns = (_WHOLE_WORD if last else _AT_START) if first else (_AT_END if last else _AFTER_VOWEL)
    if len(sounds) == 1:
        return sounds[0]
    pattern = patterns.get(len(sounds), "Ca" * len(sounds))
    rest = iter(sounds)
    return "".join(next(rest) if sign == "C" else sign for sign in pattern)
