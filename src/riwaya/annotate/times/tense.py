"""Which way a clause looks: back (قال الاثنين) or forward (سيلتقي الاثنين), from its verbs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Literal

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.arabic.verbs import readings_as_they_stand
from riwaya.lexicon import table

Direction = Literal["past", "present", "forward"]
_Told = Literal["past", "present", "forward", "done", "none"]
_REACH = 40
_PERSONS = "يتنا"
_OBJECTS = ("ها", "هم", "هما", "ه")
_PROCLITICS = ("", "و", "ب", "ل", "ال", "وال", "بال", "لل")
_SINCE = frozenset(("منذ", "مند", "مذ"))
_CLOSE = 5
_PARTED = 12
_PARTS = frozenset(("ان", "بان", "الي", "حتي", "حول", "بشان", "قبل", "قبيل"))
_NEAR = 6
"""Tokens within which the noun of a done deed stands for its verb: ``فوزه في الانتخابات الأحد``."""
_AFTER = frozenset(("بعد", "اثر", "عقب", "منذ", "غداه", "اعقاب", "بسبب", "رغم", "جراء"))
_TOWARDS = frozenset(("الي", "علي"))
_SAKE = fold("أجل")
_FROM_ON = frozenset(("بدءا", "ابتداء", "اعتبارا"))
_NEXT_CLAUSE = frozenset(("وان", "وانه", "وانها", "وانهم"))
"""What opens the next clause of a report (قال إن … وأن …): the verbs before it are not its own."""
_EXPECTED = frozenset(("متوقع", "متوقعه", "المتوقع", "المتوقعه", "منتظر", "المنتظر"))
_NOT_AS = frozenset(("غير", "من", "الغير", "عن"))
_AND_THAT = frozenset(("وذلك", "ذلك"))


def _is_imperfect(word: str) -> bool:
    """Say whether a form in ت can't be a perfect of form V or VI: ``تستضيف``, not ``تأجل`` or ``تقابل``."""
    return len(word) > 5 or (len(word) == 5 and word[2] != "ا")


@cache
def _words() -> Mapping[str, _Told]:
    """Return key → direction: listed words, and present stems with personal letters, with and without س."""
    found: dict[str, _Told] = {}
    for row in table("timetense"):
        key = fold(row["word"])
        if row["direction"] == "present":
            for person in _PERSONS if len(key) > 2 else _PERSONS[:-1]:  # ساري is a name
                for ending in ("", "ون", "ان", "وا", "ه", "ها", "هم"):
                    found.setdefault(person + key + ending, "present")
                    found.setdefault("س" + person + key + ending, "forward")
        else:
            found[key] = "past" if row["direction"] == "event" else row["direction"]  # type: ignore[assignment]
    return found


@lru_cache(maxsize=1 << 17)
def looks(key: str) -> Direction | None:
    """Return the direction that one word tells: ``قالت`` past, ``سيلتقي`` forward, ``المقرر`` forward.

    The list decides, with an object's pronoun cut off (``شهدته``); what it lacks is conjugated (``استؤنفت``).
    """
    words = _words()
    for prefix in ("", "و", "ف"):
        word = key[len(prefix) :]
        if not key.startswith(prefix):
            continue
        if word in words:
            told = words[word]
            return None if told == "none" or told == "done" else told
        if (found := _with_object(word) or _conjugated(word)) is not None:
            return found
    return None


def _with_object(word: str) -> Direction | None:
    """Return the direction of a listed perfect with its object: ``شهدته``, ``أصدرتها``, ``أجراها``."""
    for pronoun in _OBJECTS:
        stem = word.removesuffix(pronoun)
        if stem != word and len(stem) > 3 and _words().get(stem) == "past" and not _is_deed(word, stem):
            return "past"
    return None


def _is_deed(word: str, stem: str) -> bool:
    """Say whether a perfect with its object may be a noun with its owner: ``إقامتها`` (its holding, she held it)."""
    noun = readings_as_they_stand(stem[:-1] + "ه") if stem.endswith("ت") else ()
    return is_done(word) or any(one.features.tense == "masdar" for one in noun)


@lru_cache(maxsize=1 << 16)
def _conjugated(word: str) -> Direction | None:
    """Return the direction of a form that only a verb can have: imperfects in ي, perfects in ت, futures."""
    if len(word) < 4:
        return None
    tenses = {one.features.tense for one in readings_as_they_stand(word)}
    if tenses == {"future"} and word[1] in _PERSONS[:-1]:
        return "forward"
    if tenses == {"present"} and (word[0] == "ي" or (word[0] == "ت" and _is_imperfect(word))):
        return "present"
    perfect = tenses == {"past"} and word.endswith("ت")
    first_person = tenses == {"past", "present"} and word[0] == "ا" and len(word) > 4
    return "past" if perfect or first_person else None


def direction(words: Sequence[Token], first: int, last: int) -> Direction | None:
    """Return where the clause around the tokens ``[first, last)`` looks, ``None`` where no verb of it is known.

    The nearest verb before the expression decides; at the head of a clause (``والخميس كشف …``) the next one after.
    What وذلك adds belongs to the sentence's first verb. Misses: participles, nouns of deeds that the list lacks.
    """
    before, after = _before(words, first), _search(words, range(last, min(len(words), last + _NEAR)))
    heads = first == 0 or words[first].key.startswith("و")
    return (after or before) if heads else (before or after)


def beside_verb(words: Sequence[Token], first: int, last: int, looking: Direction) -> bool:
    """Say whether a verb that looks so is close by: ``أعلن في سبتمبر``, ``وفي أكتوبر، وجه``, ``منذ سبتمبر``.

    Close is one that nothing parts from the expression which could open another clause (أن, إلى, an infinitive with ل).
    """
    if looking == "past" and any(words[at].key.lstrip("و") in _SINCE for at in range(max(0, first - 2), first)):
        return True
    heads = first < 2 or words[first].key.startswith("و") or words[first - 1].key in ("وفي", "ففي")
    after = range(last, min(len(words), last + _NEAR)) if heads else range(0)
    if any(_told(words, at) == looking for at in after):
        return True
    for at in range(first - 1, max(-1, first - _PARTED), -1):
        if (found := _told(words, at)) is not None:
            return found == looking
        key = words[at].key
        if key in _PARTS or (key.startswith("لل") and len(key) > 4) or (key.startswith("ل") and len(key) > _NEAR):
            return False
    return False


def purposed(words: Sequence[Token], first: int) -> bool:
    """Say whether the nearest verb before has a purpose that the time belongs to: ``دعا إلى تحري الهلال، الثلاثاء``."""
    for at in range(first - 1, max(0, first - _PARTED), -1):
        if _told(words, at) is not None:
            return False
        key = words[at].key
        aims = words[at - 1].key in _TOWARDS or key.startswith("لل")
        if aims and any(one.features.tense == "masdar" for one in readings_as_they_stand(key.removeprefix("لل"))):
            return True
    return False


def after_deed(words: Sequence[Token], first: int) -> bool:
    """Say whether a done deed after which something happened stands close before: ``جراء ثوران البركان الأحد``."""
    near = range(max(1, first - _NEAR), first)
    return any(is_done(words[at].key) and words[at - 1].key in _AFTER for at in near)


def _before(words: Sequence[Token], first: int) -> Direction | None:
    """Return what the nearest verb before says, or the noun of a done deed that stands nearer."""
    done = any(words[at].key.lstrip("و") in _SINCE for at in range(max(0, first - _CLOSE), first))
    for at in range(first - 1, max(-1, first - _REACH), -1):
        if words[at].kind != "word":
            continue
        if words[at].key in _AND_THAT:
            return "past" if done else _search(words, range(at))
        if words[at].key in _NEXT_CLAUSE:
            break
        if (found := _told(words, at)) is not None:
            return "past" if done and found != "forward" else found
        if first - at <= _NEAR and is_done(words[at].key):
            done = True
            if at and words[at - 1].key in _AFTER:
                return "past"
    return "past" if done else None


@lru_cache(maxsize=1 << 16)
def is_done(key: str) -> bool:
    """Say whether a noun tells a deed that is done: ``فوزه``, ``الهجوم``, ``بمقتل``."""
    listed = _words()
    for prefix in _PROCLITICS:
        word = key.removeprefix(prefix)
        if len(prefix) + len(word) != len(key):
            continue
        stems = [word, *(word.removesuffix(pronoun) for pronoun in _OBJECTS if word.endswith(pronoun))]
        if any(listed.get(stem) == "done" or listed.get(stem[:-1] + "ه") == "done" for stem in stems if len(stem) > 2):
            return True
    return False


def _mood(words: Sequence[Token], at: int) -> Direction | None:
    """Return where an imperfect looks: forward after أن or a word of plans, back after لم, else present.

    After قبل أن it says nothing: it looks where the verb before it does.
    """
    if at and words[at - 1].key in ("لم", "ولم", "فلم"):
        return "past"
    if at and words[at - 1].key in ("ان", "بان"):
        if at > 1 and words[at - 2].key in ("قبل", "بعد"):
            return None
        return "forward"
    if any(words[i].kind == "word" and looks(words[i].key) == "forward" for i in range(max(0, at - 3), at)):
        return "forward"
    return "present"


def _search(words: Sequence[Token], places: range) -> Direction | None:
    return next((found for at in places if (found := _told(words, at)) is not None), None)


def _told(words: Sequence[Token], at: int) -> Direction | None:
    found = looks(words[at].key) if words[at].kind == "word" else None
    if found == "past" and at and words[at].key == _SAKE and words[at - 1].key.endswith("من"):
        return None  # من أجل: for the sake of, not "he postponed"
    if found == "forward" and at and words[at].key in _FROM_ON and looks(words[at - 1].key) == "past":
        return "past"  # فرضت اعتبارا من الجمعة
    if found == "forward" and at and words[at].key in _EXPECTED and words[at - 1].key in _NOT_AS:
        return None  # على نحو غير متوقع، أكبر من المتوقع
    return _mood(words, at) if found == "present" else found
