"""Subjects: the noun phrase that is made responsible, where it ends, what it is."""

from __future__ import annotations

import re

import msgspec
from msgspec import Struct

from riwaya.annotate.statements.agreement import of_person, of_phrase
from riwaya.annotate.statements.coordination import all_coordinated, coordinated, nameless
from riwaya.annotate.statements.cores import before_verb, begins, core
from riwaya.annotate.statements.mute import mute
from riwaya.annotate.statements.offices import OFFICES, bearer, complements, kept, kind_of
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.seated import past_seat
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.unnamed import description
from riwaya.annotate.statements.words import PREPOSITIONS, THAT, TWO_SIDES, words
from riwaya.model import SpeakerKind

_AFTER_NAMES = words("after-names")
_DEMONSTRATIVES = words("demonstratives")
_NO_MARKS = str.maketrans("_", " ", '"«»“”„#')
_NO_SOURCE = words("no-source")
_OPENED = frozenset('"«“”(')
_LABEL = 5
_CLAUSE = 8
_INSERTED = 16
_CALLED = words("named-in-a-clause")
_QUANTITIES = words("quantities")
_AIDES = words("aides")


class Phrase(Struct, frozen=True):
    """A source phrase: token range ``first``..``last`` with its complements, offsets of the name, what it is.

    ``person``: the name is the fullest of a person; ``source``: its kind in links.tsv; ``gender`` and ``number``
    serve agreement.
    """

    first: int
    last: int
    start: int
    end: int
    name: str
    kind: SpeakerKind
    source: str | None = None
    person: bool = False
    gender: str = ""
    number: str = ""


def subject(
    reading: Reading, sources: Sources, at: int, end: int, objects: bool = False, glued: bool = False
) -> Phrase | None:
    """Return the source phrase that begins with token ``at``, or None: ``المتحدث باسم الوزارة سالم نوري``.

    ``objects``: stop before a noun that opens a content (``أكد الوزير دعم بلاده``); ``glued``: a preposition may
    hang on the first word.
    """
    if at + 1 < end and reading.tokens[at].text == "#":
        at += 1
    if at >= end:
        return None
    if reading.keys[at] in _DEMONSTRATIVES and at + 1 < end and reading.keys[at + 1].startswith("ال"):
        at += 1
    key = reading.keys[at]
    if key == "بعض" and at + 1 < end and reading.keys[at + 1].startswith("ال"):
        who = subject(reading, sources, at + 1, end, objects, glued)
        return _some(reading, who, at) if who is not None else None
    if key in _NO_SOURCE or (at in reading.cues and reading.cues[at].tense == "participle"):
        return None
    marked = reading.tokens[at].text in _OPENED
    if marked and not _marks_name(reading, at, end):
        return None
    if not marked and (not begins(reading, at, glued) or (objects and sources.opens_content(key))):
        return None
    last, person_at = core(reading, sources, at + marked, end, objects)
    if marked and last < end and last in reading.quotations.by_close:
        last += 1
    who = _phrase(reading, sources, at, last, end, person_at) if last > at else None
    return _with_article(reading, who) if glued and who is not None and not who.person else who


def late(reading: Reading, sources: Sources, at: int, end: int) -> Phrase | None:
    """Return the person named right before ``إن``, after an insertion: ``قال لرويترز من مكتبه على النهر سالم إن``."""
    if at >= end or not (reading.keys[at] in PREPOSITIONS or reading.keys[at].startswith("ل")):
        return None
    that = next((k for k in range(at, min(end, at + _INSERTED)) if reading.keys[k] in THAT), None)
    for k in range(at + 1, that or at):
        if reading.keys[k - 1] in PREPOSITIONS or reading.tokens[k].kind != "word":
            continue
        who = subject(reading, sources, k, end)
        if who is not None and who.person and who.last == that:
            return who
    return None


def _some(reading: Reading, who: Phrase, at: int) -> Phrase:
    """Return ``بعض الشركات``, which agrees and speaks as ``الشركات`` does."""
    if who.person or who.first != at + 1:
        return who
    start = reading.tokens[at].start
    return msgspec.structs.replace(who, start=start, name=f"{reading.tokens[at].text} {who.name}")


def after_preposition(reading: Reading, sources: Sources, j: int, end: int) -> Phrase | None:
    """Read ``لمصادر`` and ``للمرصد`` as sources: the phrase at ``j`` with its name off the preposition."""
    key, token = reading.keys[j], reading.tokens[j]
    article = key.startswith("لل") and len(key) > 3
    reading.keys[j] = "ا" + key[1:] if article else key[1:]
    try:
        who = subject(reading, sources, j, end, glued=True)
    finally:
        reading.keys[j] = key
    if who is None or who.person or who.start != token.start:
        if who is not None and not who.person:
            return _with_article(reading, who)
        return who
    name = ("ا" if article else "") + token.text[1:] + reading.text[token.end : who.end]
    return Phrase(
        who.first, who.last, who.start + 1, who.end, name, who.kind, who.source, False, who.gender, who.number
    )


def _with_article(reading: Reading, who: Phrase) -> Phrase:
    """Return a source whose name begins inside ``للبيت`` under its name with the article: ``البيت الأبيض``."""
    token = reading.tokens[who.first]
    hidden = token.form.startswith("لل") and who.start == token.start + 1 and who.name.startswith("ل")
    return msgspec.structs.replace(who, name="ا" + who.name) if hidden else who


def _marks_name(reading: Reading, at: int, end: int) -> bool:
    """Say whether a quotation of a word or two is a name: one known, or one that ``إن`` or a comma follows."""
    quotation = reading.quotations.by_open.get(at)
    if quotation is None or quotation.close is None or quotation.close - at > _LABEL or at + 1 >= end:
        return False
    if reading.keys[at + 1].startswith(("بال", "لل")) and at + 1 not in reading.mention_at:
        return False  # ما وصفته "بالمداهمة"
    after = quotation.close + 1
    if after < end and reading.keys[after].startswith("ال") and reading.keys[after].endswith("يه"):
        after += 1  # "النهر" السلوانية
    if at + 1 in reading.mention_at:
        return True
    return after < end and (
        reading.keys[after] in THAT or reading.keys[after] in _AFTER_NAMES or reading.tokens[after].text in "،,:"
    )


def _phrase(reading: Reading, sources: Sources, first: int, at: int, end: int, person_at: int | None) -> Phrase | None:
    last = at
    if person_at is None:
        last, person_at = complements(reading, sources, first, at, end)
    if person_at is not None:
        return _person(reading, first, last, end, person_at)
    kind = _kind(reading, sources, first)
    if kind is None:
        at = past_seat(reading, first, at, end)
        last = max(last, at)
    if kind is None and (_adjective_alone(reading, first, end) or mute(reading, first)):
        return None
    return _office(reading, sources, first, at, last, end, kind) if kind != "evidence" else None


def _adjective_alone(reading: Reading, first: int, end: int) -> bool:
    """Say whether an indefinite adjective of origin stands without its noun: ``تعهد سلواني وترحيب``."""
    key = reading.keys[first]
    if key.startswith("ال") or not key.endswith(("ي", "يه")) or first in reading.mention_at:
        return False
    return first + 1 >= end or reading.keys[first + 1].startswith("و") or reading.tokens[first + 1].kind == "punct"


def _person(reading: Reading, first: int, last: int, end: int, person_at: int) -> Phrase:
    """A phrase that names a person, or two of them: ``سالم نوري وليلى حداد``."""
    mention = reading.mention_at[person_at][0]
    gender = of_person(reading, mention.entity, first)
    both = coordinated(reading, last, end)
    if both > last and first == person_at:
        stop = reading.tokens[both - 1].end
        name = reading.between(first, both)
        return Phrase(first, both, mention.start, stop, name, "collective", gender=gender, number="d")
    return Phrase(first, last, mention.start, mention.end, mention.entity, "person", None, True, gender, "s")


def _office(reading: Reading, sources: Sources, first: int, at: int, last: int, end: int, kind: str | None) -> Phrase:
    """A phrase without a person's name: an office, government, document, unnamed sources, several of them."""
    gender, number = of_phrase(reading, first)
    named = reading.mention_at.get(first)
    role = None if "باسم" in reading.keys[at:last] else bearer(reading, first, last)
    if kind == "unnamed" and reading.keys[first].startswith("ال") and not reading.keys[first].startswith(_UNNAMED):
        kind = None
    if kind is None and role is None and last == at and nameless(reading, sources, first, at):
        kind = "unnamed"
    if kind is None and role is None and reading.keys[first] in _AIDES and last > at:
        kind, at = "unnamed", last
    if kind == "unnamed" and role is None:
        at = last = max(last, description(reading, sources, at, end))
    if reading.keys[first] in _QUANTITIES and last < end and reading.keys[last] == "من":
        at = last = core(reading, sources, last + 1, end, False)[0]
        kind, number = kind if kind == "document" else "quantity", "p"
    called = _called(reading, first, last, end) if role is None else None
    if called is not None:
        return called
    other = _other_title(reading, sources, first, last, end) if role is None else None
    if other is not None:
        return other
    both = all_coordinated(reading, sources, last, end)
    stop = last if kept(reading, at, last) else at
    speaker: SpeakerKind = "office"
    if kind == "document":
        speaker = "document"
    elif kind == "unnamed" and role is None:
        speaker = "unnamed"
        last = stop = max(stop, both)
    elif kind == "quantity":
        speaker = "collective"
    elif role is None and (both > last or reading.keys[first] in TWO_SIDES):
        speaker, last, stop, number = "collective", both, both, "d"
    elif kind is None:
        speaker = kind_of(reading, first, at, last)
    start = max(reading.tokens[first].start, named[0].start if named is not None else 0)
    stop = before_verb(reading, first, stop)
    finish = reading.tokens[stop - 1].end
    if role is not None and speaker in ("office", "person"):
        person, title_end = role
        last = max(last, both)  # نائب القائد ورئيس الشرطة سالم نوري
        gender = of_person(reading, person, first)
        return Phrase(first, last, start, max(finish, title_end), person, "person", None, True, gender, "s")
    if kind == "class":
        start, finish = _past_class(reading, sources, first, start, finish)
    after = reading.mention_at.get(first + 1)
    if reading.keys[first].endswith("ون") and named is None and after is not None and after[0].type == "PER":
        finish = reading.tokens[first].end  # يتهم معارضون سالما
    name = reading.text[start:finish].translate(_NO_MARKS).strip("() ")
    if speaker == "unnamed" and _accusative(reading.keys[first], sources):
        name = re.sub(r"^(\w+?)\u064b?ا\u064b?(?!\w)", r"\1", name)
    return Phrase(first, last, start, finish, name, speaker, kind, False, gender, number)


_UNNAMED = ("المصدر", "المصادر", "الشهود")


def _other_title(reading: Reading, sources: Sources, first: int, last: int, end: int) -> Phrase | None:
    """Return the person who has two titles: ``قاضي القضاة ومستشار الرئيس سالم نوري``."""
    key = reading.keys[last] if last < end else ""
    if not key.startswith("و") or key[1:] not in OFFICES or reading.keys[first].removeprefix("ال") not in OFFICES:
        return None
    reading.keys[last] = key[1:]
    try:
        stop, person_at = core(reading, sources, last, end, True)
        if person_at is None:
            stop, person_at = complements(reading, sources, last, stop, end)
    finally:
        reading.keys[last] = key
    return _person(reading, first, stop, end, person_at) if person_at is not None else None


def _called(reading: Reading, first: int, last: int, end: int) -> Phrase | None:
    """Return the person whose name comes in a clause: ``شاهد عيان يدعى سالم نوري``."""
    if reading.keys[first].startswith("ال"):
        return None
    for i in range(last, min(end - 1, last + _CLAUSE)):
        if reading.keys[i] in THAT or reading.tokens[i].text in ':"«“':
            return None
        found = reading.mention_at.get(i + 1)
        if reading.keys[i] in _CALLED and found is not None and found[0].type == "PER":
            return _person(reading, first, found[1], end, i + 1)
    return None


def _kind(reading: Reading, sources: Sources, first: int) -> str | None:
    """Return what links.tsv makes of the phrase's head; of a name only agencies and outlets count."""
    i = first + 1 if reading.tokens[first].kind == "punct" else first
    if i in reading.mention_at:
        found = sources.at(reading.keys, i, reading.mention_at[i][1])
        return found[0] if found is not None and found[0] in ("agency", "outlet", "class") else None
    found = sources.at(reading.keys, i, len(reading.keys))
    if found is None and _accusative(reading.keys[i], sources):
        return "unnamed"
    return found[0] if found is not None else sources.kind(reading.keys[i])


def _past_class(reading: Reading, sources: Sources, first: int, start: int, finish: int) -> tuple[int, int]:
    """Return the offsets of an outlet's name without its class word: ``قناة «النهر»``, ``صحيفة الغارديان``."""
    if first + 1 >= len(reading.tokens) or reading.tokens[first + 1].start >= finish:
        return start, finish
    if reading.keys[first].startswith("ال"):
        return start, finish  # القناة الفرنسية
    quotation = reading.quotations.by_open.get(first + 1)
    if quotation is not None and quotation.close is not None:
        return reading.tokens[first + 1].start, min(finish, reading.tokens[quotation.close].end)
    kind, size = sources.at(reading.keys, first + 1, len(reading.keys)) or ("", 0)
    if kind in ("agency", "outlet"):
        return reading.tokens[first + 1].start, min(finish, reading.tokens[first + size].end)
    return start, finish


def _accusative(key: str, sources: Sources) -> bool:
    """Say whether an unnamed source stands in the accusative: ``لكن مصدرا …``."""
    return key.endswith("ا") and sources.kind(key[:-1]) == "unnamed"
