"""Which of a report's dated clauses are events of weight: each quotation of a day is none of its events.

A statement counts if it is what the report is about, or was made on an occasion (a speech, an interview, a
communiqué), or announces something; so does an appeal.
"""

from __future__ import annotations

from typing import Protocol

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import tokens
from riwaya.link.events import event_words, small_words
from riwaya.model import Status

LEAST = 4  # words that the undated event of a lead is told in
_SAID = ("MAKE STATEMENT", "APPEAL")


class Clause(Protocol):
    """What a dated clause is weighed by."""

    @property
    def date(self) -> str: ...
    @property
    def type(self) -> str: ...
    @property
    def lemma(self) -> str: ...
    @property
    def what(self) -> str: ...
    @property
    def status(self) -> Status: ...
    @property
    def who(self) -> tuple[str, ...]: ...
    @property
    def whom(self) -> tuple[str, ...]: ...
    @property
    def numbers(self) -> tuple[int, ...]: ...
    @property
    def loose(self) -> bool: ...
    @property
    def whole(self) -> bool: ...
    @property
    def main(self) -> bool: ...


def weighty(one: Clause) -> bool:
    """Say whether a clause is an event of the timeline: ``قال الاثنين إن …`` is one only as a report's lead."""
    if not one.main and (_subjectless(one) or (not one.type and fold(one.lemma) in small_words("stative"))):
        return False
    if len(one.date) < len("2021-07-26") and not one.main and _statistic(one):
        return False
    if one.type not in _SAID:
        return bool(one.date) or len(one.what.split()) >= LEAST
    if one.status not in ("done", "under-way"):
        return one.status == "planned"
    announced = fold(one.lemma) in small_words("announcing") or on_occasion(one.what)
    return announced if not (one.main and one.date) else True


def weak(one: Clause) -> bool:
    """Say whether a clause is no line by itself, though it may bear out another: what it is about stands elsewhere."""
    return one.loose and not (one.main or one.who or one.numbers)


def _subjectless(one: Clause) -> bool:
    """Say whether a clause begins with its verb and doesn't name who: ``يصل ظهر الخميس لبدء زيارة``."""
    if one.who or one.whom or one.whole:
        return False
    words = [token for token in tokens(one.what) if token.kind != "punct"]
    known = event_words().get(words[0].key) if words else None
    if known is None or known.form == "noun" or known.maybe_noun or len(words) < 2:
        return False
    following = words[1].key
    if following.startswith("ب") and (noun := event_words().get(following)) is not None and noun.form == "noun":
        return True  # قامت بحذف …
    return following in small_words("preposition") or following in small_words("time of day")


def _statistic(one: Clause) -> bool:
    """Say whether a clause of a month or year gives a count: ``بلغ إجمالي التحويلات عام 2016 …``."""
    words = list(tokens(one.what))
    counted = any(token.kind == "number" and token.text not in one.date for token in words)
    named = any(_bare(token.key) in small_words("figures") for token in words)
    return counted and (named or fold(one.lemma) in small_words("measured"))


def on_occasion(what: str) -> bool:
    occasions = small_words("occasion")
    bare = (_bare(token.key) for token in tokens(what))
    return any(key in occasions for key in bare)


def _bare(key: str) -> str:
    for prefix in ("وال", "بال", "لل", "ال", "و", "ب", "ل"):
        if key.startswith(prefix) and len(key) - len(prefix) > 3:
            return key[len(prefix) :]
    return key
