"""Claims that one report alone tells and that matter all the same: what headlines sum up, what is central."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from riwaya.link.accounts.passages import Passage

FEW = 12  # such claims of one story
_LONG = 6  # telling words that a claim needs to stand alone
_LEAD = 1.3  # how much more a first paragraph counts
_HEADED = 3.0  # how much more a claim counts that the headline has whole
_NEXT = re.compile(r"\.\.|…|[؛;]|\s[-–—]\s")
_SHARED = 2  # words that a headline and the words that it sums up share at least


def leading(passages: Sequence[Passage], room: int) -> list[Passage]:
    """Return attributed passages that headlines sum up, then those whose words stand in most reports.

    ``passages`` are those of the story, headlines among them, that no other report tells: ``الدرعاوي: لا حاجة إلى
    قوات`` sums up what she says below.
    """
    told = [one for one in passages if one.voice.unknown != "own-voice" and not one.title]
    heads = {one.doc: one for one in passages if one.title}
    reports: dict[str, set[int]] = {}
    for one in passages:
        for term in one.terms:
            reports.setdefault(term, set()).add(one.report)
    ranked = sorted(
        (one for one in told if len(one.terms) >= _LONG),
        key=lambda one: (-_centre(one, reports, heads), one.doc, one.start),
    )
    best: dict[tuple[str, str], Passage] = {}
    for one in [*_summed_up(told, heads), *ranked]:
        best.setdefault((one.doc, one.voice.origin or one.voice.speaker), one)
    return list(best.values())[: max(0, min(FEW, room))]


def _summed_up(told: Sequence[Passage], heads: Mapping[str, Passage]) -> Iterator[Passage]:
    """Yield for each headline that quotes somebody his words that are nearest to it."""
    for doc in sorted(heads):
        head = heads[doc]
        if head.voice.unknown == "own-voice" or not head.voice.speaker:
            continue
        own = [one for one in told if one.doc == doc and one.voice.speaker == head.voice.speaker]
        first = _first_claim(head)
        near = max(own, key=lambda one: (len(one.terms & first), -one.start), default=None)
        if near is not None and len(near.terms & first) >= _SHARED:
            yield near


def _first_claim(head: Passage) -> frozenset[str]:
    """Return the words of a headline's first claim: ``لا حاجة إلى قوات.. والزيارة لتعزيز العلاقات`` makes two."""
    parts = _NEXT.search(head.text)
    end = head.start + parts.start() if parts is not None else head.end
    return frozenset(word.term for word in head.words if word.start < end)


def _centre(passage: Passage, reports: Mapping[str, set[int]], heads: Mapping[str, Passage]) -> float:
    """Return how much a passage says of what the story and the headline of its report say."""
    head = heads[passage.doc].terms if passage.doc in heads else frozenset()
    spread = sum(len(reports[term]) - 1 for term in passage.terms) / (len(passage.terms) + 2)
    headed = len(passage.terms & head) / (len(head) or 1)
    return spread * (_LEAD if passage.paragraph <= 1 else 1.0) * (1.0 + _HEADED * headed)
