"""What a passage says of its subject: the verb or noun of action that its claim turns on.

``الجيش يحاصر البلدة`` (the army besieges the town) turns on حاصر, ``مقتل جنديين في البلدة`` (the killing of two
soldiers in the town) on قتل; ``حصار البلدة عمل غير مقبول`` (the siege … is not acceptable) on no such word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token, tokens
from riwaya.arabic.verbs import readings
from riwaya.link.accounts.passages import Passage
from riwaya.link.accounts.wordlists import joined, listed
from riwaya.link.events import event_words, small_words
from riwaya.link.terms import stem, term

_HEAD = 16  # words of a passage among which its predicate stands
_SHORT = 3  # letters of a past that may be a noun, where no event word tells it: ``ظهر``; so may ``نادي``
_SUBJECT = 3  # words that a short subject and its verb take
_CARRIED = 2  # words behind a carrier among which its noun stands
_ADVERB = ("ً", "ًا")  # ``ردا على`` with its tanwin is no verb
_FINITE = ("past", "present", "future")


class Predicate(Struct, frozen=True):
    """The lemma that a claim turns on, the PLOVER type of its event, whether it is negated, past or future."""

    lemma: str
    type: str = ""
    negated: bool = False
    tense: str = ""


def predicate(passage: Passage, before: str = "") -> Predicate | None:
    """Return what a passage turns on; ``before`` is the text that leads to it: behind أن stands a whole sentence.

    Misses: verbs that no list has, unless they begin with ي; predicates that are adjectives or nouns.
    """
    words = [token for token in tokens(passage.text) if token.kind == "word"][:_HEAD]
    if words and words[0].key in listed("lack"):
        return Predicate(stem(words[1].key) if len(words) > 1 else "", negated=True)
    noun = _noun(words)
    if noun is not None and not any(fold(word) in small_words("complementiser") for word in before.split()[-1:]):
        return noun
    told = [one for one in words if one.key not in _named(passage)]
    return next(_verbs(told), None) or next((found for one in told[1:_SUBJECT] if (found := _past(one))), None)


def _noun(words: Sequence[Token]) -> Predicate | None:
    """Return the noun of action that opens a passage: ``بإلغاء المباراة``."""
    event = event_words().get(words[0].key) if words else None
    if event is None or not (event.form == "noun" or event.maybe_noun):
        return None
    return Predicate(event.lemma, event.type)


def _past(token: Token) -> Predicate | None:
    """Return a past that may be a noun, where nothing else is a verb: ``القائد قتل في الغارة``."""
    event = event_words().get(token.key)
    return Predicate(event.lemma, event.type) if event is not None and event.maybe_noun else None


def _verbs(words: Sequence[Token]) -> Iterator[Predicate]:
    """Yield the finite verbs that no relative or condition opens; one that only carries a noun has the noun's lemma."""
    inside = False
    for at, token in enumerate(words):
        if token.key in small_words("relative") or token.key in listed("if"):
            inside = True
            continue
        found = _finite(token)
        if found is None:
            continue
        if not inside and fold(found.lemma) not in listed("copulas"):
            negated = at > 0 and words[at - 1].key in joined("negation") | joined("negation of verbs")
            yield _carried(words[at + 1 :], found.lemma) or replace(found, negated=negated)
        inside = False


def _carried(behind: Sequence[Token], lemma: str) -> Predicate | None:
    """Return the noun of action that a verb carries: ``قررت فرض عقوبات`` turns on فرض."""
    if fold(lemma) not in listed("carriers"):
        return None
    return next((found for at in range(_CARRIED) if (found := _noun(behind[at : at + 1]))), None)


def _finite(token: Token) -> Predicate | None:
    """Return what a finite verb tells, None where the word is none, or may be a noun."""
    event = event_words().get(token.key)
    if token.text.endswith(_ADVERB):
        return None
    if event is not None:
        finite = event.form != "noun" and not event.maybe_noun
        return Predicate(event.lemma, event.type, tense=event.form) if finite else None
    if not term(token.key) or token.key.startswith("ال"):
        return None
    for one in readings(token.key):
        if one.features.tense in _FINITE and one.features.person == 3 and one.features.number != "du":
            noun = one.features.tense == "past" and (len(token.key) <= _SHORT or token.text.endswith("ي"))
            return None if noun else Predicate(one.lemma, tense=one.features.tense)
    return Predicate(stem(token.key)) if token.key.lstrip("وفس").startswith("ي") else None


def _named(passage: Passage) -> frozenset[str]:
    names = (*passage.people, *(name for name, _, _ in passage.places))
    return frozenset(conj + word for name in names for word in fold(name).split() for conj in ("", "و", "ل", "ب"))
