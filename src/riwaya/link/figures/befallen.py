"""What befell those who are counted: ``مقتل 12 عاملا`` (killed), ``أصيب 30`` (injured), ``على متنها 66`` (aboard)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.lexicon import table

BEFORE = 15
AFTER = 5
_STOPS = frozenset((*"؛:()", "بينما", "فيما", "حين"))
_JOINED = frozenset("وفبل")
_SO_THAT = frozenset({"ما", "مما"})  # اعتدى على خمسة أشخاص ما أدى إلى مقتل أحدهم
_SUPPOSED = frozenset(map(fold, ("يشتبه", "يعتقد", "يبدو", "وصف", "وصفته", "وصفوه")))
_WEAK = frozenset({"aboard", "toll"})
_ORDERS = frozenset(map(fold, ("أوامر", "أمر", "مذكرات", "مذكرة", "قرارات")))
_DEEDS = frozenset(map(fold, ("مقتل", "قتل", "قتلت", "يقتل", "تقتل", "مصرع", "وفاة", "يصرع")))
_THAT = frozenset({"ان", "وان", "بان"})
_HURT = frozenset({"killed", "injured"})
_AND_HURT = frozenset(map(fold, ("وجريح", "وجريحا", "وجرحى", "ومصاب", "ومصابا", "ومصابين")))
_ONE = frozenset({"واحد", "واحدا"})


class Fate(Struct, frozen=True, kw_only=True):
    """A fate of ``lexicon/fates.tsv``; of an ``open`` one the count may rise while rescuers dig."""

    name: str
    open: bool


_KILLED = Fate(name="killed", open=True)
_CASUALTIES = Fate(name="casualties", open=True)


def fate(counted: Sequence[Token], before: Sequence[Token], after: Sequence[Token]) -> Fate | None:
    """Return the fate of a figure: by its own noun, else the nearest word before it, else behind it.

    ``before`` and ``after`` reach to the neighbouring figures at most: each of ``مقتل 12 وإصابة 30`` has its own.
    Who is aboard, and a toll, may be dead or hurt by a word further off: ``مقتل جميع ركابها وعددهم 66``. Dead and hurt
    told as one number are ``casualties``: ``مقتل وإصابة 30``. An order to arrest arrests nobody.
    Misses: fates told two clauses away, and those that lexicon/fates.tsv lacks.
    """
    back = _until(tuple(reversed(before[-BEFORE:])), opened=True)
    if _together(back) or _either(after[:AFTER]) or _dead_and_hurt(counted, after):
        return _CASUALTIES
    behind = _strong(_read(_clause(after[:AFTER])))
    if behind is not None and back and back[0].key in _THAT:
        return behind  # قتل 14 شخصا، مضيفة أن 79 شخصا جرحوا
    deeds = [word for word, of in zip(back, (*back[1:], None), strict=False) if not _ordered(of)]
    own, ahead = _read(counted), _read(deeds)
    first = _strong(own[:1]) or _strong(ahead[:1]) or (_strong(ahead[:3]) if own or ahead else None)
    first = first or next(iter(ahead), None) or behind or next(iter(own), None)
    return _KILLED if first is not None and first.name == "toll" else first


def _read(words: Sequence[Token]) -> list[Fate]:
    return [one for word in words if (one := _of(word)) is not None]


def _strong(found: Sequence[Fate]) -> Fate | None:
    return next((one for one in found if one.name not in _WEAK), None)


def _until(words: Sequence[Token], opened: bool = False) -> Sequence[Token]:
    """Return the words up to a stop; ``opened``: a bracket right before the number is none, ``إصابة (17) شخصا``."""
    if opened and words and words[0].text == "(":
        words = words[1:]
    end = next((n for n, word in enumerate(words) if word.text in _STOPS and not _supposed(words, n)), len(words))
    return words[:end]


def _supposed(words: Sequence[Token], at: int) -> bool:
    """``فيما يشتبه بأنه هجوم`` (in what is suspected to be) opens no other clause; the words stand in either order."""
    return words[at].key == "فيما" and any(one.key in _SUPPOSED for one in words[max(0, at - 1) : at + 2])


def _clause(after: Sequence[Token]) -> Sequence[Token]:
    """Return the words behind a number that are its own: in ``30 شخصا وأصيب …`` (and injured were) others follow."""
    words = _until(after)
    words = words[: next((n for n, word in enumerate(words) if word.key in _SO_THAT), len(words))]
    return words[: next((n for n, word in enumerate(words) if _joined(word)), len(words))]


def _together(words: Sequence[Token]) -> bool:
    """Say whether two fates side by side share the number, the nearest first: ``مقتل وإصابة 30``."""
    for word, before in pairwise(words[:4]):
        here, there = _of(word), _of(before)
        if here is not None and there is not None and _joined(word) and {here.name, there.name} == _HURT:
            return not {before.key, before.key.lstrip("بلو")}.isdisjoint(_DEEDS)
    return False


def _either(after: Sequence[Token]) -> bool:
    """Say whether the number is of dead and hurt together: ``30 شخصا بين قتيل وجريح``."""
    keys = [word.key for word in after]
    return any(key == "بين" and {"قتيل", "وجريح"} <= set(keys[n + 1 : n + 3]) for n, key in enumerate(keys))


def _dead_and_hurt(counted: Sequence[Token], after: Sequence[Token]) -> bool:
    """``70 قتيلا وجريحا``: one number; in ``12 قتيلا وجريح واحد`` the hurt are told apart."""
    dead = bool(counted) and (found := _of(counted[-1])) is not None and found.name == "killed"
    alone = len(after) < 2 or after[1].key not in _ONE
    return dead and bool(after) and alone and after[0].key in _AND_HURT


def _joined(word: Token) -> bool:
    return word.key[:1] == "و" and word.key[1:] in _fates()


def _ordered(before: Token | None) -> bool:
    return before is not None and before.key.lstrip("بو") in _ORDERS


def _of(word: Token) -> Fate | None:
    known = _fates()
    return known.get(word.key) or (known.get(word.key[1:]) if word.key[:1] in _JOINED else None)


@cache
def _fates() -> dict[str, Fate]:
    return {
        fold(form): Fate(name=row["fate"], open=row["kind"] == "open")
        for row in table("fates")
        for form in row["forms"].split(";")
    }


def of_fate(word: str) -> bool:
    """Say whether a folded word tells a fate: it says nothing of which event is meant."""
    return word in _fates()
