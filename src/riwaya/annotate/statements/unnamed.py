"""Sources without a name: their description as printed, and the clause in which they ask not to be named."""

from __future__ import annotations

from riwaya.annotate.statements.cores import begins, core
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.words import INSTITUTIONS, TO_THE, words

_ADJECTIVES = words("source-adjectives")
_WHERE = words("source-where")
ASKING = words("anonymity-asked")
_IDENTITY = words("identity")
_REACH = 8
_STEPS = 4


def description(reading: Reading, sources: Sources, i: int, end: int) -> int:
    """Return the token after an unnamed source's description: ``مصدر مقرب من الوفد``, ``مسؤول كبير في الوزارة``."""
    for _ in range(_STEPS):
        if i >= end:
            break
        stop = i + 1 if reading.keys[i] in _ADJECTIVES else _place(reading, sources, i, end)
        if stop == i:
            break
        i = stop
    return i


def _place(reading: Reading, sources: Sources, i: int, end: int) -> int:
    """Return the token after ``في الوزارة``, ``بالمدينة``; the same token where none stands there."""
    key = reading.keys[i]
    if key in _WHERE and i + 1 < end:
        at = i + 1
    elif key.startswith("ب") and (i in reading.mention_at or key[1:] in INSTITUTIONS or key.startswith("بال")):
        at = i
    elif key.startswith("لل") and key not in TO_THE and sources.at(reading.keys, i, end, strip="ل") is None:
        at = i  # مساعد للرئيس
    else:
        return i
    quotation = reading.quotations.by_open.get(at)
    if quotation is not None and quotation.close is not None and quotation.close - at <= _STEPS:
        return min(end, quotation.close + 1)  # صحفي من "النهر"
    found = sources.at(reading.keys, at, end)
    if at in reading.timed or (found is not None and found[0] in ("occasion", "document", "platform")):
        return i
    if not begins(reading, at, at == i):
        return i
    stop, person = core(reading, sources, at, end, False)
    definite = stop > at and (reading.keys[stop - 1].startswith(("ال", "بال", "لل")) or stop - 1 in reading.mention_at)
    named = any(k in reading.mention_at and reading.mention_at[k][1] == stop for k in range(at, stop))
    return stop if definite or named or person is not None else i


def past_anonymity(reading: Reading, i: int, end: int) -> int:
    """Return the token after ``طلب عدم الكشف عن هويته`` (asked not to be named), the same token if it isn't there."""
    if reading.keys[i] not in ASKING:
        return i
    for k in range(i + 1, min(end, i + _REACH)):
        if reading.keys[k] in _IDENTITY:
            return k + 1
        if reading.tokens[k].kind == "punct":
            break
    return i
