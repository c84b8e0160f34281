"""Runs of four and of eight words, as numbers, from the codes of a report's words.

Eight words find what may be copied (few unrelated reports share so long a run), four tell how much of it is.
"""

from __future__ import annotations

from collections.abc import Sequence

FOUR, EIGHT = 4, 8
_KEPT = (1 << 32) - 1  # bits that are kept: two runs in four thousand million fall together
_FIRST, _SECOND, _THIRD, _HALF = 2_246_822_519, 3_266_489_917, 668_265_263, 374_761_393


def fours(codes: Sequence[int]) -> list[int]:
    """Return the code of every run of four words, by its first word."""
    shifted = zip(codes, codes[1:], codes[2:], codes[3:], strict=False)
    return [(a * _FIRST + b * _SECOND + c * _THIRD + d) & _KEPT for a, b, c, d in shifted]


def eights(four: Sequence[int]) -> list[int]:
    """Return the code of every run of eight words, from the codes of its two halves."""
    return [(a * _HALF + b) & _KEPT for a, b in zip(four, four[FOUR:], strict=False)]
