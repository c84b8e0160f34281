"""Several speakers in one phrase: ``بغداد وواشنطن``, ``المحامون وعائلات الضحايا``; people without a name."""

from __future__ import annotations

from riwaya.annotate.statements.cores import core, past_defence
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.speaking import a_speaker
from riwaya.annotate.statements.words import STEMS, words

_MOST = 5
_PEOPLE = words("nameless-people")


def all_coordinated(reading: Reading, sources: Sources, at: int, end: int) -> int:
    """Return the token after the last of ``الأردن ومصر والعراق``, ``المحامون وعائلات الضحايا``."""
    for _ in range(_MOST):
        after = coordinated(reading, at, end)
        if after == at:
            after = _joined(reading, sources, at, end)
        if after == at:
            break
        at = after
    return at


def coordinated(reading: Reading, at: int, end: int) -> int:
    """Return the token after ``وواشنطن`` in ``بغداد وواشنطن``."""
    found = reading.mention_at.get(at) if at < end else None
    if found is not None and reading.keys[at].startswith("و") and found[0].start > reading.tokens[at].start:
        return found[1]
    if at + 1 < end and reading.keys[at] == "و" and at + 1 in reading.mention_at:
        return reading.mention_at[at + 1][1]
    return at


def _joined(reading: Reading, sources: Sources, at: int, end: int) -> int:
    """Return the token after ``وعائلات الضحايا``: a further noun of somebody who can speak."""
    key = reading.keys[at] if at < end else ""
    if len(key) < 4 or not key.startswith("و") or key.startswith(STEMS["و"]) or at in reading.cues:
        return at
    if not (a_speaker(key[1:]) or sources.kind(key[1:]) == "unnamed"):
        return at
    reading.keys[at] = key[1:]
    try:
        stop = core(reading, sources, at, end, True)[0]
        stop = past_defence(reading, sources, stop, end)
    finally:
        reading.keys[at] = key
    return stop


def nameless(reading: Reading, sources: Sources, first: int, last: int) -> bool:
    """Say whether an indefinite noun of people stands without a name: ``ضابط كبير``, ``خبراء``, not ``مدير المكتب``."""
    outlet = last + 1 < len(reading.keys) and sources.at(reading.keys, last + 1, len(reading.keys)) is not None
    if reading.keys[first] not in _PEOPLE or outlet:  # صحافي في رويترز
        return False
    return not any(reading.keys[k].startswith("ال") or k in reading.mention_at for k in range(first, last))
