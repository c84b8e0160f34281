"""Positions of a story: what each actor said on each matter, in order of time."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.link.who import Who
from riwaya.model import Position, Report, Story


def positions(story: Story, reports: Sequence[Report], who: Who) -> tuple[Position, ...]:
    """Return the positions of a story, by actor and matter, in order of time."""
    return ()
