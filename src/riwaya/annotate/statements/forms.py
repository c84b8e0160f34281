"""Surface forms in which a verb of saying can be a cue: third person past and present, accusative participle."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from riwaya.arabic import verbs
from riwaya.arabic.letters import fold

Tense = Literal["past", "present", "participle", "masdar"]
_NUMBERS = {"sg": "s", "du": "d", "pl": "p", None: ""}
_ACCUSATIVE = {"m": ("ا", "ين", "ان"), "f": ("ه", "تين")}


class Form(Struct, frozen=True):
    """One surface form: comparison key, tense, gender (m, f or empty), number (s, d, p or empty)."""

    key: str
    tense: Tense
    gender: str = ""
    number: str = ""


def forms(lemma: str) -> Iterator[Form]:
    """Yield the cue forms of a verb: ``أكد`` → ``اكد``, ``اكدت``, ``يوكد``, ``موكدا`` …"""
    for key, several in verbs.forms(lemma).items():
        for features in several:
            if features.voice != "active" or features.person != 3 or features.mood is not None:
                continue
            gender = features.gender or ""
            if features.tense == "participle":
                if key.endswith(_ACCUSATIVE[gender or "m"]) and not (
                    gender == "m" and features.number == "sg" and key[-1] != "ا"
                ):
                    yield Form(key, "participle", gender, _NUMBERS[features.number])
                    break
            elif features.tense in ("past", "present"):
                yield Form(key, features.tense, gender, _NUMBERS[features.number])
                break


def first_persons(lemma: str) -> Iterator[str]:
    """Yield the first person present of a verb: ``دعا`` → ``ادعو``, ``ندعو``."""
    for key, several in verbs.forms(lemma).items():
        if any(one.person == 1 and one.tense == "present" and one.voice == "active" for one in several):
            yield key


def participles(participle: str) -> Iterator[Form]:
    """Yield the accusative participle in gender and number: ``مؤكدا`` → ``موكدا``, ``موكده``, ``موكدين`` …"""
    stem = fold(participle)[:-1]
    yield Form(stem + "ا", "participle", "m", "s")
    yield Form(stem + "ه", "participle", "f", "s")
    plural = stem[:-1] if stem.endswith("ي") else stem
    yield Form(plural + "ين", "participle", "m", "p")
    yield Form(stem + "ات", "participle", "f", "p")
    yield Form(stem + "ان", "participle", "m", "d")
    yield Form(stem + "تين", "participle", "f", "d")
