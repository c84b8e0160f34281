"""What befell those who are counted: ``مقتل 12 عاملا`` (killed), ``أصيب 30`` (injured), ``على متنها 66`` (aboard)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.lexicon import table

BEFORE = 9
AFTER = 5
_STOPS = frozenset((*"؛:()", "بينما", "فيما", "حين"))
_JOINED = frozenset("وفبل")
_WEAK = frozenset({"aboard", "toll"})


class Fate(Struct, frozen=True, kw_only=True):
    """A fate of ``lexicon/fates.tsv``; of an ``open`` one the count may rise while rescuers dig."""

    name: str
    open: bool


_KILLED = Fate(name="killed", open=True)


def fate(counted: Sequence[Token], before: Sequence[Token], after: Sequence[Token]) -> Fate | None:
    """Return the fate of a figure: by its own noun, else the nearest word before it, else behind it.

    ``before`` and ``after`` reach to the neighbouring figures at most: each of ``مقتل 12 وإصابة 30`` has its own.
    Who is aboard, and a toll, may be dead or hurt by a word further off: ``مقتل جميع ركابها وعددهم 66``.
    Misses: fates told two clauses away, and those that lexicon/fates.tsv lacks.
    """
    own, ahead = _read(counted), _read(_until(tuple(reversed(before[-BEFORE:]))))
    first = _strong(own[:1]) or _strong(ahead[:1]) or (_strong(ahead[:3]) if own or ahead else None)
    first = first or next(iter(ahead), None) or _strong(_read(_until(after[:AFTER]))) or next(iter(own), None)
    return _KILLED if first is not None and first.name == "toll" else first


def _read(words: Sequence[Token]) -> list[Fate]:
    return [one for word in words if (one := _of(word)) is not None]


def _strong(found: Sequence[Fate]) -> Fate | None:
    return next((one for one in found if one.name not in _WEAK), None)


def _until(words: Sequence[Token]) -> Sequence[Token]:
    end = next((n for n, word in enumerate(words) if word.text in _STOPS), len(words))
    return words[:end]


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
