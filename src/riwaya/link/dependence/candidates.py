"""Pairs of reports that may share text, found without comparing all pairs.

Every run of eight words that stands in two reports or more is posted under its code (an inverted index over all
shingles; Manber 1994, Schleimer et al. 2003). A first pass counts, so that the runs of one report alone, nine in ten,
are never posted: nothing needs to be sampled, and no pair that shares ``LEAST`` runs is missed.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

LEAST = 2  # runs of eight words that two reports must share to be compared
CROWD = 60  # a run in more reports pairs each with its neighbours in time only
NEAR = 3

_SLOTS = 1 << 25


def candidates(eights: Sequence[array[int]], least: int = LEAST) -> dict[tuple[int, int], int]:
    """Return the pairs of reports (the lower index first) that share at least so many runs, and how many.

    ``eights`` come in order of time, so that the neighbours in a crowd are neighbours in time.
    """
    shared: dict[tuple[int, int], int] = {}
    for reports in _postings(eights):
        for at, left in enumerate(reports):
            for right in reports[at + 1 :] if len(reports) <= CROWD else reports[at + 1 : at + 1 + NEAR]:
                shared[left, right] = shared.get((left, right), 0) + 1
    return {pair: count for pair, count in shared.items() if count >= least}


def _postings(eights: Sequence[array[int]]) -> Iterable[list[int]]:
    """Return the reports of each run that stands in several."""
    repeated = _repeated(eights)
    postings: dict[int, list[int]] = {}
    for at, codes in enumerate(eights):
        for code in set(codes):
            if repeated[code % _SLOTS] == 2:
                postings.setdefault(code, []).append(at)
    return [reports for reports in postings.values() if len(reports) > 1]


def _repeated(eights: Sequence[array[int]]) -> bytearray:
    """Return 2 at the slot of every run that stands in two reports; a slot may say too many, never too few."""
    counts = bytearray(_SLOTS)
    for codes in eights:
        for slot in {code % _SLOTS for code in codes}:
            if counts[slot] < 2:
                counts[slot] += 1
    return counts
