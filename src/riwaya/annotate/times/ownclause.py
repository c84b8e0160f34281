"""What the verb of a time's own clause settles by itself: it happened (``وصل``), it will (``سيصل``), it is put off."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from riwaya.annotate.times.beside import beside
from riwaya.annotate.times.tense import looks
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.arabic.verbs import readings_as_they_stand
from riwaya.lexicon import table

_REACH = 12
_CLOSE = 5
_PERSONS = "يتنا"
_WILL = frozenset((fold("سوف"), "لن"))
_THAT = frozenset(("ان", "بان"))
_IF = frozenset(("اذا", "لو", "متي", "حال"))
_IF_REACH = 6
_OPENS = frozenset(("قد", "الذي", "التي", "كان", "حيث", "عندما", "حين", "ما"))
"""Words after which a verb opens its clause, so that ``قتل`` is "was killed", not "killing"."""
_STOPS = frozenset(".؛:!؟()")
_TILL = frozenset(("الي", "حتي"))


@cache
def _events() -> frozenset[str]:
    """Return the perfects that tell what befell or was done, not what was said: ``وقع``, ``وصلت``."""
    return frozenset(fold(row["word"]) for row in table("timetense") if row["direction"] == "event")


def will(words: Sequence[Token], first: int) -> bool:
    """Say whether a verb in the future stands close before: ``سأعود``, ``سوف تعود``; not ``المقرر``.

    Another day between is the verb's: ``ستبدأ يوم 13 سبتمبر بدل 7 يونيو``.
    """
    for at in range(first - 1, max(-1, first - _CLOSE), -1):
        key = words[at].key
        if words[at].kind == "number":
            return False
        if words[at].kind == "word" and looks(key) is not None:
            future = any(one.features.tense == "future" for one in readings_as_they_stand(key.lstrip("وف")))
            return future or (at > 0 and words[at - 1].key.lstrip("وف") in _WILL)
    return False


def happened(words: Sequence[Token], first: int) -> bool:
    """Say whether the verb of the time's own clause tells what happened: ``وصل الوفد الكبير إلى المدينة الخميس``.

    Verbs of saying and agreeing don't count, for what is said may lie ahead (``أعلن مباراة الخميس``), nor conditions.
    """
    for at in range(first - 1, max(-1, first - _REACH), -1):
        key = words[at].key
        if words[at].kind == "punct" or key in _THAT or beside("fixture", words[at]):
            return False
        if _before(words, at) == "لم":
            return key[0] in _PERSONS and not _supposed(words, at)
        if words[at].kind == "word" and looks(key) is not None:
            return _is_event(words, at) and not _supposed(words, at)
    return False


def _is_event(words: Sequence[Token], at: int) -> bool:
    """Say whether a word is a perfect of the list, not its noun: ``شن هجوما``, not ``تنوي شن هجوم``."""
    key = words[at].key
    verb = next((one for one in (key, key[1:]) if one in _events() and (one == key or key[0] in "وف")), None)
    if verb is None or not any(one.features.tense == "masdar" for one in readings_as_they_stand(verb)):
        return verb is not None
    return verb != key or not at or words[at - 1].kind == "punct" or _before(words, at) in _OPENS


def _supposed(words: Sequence[Token], at: int) -> bool:
    """Say whether a condition opens the clause: ``إذا فاز``, ``في حال لم يصل``."""
    return any(words[near].key.lstrip("وف") in _IF for near in range(max(0, at - _IF_REACH), at))


def put_off(words: Sequence[Token], first: int) -> bool:
    """Say whether something is prolonged or put off until the time: ``مدد المجلس الهدنة حتى 31 ديسمبر``."""
    if not first or words[first - 1].key not in _TILL:
        return False
    for at in range(first - 2, max(-1, first - 2 - _REACH), -1):
        if beside("putoff", words[at]):
            return True
        if words[at].text in _STOPS or (words[at].kind == "word" and looks(words[at].key) is not None):
            return False
    return False


def _before(words: Sequence[Token], at: int) -> str:
    return words[at - 1].key.lstrip("وف") if at else ""
