"""The chain of a statement as a row of nodes: outlet ← relays ← occasion ← speaker."""

from __future__ import annotations

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.model import Outlet, Statement


class Node(Struct, frozen=True, kw_only=True):
    """One hand through which a statement came; ``origin`` marks the one that independence is counted by."""

    name: str
    kind: str
    inherited: bool = False
    origin: bool = False


def nodes(statement: Statement, outlet: Outlet | None, doc: str) -> tuple[Node, ...]:
    """Return the nodes, outlet (else the report) first, speaker last; unnamed sources stand once, not twice."""
    speaker = statement.speaker
    said = fold(speaker.name) if speaker else None
    relays = [link for link in statement.chain if fold(link.name) != said]
    links = [Node(name=link.name, kind=link.kind, inherited=link.inherited) for link in relays]
    if statement.occasion:
        links.append(Node(name=statement.occasion.name, kind="occasion"))
    end = Node(name=speaker.name, kind=speaker.kind) if speaker else Node(name="", kind="unknown")
    start = Node(name=outlet.name, kind="outlet") if outlet else Node(name=doc, kind="report")
    return (start, *_marked([*links, end]))


def _marked(rest: list[Node]) -> list[Node]:
    """Mark the origin: the occasion or the last relay, else the speaker; never one that is not named."""
    at = max(len(rest) - 2, 0)
    known = rest[-1].kind not in ("unnamed", "unknown") and rest[at].kind not in ("unnamed", "unknown", "collective")
    if not known:
        return rest
    node = rest[at]
    rest[at] = Node(name=node.name, kind=node.kind, inherited=node.inherited, origin=True)
    return rest
