"""Where a body sits: the place that belongs to its name, ``السفارة السلوانية في قرناس``, ``السلطات بالعاصمة``."""

from __future__ import annotations

from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.words import INSTITUTIONS, THAT, words

_SEATED = INSTITUTIONS | words("seated")
_AFTER = THAT | {"من", "عن", "علي", "الي"}


def past_seat(reading: Reading, first: int, at: int, end: int) -> int:
    """Return the token after the place that follows a body named at tokens ``first``..``at``, else ``at``.

    ``نقابة الصحف في سلوان`` is a name; where a minister speaks (``قال الوزير في سلوان``) is none. After ``ب`` what a
    cue governs follows: ``نددت الحكومة بقرناس`` names no seat.
    """
    if at >= end or at in reading.timed or not _body(reading, first):
        return at
    if reading.keys[at] == "في" and at + 1 < end:
        found = reading.mention_at.get(at + 1)
        whole = found is not None and found[0].start == reading.tokens[at + 1].start
    else:
        found = reading.mention_at.get(at)
        whole = found is not None and found[0].start == reading.tokens[at].start + 1 and reading.keys[at][0] == "ب"
        whole = whole and found is not None and _goes_on(reading, found[1], end)
    return min(end, found[1]) if whole and found is not None and found[0].type == "LOC" else at


def _goes_on(reading: Reading, i: int, end: int) -> bool:
    """Say whether what a cue governs, or the cue itself, follows: ``السفارة بسلوان تحذر من``."""
    return (i < end and reading.keys[i] in _AFTER) or i in reading.cues


def _body(reading: Reading, first: int) -> bool:
    named = reading.mention_at.get(first)
    if named is not None and named[0].type != "LOC":
        return named[0].type == "ORG"
    key = reading.keys[first]
    return not _SEATED.isdisjoint((key, key.removeprefix("ال")))
