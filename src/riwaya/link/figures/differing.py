"""Two tellings that are known to be of one claim: the numbers in which they differ."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.link.figures.clash import agree
from riwaya.link.figures.counted import Counted
from riwaya.link.figures.counts import counts
from riwaya.link.figures.nouns import comparable, measured
from riwaya.model import Report


def differing(left: Report, right: Report) -> Iterator[tuple[Counted, Counted]]:
    """Yield the counts of one noun or fate that can't both be true: ``مقتل 12`` against ``مقتل تسعة``.

    A number that the other telling gives too, for whatever, is no difference; shares of a hundred count as well.
    """
    here, there = (
        [one for one in counts([report]) if one.figure.number is not None and not (one.prior or one.announced)]
        for report in (left, right)
    )
    known = {one.figure.number for one in here} & {one.figure.number for one in there}
    for one in here:
        for other in there:
            new = known.isdisjoint({one.figure.number, other.figure.number}) and one.part == other.part
            if new and _one_noun(one, other) and not agree(one.figure, other.figure):
                yield one, other


def _one_noun(one: Counted, other: Counted) -> bool:
    if one.group and other.group:
        fates = {count.fate.name for count in (one, other) if count.fate}
        return len(fates) < 2 and comparable(one.group, other.group)
    return one.series == other.series or (measured(one.figure.counted) and one.series[:4] == other.series[:4])
