"""The second step of linking, story by story over its whole reports: figures, accounts, positions."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from riwaya.link.accounts.accounts import accounts
from riwaya.link.figures.series import figures
from riwaya.link.positions.positions import positions
from riwaya.link.ruled.pairs import Pairs
from riwaya.link.who import Who
from riwaya.model import Account, Copy, FigureSeries, Position, Report, Story


class Within(Struct, frozen=True, kw_only=True):
    """What the reports of one story say beside each other."""

    figures: tuple[FigureSeries, ...] = ()
    accounts: tuple[Account, ...] = ()
    positions: tuple[Position, ...] = ()


def within(story: Story, reports: Sequence[Report], who: Who, copies: Sequence[Copy], ruled: Pairs) -> Within:
    """Return what the reports of a story, in its order, say beside each other; ``copies`` are those among them.

    ``ruled`` are a person's rulings on claims.
    """
    counted = figures(story, reports, who)
    return Within(
        figures=counted,
        accounts=accounts(story, reports, who, copies, counted, ruled),
        positions=positions(story, reports, who),
    )
