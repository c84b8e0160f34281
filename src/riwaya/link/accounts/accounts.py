"""Accounts of a story: each claim or event with all who tell it."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.link.who import Who
from riwaya.model import Account, Copy, FigureSeries, Report, Story


def accounts(
    story: Story, reports: Sequence[Report], who: Who, copies: Sequence[Copy], counted: Sequence[FigureSeries]
) -> tuple[Account, ...]:
    """Return the accounts of a story, the best attested first."""
    return ()
