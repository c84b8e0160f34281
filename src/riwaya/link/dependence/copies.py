"""Copied text: which reports repeat another's words beyond what unrelated reports share, how much, and in which way.

A pair is judged by the telling runs of four words that it shares (``commonness``): titles, names and set phrases that
recur count for nothing, whatever their number. Words of one speaker in both are a quotation: one origin, no copy.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from msgspec import Struct

from riwaya.link.dependence.candidates import candidates
from riwaya.link.dependence.commonness import Commonness, texts
from riwaya.link.dependence.grams import eights, fours
from riwaya.link.dependence.likeness import Likeness, Likenesses
from riwaya.link.dependence.passages import Stretch, passages
from riwaya.link.dependence.sheet import Sheet
from riwaya.model import CopyKind

TOLD = 7.0  # telling runs that make a copy by themselves: ten words in a row that stand nowhere else
FEW, PART = 5.5, 0.4  # or fewer, where they are a good part of the shorter report
SOME, OWN, MOST = 4.0, 1 / 3, 0.6  # or some beside a quotation: a third of it all, or most of the shorter report
DAYS, APART = 2, 1.75  # reports more days apart must share so many times more: officials and courts repeat themselves
SLIGHT, SHORT, ALONE = 0.12, 4, 1.5  # so small a part, so few runs of eight, may have come with the news: more is asked
LONG_AGO = 60  # days apart beyond which shared lines are a page's own text, not news that was copied
WHOLE, EDITED = 0.85, 0.5  # share of a report's words that stand in the other


class Copied(Struct, frozen=True):
    """Two reports (indexes) of one text, the ``earlier`` by publication first; their shares and passages."""

    later: int
    earlier: int
    kind: CopyKind
    later_share: float
    earlier_share: float
    telling: float
    passages: tuple[Stretch, ...]


def copied(sheets: Sequence[Sheet]) -> list[Copied]:
    """Return every pair of reports that share text, or a quotation, in the order of their indexes.

    Misses: copies of fewer than nine words in a row, one agency's report translated twice (its credit makes it one
    origin all the same), short reports whose every phrase recurs elsewhere.
    """
    order = sorted(range(len(sheets)), key=lambda at: (sheets[at].at or 0, sheets[at].order))
    placed = [sheets[at] for at in order]
    four = [array("I", fours(sheet.wording.codes)) for sheet in placed]
    eight = [array("I", eights(codes)) for codes in four]
    pairs = candidates(eight)
    lengths = [len(codes) for codes in eight]
    likeness = Likenesses(placed, four, Commonness(four, texts(placed, lengths, pairs)))
    found: list[Copied] = []
    for left, right in sorted(pairs):
        if placed[left].near(placed[right], LONG_AGO):
            like = likeness(left, right)
            apart = 1.0 if placed[left].near(placed[right], DAYS) else APART
            alone = ALONE if like.share < (PART if pairs[left, right] < SHORT else SLIGHT) else 1.0
            quoted = _quotation(like, max(apart, alone))
            if quoted is not None:
                later, earlier = (right, left) if placed[left].order < placed[right].order else (left, right)
                found.append(_pair(order, placed, four, later, earlier, like, quoted))
    return sorted(found, key=lambda one: (one.later, one.earlier))


def _quotation(like: Likeness, times: float) -> bool | None:
    """Return whether what a pair shares is a quotation only; None where it is nothing."""
    if like.told >= TOLD * times or (like.told >= FEW * times and like.share >= PART):
        return False
    both = like.told + like.quoted
    if both < TOLD * times:
        return None
    own = like.told >= SOME and like.told >= OWN * both
    return not (own or (like.told >= SOME and like.share >= MOST))


def _pair(
    order: Sequence[int],
    sheets: Sequence[Sheet],
    four: Sequence[array[int]],
    later: int,
    earlier: int,
    like: Likeness,
    quoted: bool,
) -> Copied:
    found = passages(sheets[later].wording, sheets[earlier].wording, four[later], four[earlier])
    same = sum(one.same for one in found)
    ours, theirs = (round(min(1.0, same / max(1, len(sheets[at].wording.codes))), 3) for at in (later, earlier))
    telling = round(like.told + like.quoted, 1)
    kind: CopyKind = "quotation" if quoted else _kind(ours, theirs)
    return Copied(order[later], order[earlier], kind, ours, theirs, telling, tuple(found))


def _kind(later: float, earlier: float) -> CopyKind:
    if min(later, earlier) >= WHOLE:
        return "whole"
    return "edited" if max(later, earlier) >= EDITED else "part"
