"""Which series a page shows at once, and which it folds: one report's aside is none of the story's figures."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.link.figures.counted import Counted
from riwaya.link.figures.nouns import measured

LARGE = 20  # a number from here on is told for its size
_VOTE = "صوت"


def weighty(counts: Sequence[Counted]) -> bool:
    """Say whether a series is one of its story's figures: ``مقتل 12 عاملا``, not ``بفارق نقطتين`` (two points ahead).

    It is where two reports count, where something befell those who are counted, where a headline or a first paragraph
    has it, where it is large or a part of another count. Money, shares and scores (not votes) of one report, and what
    has no number, only in a headline or where something befell them.
    """
    one = counts[0]
    if len({it.evidence.doc for it in counts}) > 1 or any(it.headline or it.fate is not None for it in counts):
        return True
    if one.figure.number is None or (measured(one.figure.counted) and one.series != _VOTE):
        return False
    return any(it.lead for it in counts) or one.figure.number >= LARGE or one.whole is not None
