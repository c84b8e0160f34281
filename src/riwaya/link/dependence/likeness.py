"""How much of two reports is the same, run by run of four words, each by how telling it is."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from riwaya.link.dependence.commonness import Commonness
from riwaya.link.dependence.grams import FOUR
from riwaya.link.dependence.sheet import Sheet
from riwaya.link.dependence.wording import NAMING, QUOTED


class Likeness(Struct, frozen=True):
    """The telling runs that two reports share in their own words and in quotations; ``share`` of the shorter one's."""

    told: float
    quoted: float
    share: float


_TELLING = tuple(
    sum(not mark & NAMING for mark in (a, b, c, d)) << 1 | (a & b & c & d & QUOTED)
    for a in range(4)
    for b in range(4)
    for c in range(4)
    for d in range(4)
)
"""By the marks of four words: how many tell something (not a name or title only), and whether all are quoted."""


class Likenesses:
    """Compares pairs of reports; the runs of those compared last are kept at hand."""

    def __init__(self, sheets: Sequence[Sheet], fours: Sequence[array[int]], common: Commonness) -> None:
        self._sheets, self._fours, self._common = sheets, fours, common
        self._runs = lru_cache(maxsize=4096)(self._runs_of)
        self._total = lru_cache(maxsize=1 << 16)(self._total_of)

    def __call__(self, left: int, right: int) -> Likeness:
        """Return how much is the same; a run that either report quotes is a quotation."""
        ours, theirs = self._runs(left), self._runs(right)
        told = quoted = 0.0
        for code in ours.keys() & theirs.keys():
            one, other = ours[code], theirs[code]
            weight = min(one >> 1, other >> 1) / FOUR * self._common.weight(code)
            if (one | other) & 1:
                quoted += weight
            else:
                told += weight
        whole = max(1.0, min(self._total(left), self._total(right)))
        return Likeness(round(told, 6), round(quoted, 6), round(min(1.0, (told + quoted) / whole), 6))

    def _runs_of(self, at: int) -> dict[int, int]:
        marks = self._sheets[at].wording.marks
        kinds = (
            _TELLING[a << 6 | b << 4 | c << 2 | d]
            for a, b, c, d in zip(marks, marks[1:], marks[2:], marks[3:], strict=False)
        )
        return dict(zip(self._fours[at], kinds, strict=True))

    def _total_of(self, at: int) -> float:
        weight = self._common.weight
        return sum((kind >> 1) / FOUR * weight(code) for code, kind in self._runs(at).items())
