"""Copies as judgements: kind, score, who was first, and the passages of both texts beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from riwaya.link.dependence.copies import Copied
from riwaya.link.dependence.direction import direction
from riwaya.link.dependence.sheet import Sheet
from riwaya.link.dependence.wording import Wording
from riwaya.model import Copy, Evidence, Passage

MOST_PASSAGES = 12


def judgement(one: Copied, sheets: Sequence[Sheet]) -> Copy:
    """Return a pair as it is told: ``doc`` repeats ``original``, or both a third; ``score`` is the share of ``doc``."""
    later, earlier = sheets[one.later], sheets[one.earlier]
    found = direction(later, earlier)
    longest = sorted(one.passages, key=lambda stretch: (-stretch.same, stretch.ours))[:MOST_PASSAGES]
    pieces = [
        Passage(
            doc=_span(later, stretch.ours, stretch.our_length),
            original=_span(earlier, stretch.theirs, stretch.their_length),
            same=stretch.same,
        )
        for stretch in sorted(longest, key=lambda stretch: (stretch.ours, stretch.theirs))
    ]
    share = one.later_share
    if found.swapped:
        later, earlier, share = earlier, later, one.earlier_share
        pieces = [Passage(doc=piece.original, original=piece.doc, same=piece.same) for piece in pieces]
    return Copy(
        doc=later.id,
        original=earlier.id,
        score=share,
        kind=one.kind,
        basis=found.basis,
        third=found.third,
        same_outlet=bool(later.outlet) and later.outlet == earlier.outlet,
        passages=tuple(pieces),
        evidence=tuple(dict.fromkeys([*(piece.doc for piece in pieces), *(piece.original for piece in pieces)])),
    )


def judgements(found: Sequence[Copied], sheets: Sequence[Sheet]) -> dict[str, list[Copy]]:
    """Return for each document (id) the copies that it holds."""
    return by_document(judgement(one, sheets) for one in found)


def by_document(found: Iterable[Copy]) -> dict[str, list[Copy]]:
    """Return copies by the document (id) that holds each."""
    copies: dict[str, list[Copy]] = {}
    for copy in found:
        copies.setdefault(copy.doc, []).append(copy)
    return copies


def _span(sheet: Sheet, first: int, length: int) -> Evidence:
    words: Wording = sheet.wording
    return Evidence(doc=sheet.id, start=words.starts[first], end=words.ends[first + length - 1])
