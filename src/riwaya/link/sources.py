"""What an outlet rests on in a story: its own reporting, named origins, unnamed sources, copied text.

Statements without an origin (unnamed sources, unknown speakers) are counted apart and never as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from riwaya.model import Copy, Evidence, SourceProfile, Statement
from riwaya.origin import origins

MOST_EVIDENCE = 200


class Told(Struct, frozen=True, gc=False):
    """A statement as the sources view counts it: where it comes from, empty where nobody can be named."""

    origin: str
    own: bool
    start: int
    end: int


def told(statements: Sequence[Statement]) -> tuple[Told, ...]:
    """Return the origin of each statement that stands in no other, as ``riwaya.origin`` finds it."""
    found = zip(statements, origins(statements), strict=True)
    return tuple(
        Told(origin or "", origin is not None and not one.chain, one.start, one.end)
        for one, origin in found
        if one.parent is None
    )


class _Tally:
    """The counts of one outlet in one story while they are added up."""

    def __init__(self) -> None:
        self.documents = self.statements = self.own = self.unnamed = 0
        self.chains: dict[str, int] = {}
        self.copies: list[Copy] = []
        self.evidence: list[Evidence] = []

    def add(self, doc: str, statements: Iterable[Told]) -> None:
        self.documents += 1
        for one in statements:
            self.statements += 1
            self.evidence.append(Evidence(doc=doc, start=one.start, end=one.end))
            self.own += one.own
            if one.origin:
                self.chains[one.origin] = self.chains.get(one.origin, 0) + 1
            else:
                self.unnamed += 1


def profiles(
    story: str, reports: Sequence[tuple[str, str, Sequence[Told]]], copies: Mapping[str, Sequence[Copy]]
) -> tuple[SourceProfile, ...]:
    """Return the profile of every outlet of a story, by name; ``reports`` are (document, outlet, statements)."""
    tallies: dict[str, _Tally] = {}
    for doc, outlet, statements in reports:
        tally = tallies.setdefault(outlet, _Tally())
        tally.add(doc, statements)
        tally.copies += copies.get(doc, ())
    return tuple(_profile(story, outlet, tallies[outlet]) for outlet in sorted(tallies))


def _profile(story: str, outlet: str, tally: _Tally) -> SourceProfile:
    return SourceProfile(
        story=story,
        outlet=outlet,
        documents=tally.documents,
        statements=tally.statements,
        own=tally.own,
        chains=dict(sorted(tally.chains.items(), key=lambda item: (-item[1], item[0]))),
        unnamed=tally.unnamed,
        copies=tuple(tally.copies),
        evidence=tuple(tally.evidence[:MOST_EVIDENCE]),
    )
