"""The second step of linking, story by story over its whole reports: sources, figures, accounts, positions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from riwaya.link.accounts.accounts import accounts
from riwaya.link.accounts.known import KnownOrigins
from riwaya.link.figures.series import figures
from riwaya.link.positions.positions import positions
from riwaya.link.ruled.pairs import Pairs
from riwaya.link.sources import profiles
from riwaya.link.who import Who
from riwaya.model import Account, Copy, FigureSeries, Position, Report, SourceProfile, Story


class Within(Struct, frozen=True, kw_only=True):
    """What the reports of one story say beside each other."""

    sources: tuple[SourceProfile, ...] = ()
    figures: tuple[FigureSeries, ...] = ()
    accounts: tuple[Account, ...] = ()
    positions: tuple[Position, ...] = ()


def within(
    story: Story, reports: Sequence[Report], who: Who, copies: Mapping[str, Sequence[Copy]], ruled: Pairs
) -> Within:
    """Return what the reports of a story, in its order, say beside each other; ``copies`` are those of any report.

    ``ruled`` are a person's rulings on claims. All of it names origins by one list.
    """
    known = KnownOrigins(reports, who)
    counted = tuple(_called(one, known) for one in figures(story, reports, who))
    return Within(
        sources=profiles(story.id, reports, known, copies),
        figures=counted,
        accounts=accounts(story, reports, who, known, _among(story, copies), counted, ruled),
        positions=tuple(
            replace(one, origin=known.name(one.evidence[0].doc, one.origin) if one.origin else None)
            for one in positions(story, reports, who)
        ),
    )


def _among(story: Story, copies: Mapping[str, Sequence[Copy]]) -> list[Copy]:
    """Return the copies between two reports of the story."""
    inside = set(story.documents)
    return [copy for doc in story.documents for copy in copies.get(doc, ()) if copy.original in inside]


def _called(series: FigureSeries, known: KnownOrigins) -> FigureSeries:
    """Return a series with its origins under the names of the story's list."""
    names = [known.name(one.evidence.doc, one.origin) if one.origin else None for one in series.counts]
    counts = zip(series.counts, names, strict=True)
    return replace(series, counts=tuple(replace(one, origin=name) for one, name in counts))
