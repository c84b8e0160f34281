"""Which event a word tells where it stands: a verb behind الذي, a noun behind a preposition, or none."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from riwaya.arabic.calendars import month
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.lexicon import table
from riwaya.link.events import EventWord, event_words, small_words

_OBJECT = "ه"
_PROCLITICS = frozenset(("", "ال", "ب", "ل", "ك", "و", "وال", "بال", "لل", "ول", "وب"))


def sense(words: Sequence[Token], at: int, opens: bool) -> EventWord | None:
    """Return what the word at ``at`` tells, ``None`` if no event; ``opens`` where it is the first of its segment.

    ``الذي طرده`` (who drove him out) is a verb, ``حالة تأهب`` (alert) a noun, ``دوري أبطال`` (champions) neither.
    """
    token = words[at]
    if token.kind != "word" or token.key in small_words("filler"):
        return None
    before = words[at - 1].key if at else ""
    if before in small_words("relative") and (verb := _with_object(token.key)) is not None:
        return verb
    found = event_words().get(token.key)
    if found is None or (token.key in small_words("preposition") and not opens and before not in small_words("verbal")):
        return None  # اجتماع عبر الهاتف: he crossed nothing
    if found.lemma == "بدأ" and token.form.removeprefix("و").removeprefix("ف") == "بدا":
        return None  # بدا متعبا: he seemed
    if found.form != "noun" and _no_verb(before, token.key) and not found.maybe_noun:
        return None
    if before in small_words("of action") and found.maybe_noun:
        found = replace(found, form="noun")
    if found.form == "noun" and (_of_body(before, token) or _plural(token) or _delivery(words, at, found)):
        return None
    return found


def _with_object(key: str) -> EventWord | None:
    """Return the verb of a form that ends in a pronoun as a noun may: ``طرده``, ``أصدرته``, ``أجراه``."""
    base = key.removesuffix(_OBJECT)
    if base == key:
        return None
    found = event_words().get(base) or event_words().get(base.removesuffix("ا") + "ي")
    return None if found is None or (found.form == "noun" and not found.maybe_noun) else found


def _no_verb(before: str, key: str) -> bool:
    """Say whether no verb can stand behind a word: ``على ظهره``, ``من أجل``."""
    if before in small_words("no verb behind"):
        return True
    return before.removeprefix("و") == "من" and key in small_words("no verb behind من")


def _of_body(before: str, token: Token) -> bool:
    """Say whether a noun names a body with the word before it: ``فرق البحث``, ``وزارة الدفاع``."""
    return token.key.startswith("ال") and before.removeprefix("و") in small_words("body")


def _plural(token: Token) -> bool:
    """Say whether a noun is the plural that newspapers print like a noun of action: ``أبطال`` beside ``إبطال``."""
    head, hamza, rest = token.form.partition("أ")
    return bool(hamza) and head in _PROCLITICS and fold(hamza + rest) in _masdars()


@cache
def _masdars() -> frozenset[str]:
    """Return the masdars of the pattern إفعال, folded."""
    nouns = (noun for row in table("events") for noun in row["noun"].split("|"))
    return frozenset(fold(noun) for noun in nouns if noun.startswith("إ"))


def _delivery(words: Sequence[Token], at: int, found: EventWord) -> bool:
    """Say whether a noun tells of what is traded for a month: ``عقود النفط تسليم ديسمبر``."""
    after = words[at + 1].key if at + 1 < len(words) else ""
    return fold(found.lemma) == "سلم" and month(after) is not None
