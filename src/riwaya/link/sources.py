"""What an outlet rests on in a story: its own reporting, named origins, unnamed sources, copied text.

Statements without an origin (unnamed sources, unknown speakers) are counted apart and never as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from riwaya.link.accounts.known import KnownOrigins, Told
from riwaya.model import Copy, Evidence, Origin, Report, SourceProfile

MOST_EVIDENCE = 200


class _Tally:
    """The counts of one outlet in one story while they are added up."""

    def __init__(self) -> None:
        self.documents = self.statements = self.own = self.unnamed = 0
        self.chains: dict[str, int] = {}
        self.copies: list[Copy] = []
        self.evidence: list[Evidence] = []

    def add(self, one: Told) -> None:
        self.statements += 1
        self.evidence.append(Evidence(doc=one.doc, start=one.start, end=one.end))
        self.own += one.own
        self.unnamed += one.unnamed
        if one.origin:
            self.chains[one.origin] = self.chains.get(one.origin, 0) + 1


def profiles(
    story: str, reports: Sequence[Report], known: KnownOrigins, copies: Mapping[str, Sequence[Copy]]
) -> tuple[SourceProfile, ...]:
    """Return the profile of every outlet of a story, by name; ``known`` are the story's origins."""
    tallies: dict[str, _Tally] = {}
    for report in reports:
        tally = tallies.setdefault(_outlet(report), _Tally())
        tally.documents += 1
        tally.copies += copies.get(report.document.id, ())
    for one in known.told:
        if not one.nested:
            tallies[one.outlet].add(one)
    origins = known.by_outlet()
    return tuple(_profile(story, outlet, tallies[outlet], origins.get(outlet, ())) for outlet in sorted(tallies))


def _outlet(report: Report) -> str:
    outlet = report.annotations.outlet or report.document.outlet
    return outlet.name if outlet is not None else ""


def _profile(story: str, outlet: str, tally: _Tally, origins: Iterable[Origin]) -> SourceProfile:
    return SourceProfile(
        story=story,
        outlet=outlet,
        documents=tally.documents,
        statements=tally.statements,
        own=tally.own,
        chains=dict(sorted(tally.chains.items(), key=lambda item: (-item[1], item[0]))),
        unnamed=tally.unnamed,
        origins=tuple(origins),
        copies=tuple(tally.copies),
        evidence=tuple(tally.evidence[:MOST_EVIDENCE]),
    )
