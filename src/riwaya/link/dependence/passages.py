"""The passages that two reports share, word by word, in both texts: what a reader sees side by side.

Greedy string tiling (Wise 1993) over runs of four words: each stretch of the one report is set beside the longest
equal stretch of the other; stretches a few words apart in both are one edited passage.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

from msgspec import Struct

from riwaya.link.dependence.grams import FOUR
from riwaya.link.dependence.wording import Wording

GAP = 8  # words between two stretches that an editor may have changed, in either report
LEAST_WORDS = 8  # words that a passage must have in common


class Stretch(Struct, frozen=True):
    """Words ``ours`` to ``ours + length`` beside ``theirs`` …; ``same`` of them are equal."""

    ours: int
    theirs: int
    our_length: int
    their_length: int
    same: int


def passages(ours: Wording, theirs: Wording, our_fours: Sequence[int], their_fours: Sequence[int]) -> list[Stretch]:
    """Return the shared passages in the order of the first report, edited ones in one piece."""
    found: list[Stretch] = []
    for one in _tiles(ours.codes, theirs.codes, our_fours, their_fours):
        last = found[-1] if found else None
        if last is not None and _follows(last, one):
            found[-1] = Stretch(
                last.ours,
                last.theirs,
                one.ours + one.our_length - last.ours,
                one.theirs + one.their_length - last.theirs,
                last.same + one.same,
            )
        else:
            found.append(one)
    return [one for one in found if one.same >= LEAST_WORDS]


def _follows(last: Stretch, one: Stretch) -> bool:
    ours = one.ours - last.ours - last.our_length
    theirs = one.theirs - last.theirs - last.their_length
    return 0 <= ours <= GAP and 0 <= theirs <= GAP


def _tiles(
    ours: array[int], theirs: array[int], our_fours: Sequence[int], their_fours: Sequence[int]
) -> Iterator[Stretch]:
    """Yield equal stretches of four words or more, none of our words twice."""
    places: dict[int, list[int]] = {}
    for at, code in enumerate(their_fours):
        found = places.setdefault(code, [])
        if len(found) < 8:  # a line that a text repeats without end is looked up at its first places
            found.append(at)
    at, expected = 0, 0
    while at < len(our_fours):
        spots = places.get(our_fours[at])
        if not spots:
            at += 1
            continue
        best = max(spots, key=lambda spot: (_length(ours, theirs, at, spot), -abs(spot - expected), -spot))
        length = _length(ours, theirs, at, best)
        if length >= FOUR:
            yield Stretch(at, best, length, length, length)
            expected = best + length
        at += max(length, 1)


def _length(ours: array[int], theirs: array[int], at: int, spot: int) -> int:
    length, most = 0, min(len(ours) - at, len(theirs) - spot)
    while length < most and ours[at + length] == theirs[spot + length]:
        length += 1
    return length
