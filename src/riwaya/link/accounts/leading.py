"""Claims that only one report tells and that matter all the same: what stands close to the centre of the story."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.link.accounts.passages import Passage

FEW = 12  # such claims of one story
_LONG = 6  # telling words that a claim needs to stand alone
_HEADED = 3.0  # how much more a claim counts that the headline has whole
_LEAD = 1.3  # how much more a first paragraph counts


def leading(passages: Sequence[Passage], room: int) -> list[Passage]:
    """Return attributed passages whose words stand in headlines and most reports, one of each speaker and report.

    ``passages`` are those of the story, headlines among them, that no other report tells.
    """
    reports: dict[str, set[int]] = {}
    for one in passages:
        for term in one.terms:
            reports.setdefault(term, set()).add(one.report)
    told = [one for one in passages if one.voice.unknown != "own-voice" and len(one.terms) >= _LONG and not one.title]
    heads = {one.doc: one.terms for one in passages if one.title}
    ranked = sorted(told, key=lambda one: (-_centre(one, reports, heads.get(one.doc, frozenset())), one.doc, one.start))
    best: dict[tuple[str, str], Passage] = {}
    for one in ranked:
        best.setdefault((one.doc, one.voice.origin or one.voice.speaker), one)
    return list(best.values())[: max(0, min(FEW, room))]


def _centre(passage: Passage, reports: dict[str, set[int]], head: frozenset[str]) -> float:
    """Return how much a passage says of what the story and the headline of its report say."""
    spread = sum(len(reports[term]) - 1 for term in passage.terms) / (len(passage.terms) + 2)
    headed = len(passage.terms & head) / (len(head) or 1)
    return spread * (_LEAD if passage.paragraph <= 1 else 1.0) * (1.0 + _HEADED * headed)
