"""Number words: every form that ``lexicon/numerals.tsv`` gives, with its proclitics and ال, by folded key."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.lexicon import table

Gender = Literal["m", "f"]


class Word(Struct, frozen=True, gc=False):
    """A number word as the lexicon knows it; ``prefix`` letters of the token are proclitics, ``joined`` if و is one."""

    value: float
    kind: str
    gender: Gender | None
    dual: bool
    definite: bool = False
    prefix: int = 0
    joined: bool = False


_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")
_NOT_NUMBERS = frozenset(
    map(fold, ("لست", "ولست", "فلست", "كست", "بالست", "وكست", "فست", "كسبع", "بواحد", "كمية", "وكمية"))
)


@cache
def number_words() -> Mapping[str, Word]:
    """Return key (with every proclitic and ال) → word."""
    words: dict[str, Word] = {}
    for row in table("numerals"):
        gender: Gender | None = "m" if row["gender"] == "m" else "f" if row["gender"] == "f" else None
        bare = fold(row["form"])
        for definite in (False, True):
            stem = "ال" + bare if definite else bare
            for clitic in _PROCLITICS:
                joined = clitic == "و"
                word = Word(
                    float(row["value"]), row["kind"], gender, row["dual"] == "yes", definite, len(clitic), joined
                )
                key = clitic + stem
                if definite and clitic.endswith("ل"):
                    key = clitic + stem[1:]  # لل
                if definite and clitic.endswith("ب") and row["kind"] in ("hundred", "scale"):
                    continue  # بالمئة: per cent
                words.setdefault(key, word)
    return {key: word for key, word in words.items() if key not in _NOT_NUMBERS}


@cache
def ranked() -> frozenset[str]:
    nouns = [fold(row["noun"]) for row in table("ranked")]
    return frozenset(clitic + noun for noun in nouns for clitic in ("", "ال", "وال", "بال", "لل", "فال"))
