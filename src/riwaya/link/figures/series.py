"""Series of figures of a story: the same count in several reports, in order of time, with its rivals."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.link.who import Who
from riwaya.model import FigureSeries, Report, Story


def figures(story: Story, reports: Sequence[Report], who: Who) -> tuple[FigureSeries, ...]:
    """Return the series of counts that the reports of a story give."""
    return ()
