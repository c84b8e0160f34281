"""Copied text: which reports share runs of eight words that others don't have, and which of them came first.

A run that stands in many reports is a stock phrase or a page's own line and proves nothing; an official's phrase
recurs for years. What counts is how much of a report stands, run by run, in one other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from riwaya.link.digest import Digest
from riwaya.link.shingles import Shingles
from riwaya.link.stories import order
from riwaya.model import Copy, Evidence

SAMPLE = 8  # one shingle in so many is looked up; all are compared
STOCK = 24  # a run that more reports have is a stock phrase
PAIRED = 2  # sampled runs that two reports must share to be compared
LEAST_RUNS = 20  # shared runs below which nothing is called copied (27 words in a row)
LEAST_SHARE = 0.15  # of the shorter report
LONG_AGO = 60  # days apart beyond which shared lines are a page's own text, not news that was copied
MOST_PASSAGES = 12


class Copied(Struct, frozen=True):
    """Two reports (indexes) of which the ``later`` repeats the ``earlier``: share of the later one's runs, passages."""

    later: int
    earlier: int
    score: float
    theirs: tuple[tuple[int, int], ...]
    ours: tuple[tuple[int, int], ...]


def copied(digests: Sequence[Digest]) -> list[Copied]:
    """Return every pair of reports that share text, the earlier one by publication, then by key.

    Misses: copies shorter than 27 words in a row, translated copy, whole quotations of one speech (meant so).
    """
    stock = _Commonness(digests)
    found = [_pair(left, right, digests, stock) for left, right in _candidates(digests)]
    return sorted((one for one in found if one is not None), key=lambda one: (one.later, one.earlier))


def _candidates(digests: Sequence[Digest]) -> Iterator[tuple[int, int]]:
    """Yield pairs that share sampled runs; a run in more than ``STOCK`` reports pairs nobody."""
    postings: dict[int, list[int]] = {}
    for at, one in enumerate(digests):
        for code in set(one.shingles.codes):
            if code % SAMPLE == 0:
                postings.setdefault(code, []).append(at)
    shared: dict[tuple[int, int], int] = {}
    for reports in postings.values():
        if 1 < len(reports) <= STOCK:
            for i, left in enumerate(reports):
                for right in reports[i + 1 :]:
                    shared[left, right] = shared.get((left, right), 0) + 1
    yield from sorted(pair for pair, count in shared.items() if count >= PAIRED)


class _Commonness:
    """In how many reports a run stands, counted in one byte a slot: a slot may say too many, never too few."""

    SLOTS = 1 << 24

    def __init__(self, digests: Sequence[Digest]) -> None:
        self._counts = bytearray(self.SLOTS)
        for one in digests:
            for code in set(one.shingles.codes):
                slot = code % self.SLOTS
                if self._counts[slot] < 255:
                    self._counts[slot] += 1
        self.stock = STOCK + len(digests) // 2000

    def common(self, code: int) -> bool:
        return self._counts[code % self.SLOTS] > self.stock


def _pair(left: int, right: int, digests: Sequence[Digest], stock: _Commonness) -> Copied | None:
    earlier, later = sorted((left, right), key=lambda at: order(digests[at]))
    days = digests[earlier].day, digests[later].day
    if days[0] is not None and days[1] is not None and abs(days[1] - days[0]) > LONG_AGO:
        return None
    ours, theirs = digests[later].shingles, digests[earlier].shingles
    common = {code for code in set(ours.codes) & set(theirs.codes) if not stock.common(code)}
    shortest = min(len(ours.codes), len(theirs.codes))
    if len(common) < min(LEAST_RUNS, max(6, shortest // 2)) or len(common) < LEAST_SHARE * shortest:
        return None
    return Copied(
        later, earlier, round(len(common) / len(set(ours.codes)), 3), _passages(theirs, common), _passages(ours, common)
    )


def _passages(shingles: Shingles, common: set[int]) -> tuple[tuple[int, int], ...]:
    """Return the stretches of text that shared runs cover, joined where they overlap, the longest ones kept."""
    found: list[tuple[int, int]] = []
    for code, start, end in zip(shingles.codes, shingles.starts, shingles.ends, strict=True):
        if code in common:
            if found and start <= found[-1][1]:
                found[-1] = (found[-1][0], max(end, found[-1][1]))
            else:
                found.append((start, end))
    longest = sorted(found, key=lambda one: (one[0] - one[1], one[0]))[:MOST_PASSAGES]
    return tuple(sorted(longest))


def judgements(found: Sequence[Copied], digests: Sequence[Digest]) -> dict[str, list[Copy]]:
    """Return for each document (id) the copies that it holds, with the passages in both as evidence."""
    copies: dict[str, list[Copy]] = {}
    for one in found:
        later, earlier = digests[one.later].id, digests[one.earlier].id
        evidence = [Evidence(doc=later, start=start, end=end) for start, end in one.ours]
        evidence += [Evidence(doc=earlier, start=start, end=end) for start, end in one.theirs]
        copies.setdefault(later, []).append(
            Copy(doc=later, original=earlier, score=one.score, evidence=tuple(evidence))
        )
    return copies
