"""The chain of a statement as a row of nodes: outlet ← relays ← occasion ← speaker."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from riwaya.arabic.letters import fold
from riwaya.model import Link, Report, Statement
from riwaya.origin import bases

Source = Literal["", "credit", "earlier"]
_HELD = ("agency", "outlet")


class Node(Struct, frozen=True, kw_only=True):
    """One hand through which a statement came; ``origin`` marks the one that independence is counted by.

    The offsets are those of its name in the report. ``source`` says where an inherited link is named: in the credit
    line, or with an earlier statement. ``candidates`` are who may have spoken, where that is open.
    """

    name: str
    kind: str
    start: int | None = None
    end: int | None = None
    source: Source = ""
    origin: bool = False
    candidates: tuple[str, ...] = ()


def chains(report: Report, origins: Sequence[str | None]) -> tuple[tuple[Node, ...], ...]:
    """Return the nodes of each statement of a report, given the names of their origins."""
    found = report.annotations.statements
    each = zip(found, origins, bases(found), strict=True)
    return tuple(nodes(report, one, origin, found[basis]) for one, origin, basis in each)


def nodes(report: Report, statement: Statement, origin: str | None, basis: Statement | None = None) -> tuple[Node, ...]:
    """Return the nodes, outlet (else the report) first, speaker last; unnamed sources stand once, not twice.

    ``origin`` is the statement's, as ``riwaya.origin`` has it: without one no node is marked. ``basis`` is the one
    whose source is its source too: the hands are that one's.
    """
    outlet = report.annotations.outlet
    start = Node(name=outlet.name, kind="outlet") if outlet else Node(name=report.document.doc, kind="report")
    speaker = _speaker(statement)
    if basis is None or basis is statement or _tells(statement, basis):
        return (start, *_marked([*_hands(report, statement), speaker], origin))
    first = _speaker(basis)
    hands = [replace(node, source=node.source or "earlier") for node in _hands(report, basis)]
    marked = _marked([*hands, first], origin)
    return (start, *(marked[:-1] if fold(first.name) == fold(speaker.name) else marked), speaker)


def _tells(statement: Statement, basis: Statement) -> bool:
    """Say whether a statement's own chain has all that its basis has, its speaker included."""
    own = {fold(link.name) for link in statement.chain}
    return {fold(link.name) for link in basis.chain} | {fold(_speaker(basis).name)} <= own


def _hands(report: Report, statement: Statement) -> list[Node]:
    said = fold(statement.speaker.name) if statement.speaker else None
    hands = [_link(report, link) for link in statement.chain if fold(link.name) != said]
    if occasion := statement.occasion:
        hands.append(Node(name=occasion.name, kind="occasion", start=occasion.start, end=occasion.end))
    return hands


def _link(report: Report, link: Link) -> Node:
    source = _source(report, link) if link.inherited else ""
    return Node(name=link.name, kind=link.kind, start=link.start, end=link.end, source=source)


def _source(report: Report, link: Link) -> Source:
    at = link.start
    framed = at is not None and any(one.start <= at < one.end for one in report.annotations.frame)
    return "credit" if framed else "earlier"


def _speaker(statement: Statement) -> Node:
    one = statement.speaker
    if one is None:
        return Node(name="", kind="unknown", candidates=statement.candidates)
    return Node(name=one.name, kind=one.kind, start=one.start, end=one.end)


def _marked(rest: list[Node], origin: str | None) -> list[Node]:
    """Mark the origin: the last relay, or the occasion where only an agency or outlet carried it; else the speaker."""
    at = max(len(rest) - 2, 0)
    if len(rest) > 2 and rest[at].kind == "occasion" and rest[at - 1].kind not in _HELD:
        at -= 1
    if origin:
        rest[at] = replace(rest[at], origin=True)
    return rest
