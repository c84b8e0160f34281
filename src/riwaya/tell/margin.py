"""What stands beside a paragraph: the statements that begin in it, under the chain that brought them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from riwaya.model import Evidence, Report, Stance
from riwaya.origin import origins
from riwaya.tell.chain import Node
from riwaya.tell.chain import chains as drawn
from riwaya.tell.pieces import Paragraph


class Numbered(Struct, frozen=True, kw_only=True):
    """A statement by its number in the report, counted from 1; ``within`` is that of the one around it."""

    number: int
    evidence: Evidence
    stance: Stance
    mode: str
    within: int | None = None


class Beside(Struct, frozen=True, kw_only=True):
    """Statements that came through the same hands, and these hands."""

    chain: tuple[Node, ...]
    statements: tuple[Numbered, ...]


def beside(report: Report, paragraphs: Sequence[Paragraph]) -> dict[int, tuple[Beside, ...]]:
    """Return what stands beside each paragraph, by its offset; a chain is drawn once for all that share it.

    Statements behind the text that is shown are left out.
    """
    found = report.annotations.statements
    starts = [one.start for one in paragraphs]
    groups: dict[int, dict[tuple[Node, ...], list[Numbered]]] = {}
    for n, chain in enumerate(drawn(report, origins(found, report.document.text))):
        at = bisect_right(starts, found[n].start) - 1
        if at >= 0 and found[n].start < starts[at] + paragraphs[at].length:
            chains = groups.setdefault(starts[at], {})
            chains.setdefault(chain, []).append(_numbered(report, n))
    return {
        start: tuple(Beside(chain=chain, statements=tuple(some)) for chain, some in chains.items())
        for start, chains in groups.items()
    }


def _numbered(report: Report, n: int) -> Numbered:
    statement = report.annotations.statements[n]
    return Numbered(
        number=n + 1,
        evidence=Evidence(doc=report.document.id, start=statement.start, end=statement.end),
        stance=statement.cue.stance,
        mode=statement.mode,
        within=None if statement.parent is None else statement.parent + 1,
    )
