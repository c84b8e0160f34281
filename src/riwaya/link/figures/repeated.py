"""One count that a report gives twice: in its headline and its text, or in the sentence after."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations

from riwaya.link.figures.counted import Counted
from riwaya.link.figures.nouns import alike, measured

NEAR = 2  # sentences
MOST = 12  # counts of one number in a report
LARGE = 10  # a number from here on is seldom that of two things


def repeated(one: Counted, other: Counted) -> bool:
    """Say whether two counts of a report are one: ``مقتل 12 عاملا`` above ``قتل 12 عاملا``.

    Number, noun or fate, and what they are part of are the same, and they stand near each other, open the report, or
    are large. Misses: a count told again in another noun (``قتيلا``, ``شخصا``) with no word of its fate.
    """
    left, right = one.figure, other.figure
    if (
        left.number is None
        or (left.number, left.upper) != (right.number, right.upper)
        or one.sentence == other.sentence
    ):
        return False
    if one.part != other.part or one.prior != other.prior or measured(left.counted):
        return False
    if other.anew and not one.headline:
        return False
    if one.setting.old != other.setting.old or not _of_one_kind(one, other):
        return False
    return abs(one.sentence - other.sentence) <= NEAR or one.lead or other.lead or left.number >= LARGE


def _of_one_kind(one: Counted, other: Counted) -> bool:
    if one.group and other.group:
        fates = {count.fate.name if count.fate else "" for count in (one, other)}
        return len(fates) == 1 and (alike(one.group, other.group) or one.series == other.series)
    left, right = one.series, other.series
    return left != "" and (left == right or left.startswith(right + " ") or right.startswith(left + " "))


def told_once(
    found: Sequence[Counted], groups: Sequence[Sequence[int]], rivals: Collection[int]
) -> tuple[list[list[int]], dict[int, list[int]]]:
    """Return the groups with each count of a report once, and by place the counts that tell one again.

    A count leaves its group for another one's only where it is alone there, and never where it is a rival's: a telling
    that other reports' counts hold stays. Misses: those that stand in one series already.
    """
    size = {at: len(group) for group in groups for at in group}
    again: dict[int, list[int]] = {}
    gone: set[int] = set()
    alike: dict[tuple[str, float | int | None], list[int]] = {}
    for at, one in enumerate(found):
        alike.setdefault((one.evidence.doc, one.figure.number), []).append(at)
    for early, late in (pair for beside in alike.values() for pair in combinations(beside[:MOST], 2)):
        if gone.isdisjoint((early, late)) and repeated(found[early], found[late]):
            stays, goes = (early, late) if size[late] == 1 else (late, early)
            if size[goes] == 1 and goes not in rivals and goes not in again:
                gone.add(goes)
                again.setdefault(stays, []).append(goes)
    left = ([at for at in group if at not in gone] for group in groups)
    return [group for group in left if group], again
