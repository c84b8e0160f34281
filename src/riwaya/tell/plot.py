"""A series of figures as a small drawing: dates across, values up, one mark a count, those at odds ringed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from msgspec import Struct

from riwaya.model import Count, FigureSeries

WIDTH, HEIGHT, EDGE = 300, 90, 10
_MOST = 60
_DAY = 86400.0


class Dot(Struct, frozen=True, kw_only=True):
    """A count in the drawing; ``ringed`` where another count contradicts it, ``open`` where it is no exact number."""

    x: float
    y: float
    count: Count
    ringed: bool
    open: bool


class Plotted(Struct, frozen=True, kw_only=True):
    """A series with its drawing, empty where fewer than two reports give a dated number.

    ``low`` and ``high`` are the heights of the conservative and the high value of the last day.
    """

    series: FigureSeries
    dots: tuple[Dot, ...] = ()
    low: float | None = None
    high: float | None = None
    days: tuple[str, ...] = ()
    ringed: frozenset[int] = frozenset()


def plotted(series: FigureSeries) -> Plotted:
    """Return the series with its drawing, left to right; where Arabic is read the page mirrors it."""
    ringed = frozenset(place for one in series.rivals for place in (one.left, one.right))
    told = [(at, one, n) for n, one in enumerate(series.counts) if one.number is not None and (at := _at(one))]
    if len({one.evidence.doc for _, one, _ in told}) < 2:
        return Plotted(series=series, ringed=ringed)
    told = told[:_MOST]
    top = max(one.number or 0 for _, one, _ in told) or 1
    first, last = told[0][0], max(at for at, _, _ in told)
    span = max(last - first, _DAY / 24)
    dots = tuple(
        Dot(
            x=round(EDGE + (WIDTH - 2 * EDGE) * (at - first) / span, 1),
            y=_height(one.number or 0, top),
            count=one,
            ringed=n in ringed,
            open=one.relation != "exactly",
        )
        for at, one, n in told
    )
    low, high = (None if value is None or value > top else _height(value, top) for value in (series.low, series.high))
    return Plotted(series=series, dots=dots, low=low, high=high, days=_days([one for _, one, _ in told]), ringed=ringed)


def _height(value: float, top: float) -> float:
    return round(HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * value / top, 1)


def _at(count: Count) -> float | None:
    try:
        found = datetime.fromisoformat(count.published or "")
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None


def _days(counts: Sequence[Count]) -> tuple[str, ...]:
    days = [(one.published or "")[:10] for one in counts]
    return tuple(dict.fromkeys((days[0], days[-1])))
