"""How telling a run of four words is: in how many unrelated texts of the set it stands.

An agency's report printed by ten papers is one text, a prince's titles in ten reports stand in ten: copies of one
another are put together first and counted once. What recurs in unrelated texts is a stock phrase, whatever it says.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence

from riwaya.link.dependence.sheet import Sheet
from riwaya.link.dependence.stock import stock

SAME = 0.6  # share of the shorter report's runs of eight by which two are surely one text
LEAST = 15  # runs of eight that they share at least
DAYS = 2
KNOWN = 6  # unrelated texts that a run known as a stock phrase stands in at least

_SLOTS = 1 << 25


class Commonness:
    """In how many unrelated texts a run stands, in one byte a slot: a slot may say too many, never too few."""

    def __init__(self, fours: Sequence[array[int]], texts: Sequence[Sequence[int]]) -> None:
        self._counts = bytearray(_SLOTS)
        counts = self._counts
        for text in texts:
            for slot in {code % _SLOTS for at in text for code in fours[at]}:
                if counts[slot] < 255:
                    counts[slot] += 1
        for code in stock():
            counts[code % _SLOTS] = max(counts[code % _SLOTS], KNOWN)

    def weight(self, code: int) -> float:
        """Return 1 for a run of one text or two, then ever less: of ``n`` texts 1 / (n - 1)."""
        count = self._counts[code % _SLOTS]
        return 1.0 if count < 3 else 1.0 / (count - 1)


def prints(
    sheets: Sequence[Sheet], lengths: Sequence[int], shared: Mapping[tuple[int, int], int]
) -> list[tuple[int, int]]:
    """Return the pairs of reports (indexes) that are surely prints of one text of the same days."""
    return [
        (left, right)
        for (left, right), count in shared.items()
        if count >= max(LEAST, SAME * min(lengths[left], lengths[right])) and sheets[left].near(sheets[right], DAYS)
    ]


def texts(number: int, same: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return so many reports, as indexes, put together where they are prints of one text."""
    of = list(range(number))

    def find(at: int) -> int:
        while of[at] != at:
            of[at] = of[of[at]]
            at = of[at]
        return at

    for left, right in same:
        first, second = sorted((find(left), find(right)))
        of[second] = first
    groups: dict[int, list[int]] = {}
    for at in range(number):
        groups.setdefault(find(at), []).append(at)
    return list(groups.values())
