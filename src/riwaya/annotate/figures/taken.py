"""The places of a text that its times have taken: the 2018 of ``عام 2018`` counts nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from riwaya.model import Time


class Taken:
    """The spans of the times, asked in the logarithm of their number: a text may hold as many times as sentences."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, times: Sequence[Time]) -> None:
        spans = sorted((time.start, time.end) for time in times)
        self._starts, self._ends = [start for start, _ in spans], [end for _, end in spans]

    def overlaps(self, start: int, end: int) -> bool:
        """Say whether a time shares a code point with start..end; times don't overlap each other."""
        after = bisect_right(self._ends, start)
        return after < len(self._starts) and self._starts[after] < end
