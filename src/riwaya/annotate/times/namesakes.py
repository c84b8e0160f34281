"""Expressions of time that are names: ``صلاة الجمعة``, ``ثورة 25 يناير``, ``خميس مشيط``, ``صحيفة اليوم``."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.annotate.times.beside import beside
from riwaya.annotate.times.lexemes import Unit
from riwaya.annotate.times.reading import Match
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token

_QUOTES = frozenset('"«“')


def is_name(match: Match, words: Sequence[Token]) -> bool:
    """Say whether the words beside make a name of the expression: of a person, place, work, day of note or prayer.

    A weekday without its article names a person or place (``خميس مشيط``) unless ``يوم`` or the like opens it, and so
    does a Levantine month that no preposition of time opens (``نيسان حداد``).
    Misses: names with the article that no listed word opens (``سامي الجمعة``).
    """
    if match.units[-1].cat.startswith("DE.") and _closed("contractafter", match.units[-1], words):
        return True  # عقد اجتماع: holding a meeting; عقود رعاية: contracts
    if len(match.units) > 1:
        dated = "m" in match.slots and "d" in match.slots and "y" not in match.slots
        return dated and _opened("date", match.units[0], words)
    unit = match.units[0]
    if unit.cat == "weekday":
        return _is_bare(unit, words) or _opened("weekday", unit, words) or _closed("weekdayafter", unit, words)
    if unit.cat == "month":
        return _opened("month", unit, words) or _closed("monthafter", unit, words) or _is_given(unit, words)
    if "today" in match.slots or "rel" in match.slots:
        return _opened("day", unit, words) or _closed("relafter", unit, words)
    return False


def _opened(guard: str, unit: Unit, words: Sequence[Token]) -> bool:
    """Say whether the word before guards so, also from before a quotation mark: ``صحيفة «اليوم»``."""
    at = unit.first - 1
    if at > 0 and words[at].text in _QUOTES:
        at -= 1
    return at >= 0 and beside(guard, words[at])


def _closed(guard: str, unit: Unit, words: Sequence[Token]) -> bool:
    return unit.last < len(words) and beside(guard, words[unit.last])


def _is_bare(unit: Unit, words: Sequence[Token]) -> bool:
    """Say whether an Arabic weekday lacks its article: ``خميس``, ``كسبت`` (it won)."""
    token = words[unit.first]
    return token.kind == "word" and not fold(token.text[unit.start - token.start :]).startswith(("ال", "ل"))


def _is_given(unit: Unit, words: Sequence[Token]) -> bool:
    """Say whether a month that is a given name too stands as one: not after ``في``, not before ``الماضي``."""
    token = words[unit.first]
    if unit.start > token.start or not beside("givenmonth", token):
        return False
    return unit.first > 0 and not beside("monthprep", words[unit.first - 1]) and not _closed("placed", unit, words)
