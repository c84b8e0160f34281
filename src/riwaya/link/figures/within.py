"""Numbers that one report sets against each other: it knows what its voices speak of."""

from __future__ import annotations

from riwaya.arabic.letters import fold
from riwaya.link.figures.clash import agree
from riwaya.link.figures.counts import Counted
from riwaya.link.figures.nouns import comparable

APART = 3  # sentences
FARTHEST = 4
ROOM = 1.3  # so far above a lower bound a number may lie
_TALLY = frozenset({"العدد", "عددها", "عددهم", "عددهن", "الحصيله", "حصيلتها", "الرقم"})
_RISING = frozenset({"يرتفع", "ارتفع", "وارتفع", "يصل", "سيصل", "وصل"})
_CONTRAST = frozenset({"بينما", "فيما"})


def opposed(left: Counted, right: Counted) -> str | None:
    """Return why two counts of one report are at odds, or None.

    Two known voices, a few sentences apart, of which the later speaks of the tally itself (``العدد لا يتجاوز 900``,
    the number does not exceed 900), or tells the same fate after a word of contrast (``بينما``, while).
    """
    voices = (left.spoken or right.spoken) and left.by and right.by and fold(left.by) != fold(right.by)
    near = 0 <= right.sentence - left.sentence <= APART
    low, high = sorted((left.figure.number or 0, right.figure.number or 0))
    if (
        not (voices and near)
        or left.prior
        or right.prior
        or left.part
        or right.part
        or high > FARTHEST * low
        or agree(left.figure, right.figure, ROOM)
    ):
        return None
    return "voices" if _of_the_tally(left, right) or _of_one_fate(left, right) else None


def _of_the_tally(left: Counted, right: Counted) -> bool:
    """``نحو 1200 أسرة، فيما تقول … إن العدد لا يتجاوز 900 أسرة``: the number itself is spoken of."""
    near = right.before[-4:]
    return left.series == right.series and not _TALLY.isdisjoint(near) and _RISING.isdisjoint(near)


def _of_one_fate(left: Counted, right: Counted) -> bool:
    """``قتل أكثر من 1000 شخص، بينما قال المرصد إن 915 شخصا قتلوا``: people dead, whatever they are called."""
    if not right.spoken or left.fate is None or right.fate is None or left.fate.name != right.fate.name:
        return False
    return not _CONTRAST.isdisjoint(right.preceding) and comparable(left.group, right.group)
