"""A printing of pasted words: who is made responsible for them in that report, and how it words them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from msgspec import Struct

from riwaya.model import Evidence, Link, Report, Statement, Unknown, Witness
from riwaya.origin import origins
from riwaya.tell.trace.passages import Pasted
from riwaya.tell.trace.wording import Piece, compare, likeness, share
from riwaya.tell.trace.wordlist import Word

Told = Literal["direct", "mixed", "indirect", "own-voice"]

_INSIDE = 0.4  # share of a printing's letters that stand in a statement's content for it to be that statement's
_DENYING = frozenset({"denying", "doubting"})


class Printing(Struct, frozen=True, kw_only=True):
    """Pasted words as one report prints them: ``told`` as direct speech, a paraphrase or in the outlet's own voice.

    ``share`` of their weight is kept, ``pieces`` tell how; ``denied`` where the report has them as denied or doubted.
    ``likeness`` is what it is taken for a printing by, and ``sure`` where that alone is enough; else it is one of the
    days of a sure one. ``nearest`` is the earlier printing whose wording is closest to it.
    """

    witness: Witness
    text: str
    told: Told
    share: float
    pieces: tuple[Piece, ...]
    likeness: float
    sure: bool = False
    denied: bool = False
    nearest: str | None = None


def printing(asked: Pasted, report: Report, stretch: Sequence[Word], is_name: Callable[[Word], bool]) -> Printing:
    """Return a stretch of a report as a printing of the pasted words."""
    start, end = stretch[0].start, stretch[-1].end
    statements = report.annotations.statements
    at = _within(statements, start, end)
    pieces = tuple(compare(asked.words, stretch, is_name))
    return Printing(
        witness=_witness(report, at, start, end),
        text=report.document.text[start:end],
        told="own-voice" if at is None else statements[at].mode,
        share=share(pieces, asked.words),
        likeness=round(likeness(pieces, asked.words, report.document.text.count("\n", start, end)), 3),
        pieces=pieces,
        denied=at is not None and statements[at].cue.stance in _DENYING,
    )


def _within(statements: Sequence[Statement], start: int, end: int) -> int | None:
    """Return the statement in whose content a stretch stands, the innermost of those that hold as much of it."""
    best: tuple[int, int, int] | None = None
    for at, one in enumerate(statements):
        shared = min(one.end, end) - max(one.start, start)
        if shared >= _INSIDE * (end - start) and shared > 0:
            best = max(best or (0, 0, 0), (shared, one.start - one.end, at))
    return best[2] if best else None


def _witness(report: Report, at: int | None, start: int, end: int) -> Witness:
    outlet, published = report.annotations.outlet, report.annotations.published
    statement = report.annotations.statements[at] if at is not None else None
    speaker = statement.speaker if statement else None
    origin = origins(report.annotations.statements, report.document.text)[at] if at is not None else None
    return Witness(
        doc=report.document.id,
        evidence=Evidence(doc=report.document.id, start=start, end=end),
        outlet=outlet.name if outlet else None,
        speaker=speaker.name if speaker else None,
        chain=tuple(link.name for link in _links(statement)),
        occasion=statement.occasion.name if statement and statement.occasion else None,
        origin=origin,
        kind=speaker.kind if speaker else "",
        unknown=_unknown(statement) if origin is None else None,
        published=published.value if published else None,
    )


def _links(statement: Statement | None) -> Sequence[Link]:
    return statement.chain if statement else ()


def _unknown(statement: Statement | None) -> Unknown:
    """Return why a printing has no known origin."""
    if statement is None:
        return "own-voice"
    if statement.speaker is None and not statement.chain:
        return "no-speaker"
    if statement.speaker is not None and statement.speaker.kind == "collective":
        return "plural"
    return "unnamed"
