"""Subjects: the noun phrase that is made responsible, where it ends, what it is."""

from __future__ import annotations

import msgspec

from riwaya.annotate.statements.cores import begins, core
from riwaya.annotate.statements.heads import Phrase, kind_at, office_phrase, person_phrase
from riwaya.annotate.statements.mute import mute
from riwaya.annotate.statements.offices import complements
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.seated import past_seat
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.words import PREPOSITIONS, THAT, words

_AFTER_NAMES = words("after-names")
_DEMONSTRATIVES = words("demonstratives")
_MANY = frozenset(("عده", "غير", "بضع"))
_TIMES = frozenset(("مره", "مرات"))
_NO_SOURCE = words("no-source")
_OPENED = frozenset('"«“”(')
_LABEL = 5
_INSERTED = 16
_WITH = frozenset(("مع", "برفقه", "بحضور", "بجانب", "جانب"))
_COUNTERPART = 6


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
    if key in _MANY and at + 1 < end and reading.keys[at + 1] in _TIMES:
        return None  # ندد عدة مرات بالقرار
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
            return None if _beside(reading, at, k) else who
    return None


def _beside(reading: Reading, at: int, k: int) -> bool:
    """Say whether a name is of whom the speaker stands with: ``قال في لقاء مع نظيره السلواني [سالم نوري] إن``."""
    with_whom = [i for i in range(at, k) if reading.keys[i] in _WITH]
    return bool(with_whom) and k - with_whom[-1] <= _COUNTERPART


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
        return person_phrase(reading, first, last, end, person_at)
    kind = kind_at(reading, sources, first)
    if kind is None:
        at = past_seat(reading, first, at, end)
        last = max(last, at)
    if kind is None and (_adjective_alone(reading, first, end) or mute(reading, first)):
        return None
    return office_phrase(reading, sources, first, at, last, end, kind) if kind != "evidence" else None


def _adjective_alone(reading: Reading, first: int, end: int) -> bool:
    """Say whether an indefinite adjective of origin stands without its noun: ``تعهد سلواني وترحيب``."""
    key = reading.keys[first]
    if key.startswith("ال") or not key.endswith(("ي", "يه")) or first in reading.mention_at:
        return False
    return first + 1 >= end or reading.keys[first + 1].startswith("و") or reading.tokens[first + 1].kind == "punct"
