"""English names of places whose Arabic name says what they are: ``شارع النخيل`` → ``al-Nakhil Street``.

The noun of kind, the adjectives that end the name and the style of whom it is named after are translated, and the name
itself is spelt; words in ``lexicon/placenouns.tsv``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from riwaya.arabic.letters import fold, plain
from riwaya.arabic.romanise import Romanised, known, romanised
from riwaya.lexicon import table

_LONGEST = 200


@lru_cache(maxsize=1 << 14)
def place_name(name: str) -> Romanised:
    """Return a place's name in Latin letters: ``مطار الملك سليم الدولي`` → ``King Salim International Airport``.

    A place that says nothing of its kind is spelt (``romanised``). Misses: kinds that English names otherwise
    (``وادي السيليكون``), adjectives that no row has, which are spelt as if they were names.
    """
    words = name[:_LONGEST].split()
    kind, width = _kind(words)
    if not kind or known(plain(name)) is not None:
        return romanised(name)
    rest, adjectives = _parted(words[width:])
    before = kind in _rows("before").values()
    if words[0].startswith("ال"):
        return romanised(name) if rest or before else Romanised(" ".join((*adjectives, kind)), "lexicon")
    spelt = _spelt(rest) if rest else romanised(" ".join(words[width:]))  # جبل الحمراء: a name that is an adjective
    adjectives = adjectives if rest else []
    text = " ".join((kind, *adjectives, spelt.text) if before else (spelt.text, *adjectives, kind))
    return Romanised(text if text.startswith("al-") else text[:1].upper() + text[1:], spelt.by)


def _kind(words: Sequence[str]) -> tuple[str, int]:
    """Return the English noun that opens a name of several words, and how many words it takes."""
    for width in (2, 1):
        key = fold(" ".join(words[:width])).removeprefix("ال")
        if len(words) > width and (latin := _nouns().get(key)):
            return latin, width
    return "", 0


def _parted(words: Sequence[str]) -> tuple[Sequence[str], list[str]]:
    """Return the words of the name itself, and in English order the adjectives that end it."""
    adjectives: list[str] = []
    while words and (latin := _adjective(words[-1])):
        adjectives.append(latin)
        words = words[:-1]
    return words, adjectives


def _adjective(word: str) -> str:
    key = fold(word)
    return _rows("adjective").get(key) or _rows("adjective").get(key.removesuffix("ه"), "")


def _spelt(words: Sequence[str]) -> Romanised:
    """Return the name itself, with the style of whom it is of: ``الملك سليم`` → ``King Salim``."""
    style = _rows("style").get(fold(words[0])) if len(words) > 1 else None
    if style is None:
        return romanised(" ".join(words))
    bearer = romanised(" ".join(words[1:]))
    return Romanised(f"{style} {bearer.text}".strip(), bearer.by)


@cache
def _nouns() -> Mapping[str, str]:
    return {**_rows("after"), **_rows("before")}


@cache
def _rows(kind: str) -> Mapping[str, str]:
    """Return the English of the words of one kind: ``شارع`` → Street."""
    return {fold(row["word"]): row["english"] for row in table("placenouns") if row["as"] == kind}
