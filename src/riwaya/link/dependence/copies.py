"""Copied text: which reports repeat another's words beyond what unrelated reports share, how much, and in which way.

A pair is judged by the telling runs of four words that it shares (``commonness``): titles, names and set phrases that
recur count for nothing, whatever their number. Words of one speaker in both are a quotation: one origin, no copy.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from riwaya.link.dependence.candidates import candidates
from riwaya.link.dependence.commonness import Commonness, prints, texts
from riwaya.link.dependence.grams import eights, fours
from riwaya.link.dependence.likeness import Likeness, Likenesses
from riwaya.link.dependence.passages import Stretch, passages
from riwaya.link.dependence.sheet import Sheet
from riwaya.link.dependence.windows import ERA, Window, windows
from riwaya.model import CopyKind

TOLD = 7.0  # telling runs that make a copy by themselves: ten words in a row that stand nowhere else
FEW, PART = 5.5, 0.4  # or fewer, where they are a good part of the shorter report
SOME, OWN, MOST = 4.0, 1 / 3, 0.6  # or some beside a quotation: a third of it all, or most of the shorter report
DAYS, APART = 2, 1.75  # reports more days apart must share so many times more: officials and courts repeat themselves
SLIGHT, SHORT, ALONE = 0.12, 4, 1.5  # so small a part, so few runs of eight, may have come with the news: more is asked
LONG_AGO = ERA  # days apart beyond which shared lines are a page's own text, not news that was copied
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


class Found(Struct, frozen=True):
    """What a window's comparison finds: copies, and the reports (ids) that are surely prints of one text."""

    copies: list[Copied]
    prints: list[tuple[str, str]]


def copied(sheets: Sequence[Sheet]) -> list[Copied]:
    """Return every pair of reports that share text, or a quotation, in the order of their indexes.

    Misses: copies of fewer than nine words in a row, or more than four weeks later; one agency's report translated
    twice (its credit makes it one origin all the same); short reports whose every phrase recurs elsewhere.
    """
    found: list[Copied] = []
    prints: list[tuple[str, str]] = []
    for window in windows(sheets):
        here = compared(window, [sheets[at] for at in window.among], prints)
        prints += here.prints
        among = window.among
        found += [replace(one, later=among[one.later], earlier=among[one.earlier]) for one in here.copies]
    return sorted(found, key=lambda one: (one.later, one.earlier))


def compared(window: Window, sheets: Sequence[Sheet], before: Iterable[tuple[str, str]]) -> Found:
    """Return what is found in a window, copies as indexes of its reports: ``sheets`` are those of ``among``.

    ``before`` are the prints of one text that were found in earlier windows.
    """
    order = sorted(range(len(sheets)), key=lambda at: (sheets[at].at or 0, sheets[at].order))
    placed, paired = [sheets[at] for at in order], frozenset(window.paired)
    four = [array("I", fours(sheet.wording.codes)) for sheet in placed]
    eight = [
        array("I", eights(codes) if window.among[at] in paired else ()) for at, codes in zip(order, four, strict=True)
    ]
    pairs = candidates(eight)
    fresh = prints(placed, [len(codes) for codes in eight], pairs)
    place = {sheet.id: at for at, sheet in enumerate(placed)}
    known = [(place[one], place[other]) for one, other in before if one in place and other in place]
    likeness = Likenesses(placed, four, Commonness(four, texts(len(placed), [*known, *fresh])))
    found = [
        copy
        for left, right in sorted(pairs)
        if window.own(placed[left], placed[right])
        and (copy := _copy(left, right, pairs[left, right], placed, four, likeness)) is not None
    ]
    turned = [replace(one, later=order[one.later], earlier=order[one.earlier]) for one in found]
    own = [(left, right) for left, right in fresh if window.own(placed[left], placed[right])]
    return Found(
        sorted(turned, key=lambda one: (one.later, one.earlier)),
        sorted((placed[left].id, placed[right].id) for left, right in own),
    )


def _copy(
    left: int, right: int, shared: int, sheets: Sequence[Sheet], four: Sequence[array[int]], likeness: Likenesses
) -> Copied | None:
    """Return what two reports that share so many runs of eight are, None where one is no copy of the other."""
    if not sheets[left].near(sheets[right], LONG_AGO):
        return None
    like = likeness(left, right)
    apart = 1.0 if sheets[left].near(sheets[right], DAYS) else APART
    alone = ALONE if like.share < (PART if shared < SHORT else SLIGHT) else 1.0
    quoted = _quotation(like, max(apart, alone))
    if quoted is None:
        return None
    later, earlier = (right, left) if sheets[left].order < sheets[right].order else (left, right)
    return _pair(sheets, four, later, earlier, like, quoted)


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
    return Copied(later, earlier, kind, ours, theirs, telling, tuple(found))


def _kind(later: float, earlier: float) -> CopyKind:
    if min(later, earlier) >= WHOLE:
        return "whole"
    return "edited" if max(later, earlier) >= EDITED else "part"
