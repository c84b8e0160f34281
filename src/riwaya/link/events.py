"""Event words: verbs in any person and tense and nouns of action, each with what kind of event it tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.lexicon import table

Form = Literal["past", "present", "future", "noun"]
_AND = ("", "و", "ف")
_BEFORE_NOUN = ("", "ب", "ل", "ك")
_OBJECTS = ("", "ه", "ها", "هم", "هما", "نا")
_BEFORE_WORD = ("وال", "بال", "كال", "فال", "ولل", "لل", "ال", "و")


class EventWord(Struct, frozen=True, gc=False):
    """What a printed word may tell: a PLOVER type (or empty), its form, and whether it may be a noun as well.

    ``others`` are types that it tells only beside certain words: ``وقع`` is AGREE with ``اتفاق``, else it happened.
    """

    type: str
    lemma: str
    form: Form
    maybe_noun: bool = False
    others: tuple[tuple[tuple[str, ...], str], ...] = ()

    def told_beside(self, near: Iterable[str]) -> str:
        """Return the type that the folded words around it give it."""
        if not self.others:
            return self.type
        bare = [_bare(key) for key in near]
        return next((kind for words, kind in self.others if any(word.startswith(words) for word in bare)), self.type)


@cache
def event_words() -> dict[str, EventWord]:
    """Return every printed form of the lexicon's event words by folded key: ``وستلتقي`` → CONSULT, future.

    A form that two rows share belongs to the first; ``قصف`` (he shelled, shelling) is a past that may be a noun.
    """
    words: dict[str, list[tuple[tuple[str, ...], EventWord]]] = {}
    nouns: set[str] = set()
    for row in table("events"):
        lemma, near = row["past"] or row["noun"].split("|")[0], tuple(map(fold, row["with"].split()))
        for form, key in _forms(row):
            if form == "noun":
                nouns.add(key)
            if len(key) > 2 or key == "شن":
                words.setdefault(key, []).append((near, EventWord(row["type"], lemma, form)))
    return {key: _one(rows, key in nouns) for key, rows in words.items()}


def _one(rows: Sequence[tuple[tuple[str, ...], EventWord]], noun: bool) -> EventWord:
    """Join the rows of one form: it is read as the first tells, its type is that of the first without conditions."""
    first = rows[0][1]
    plain = next((word.type for near, word in rows if not near), "")
    others = tuple((near, word.type) for near, word in rows if near)
    return EventWord(plain, first.lemma, first.form, noun and first.form == "past", others)


@lru_cache(maxsize=1 << 16)
def _bare(key: str) -> str:
    """Cut off what stands before a noun: ``بالمفاوضات`` → ``مفاوضات``."""
    for prefix in _BEFORE_WORD:
        if key.startswith(prefix) and len(key) - len(prefix) > 2:
            return key[len(prefix) :]
    return key


def _forms(row: dict[str, str]) -> Iterator[tuple[Form, str]]:
    if row["past"]:
        yield from (("past", conj + form) for form in _past(row["past"]) for conj in _AND)
    if row["present"]:
        present = list(_present(fold(row["present"])))
        yield from (("future", f"{conj}س{form}") for form in present for conj in _AND)
        yield from (("present", conj + form) for form in present for conj in (*_AND, "ل", "ول"))
    for noun in filter(None, row["noun"].split("|")):
        yield from (("noun", form) for form in _noun(fold(noun)))


def _past(verb: str) -> Iterator[str]:
    """Third persons of a past: ``التقى`` → التقى، التقت، التقيا، التقوا; objects too, but not ه (وزارة)."""
    base = fold(verb)
    weak = verb[-1] in "ىا" and len(base) > 2
    short = base[:-1] if weak else base
    yield base
    if len(base) == 4 and base[1] == "ا":  # the passive of ناقش is written نوقش
        yield from (base[0] + "و" + base[2:] + ending for ending in ("", "ت", "وا"))
    yield from (short + ending for ending in ("ت", "تا", "وا"))
    yield from (base + ending for ending in (() if weak and verb[-1] == "ا" else ("ا", "نا")))
    yield from (short + "ت" + objekt for objekt in _OBJECTS[2:])
    if not weak:
        yield from (base + objekt for objekt in _OBJECTS[2:5])


def _present(verb: str) -> Iterator[str]:
    """Third persons of a present, after لم and أن too: ``يلتقي`` → يلتقي، تلتقي، يلتقون، يلتقوا، يلتقيان، يلتق."""
    weak = verb[-1] in "يو" and len(verb) > 3
    short = verb[:-1] if weak else verb
    for prefix in "يت":
        yield prefix + verb[1:]
        yield from (prefix + verb[1:] + ending for ending in ("ان", "ا", "ها", "هم"))
        yield from (prefix + short[1:] + ending for ending in ("ون", "وا"))
        if weak:
            yield prefix + short[1:]


def _noun(noun: str) -> Iterator[str]:
    open_ = noun[:-1] + "ت" if noun.endswith("ه") else noun
    opens = (open_, noun[:-1] + "ي", noun[:-1] + "و") if noun.endswith("ء") else (open_,)  # لقائهم، لقاؤهم
    for conj in _AND:
        yield from (conj + prep + noun for prep in _BEFORE_NOUN)
        yield from (conj + prep + noun for prep in ("ال", "بال", "لل", "كال"))
        yield from (conj + prep + each + owner for each in opens for prep in _BEFORE_NOUN for owner in _OBJECTS[1:])
        if len(noun) > 3 and noun[-1] not in "هاءي":
            yield conj + noun + "ا"  # هجوما
        if len(noun) > 4 and noun[0] in "ات" and not noun.endswith(("ه", "اعلان")):  # اعتقالات، تهديدات
            yield from (conj + prep + noun + "ات" for prep in ("", "ال", "بال", "لل", "ب", "ل"))
        if noun.endswith("ه"):
            yield from (conj + prep + noun[:-1] + "ات" for prep in ("", "ال", "بال", "لل", "ب", "ل"))


@cache
def small_words(kind: str) -> frozenset[str]:
    """Return the folded words of one kind by which the clause around a date is read: ``negation`` → لم، لن …"""
    return frozenset(fold(word) for row in table("clauses") if row["kind"] == kind for word in row["words"].split())


@cache
def _ordinals() -> dict[str, int]:
    found: dict[str, int] = {}
    rows = [row["words"].split() for row in table("clauses") if row["kind"] == "ordinal"]
    for number, forms in enumerate(rows, 1):
        found |= {fold(conj + form): number for form in forms for conj in _AND}
    return found


def ordinal(key: str) -> int:
    """Return the number of an ordinal given as a folded word: ``الثالثه`` → 3; 0 where it is none."""
    return _ordinals().get(key, 0)
