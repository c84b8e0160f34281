"""A position over time as the page draws it: one line for an actor and a matter, a mark for each thing said."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from itertools import accumulate, groupby, pairwise

from msgspec import Struct

from riwaya.model import Position

NEAR = 5.0  # hundredths of a line within which two marks would cover each other
LANES = 6
_FIRST, _LAST = 3.0, 97.0


class Mark(Struct, frozen=True):
    """A position on its line: ``at`` hundredths from the line's beginning (its right end), in one of some lanes."""

    position: Position
    at: float
    lane: int


class Track(Struct, frozen=True):
    """What one actor said on one matter, in order of time."""

    who: str
    matter: str
    marks: tuple[Mark, ...]

    @property
    def lanes(self) -> int:
        """How many lanes the marks take."""
        return 1 + max(mark.lane for mark in self.marks)

    @property
    def first(self) -> str | None:
        """The first date of the line."""
        return next((mark.position.date for mark in self.marks if mark.position.date), None)

    @property
    def last(self) -> str | None:
        """The last date of the line, where it is another than the first."""
        found = [mark.position.date for mark in self.marks if mark.position.date]
        return found[-1] if found and found[-1] != found[0] else None


def tracks(found: Sequence[Position]) -> tuple[Track, ...]:
    """Return the lines of a story's positions, in the order they come in."""
    groups = groupby(found, key=lambda one: (one.who, one.matter))
    return tuple(Track(who, matter, _marks(tuple(group))) for (who, matter), group in groups)


def _marks(found: Sequence[Position]) -> tuple[Mark, ...]:
    days = [_day(one.date) for one in found]
    places = _places(sorted({day for day in days if day is not None}))
    marks: list[Mark] = []
    for one, day in zip(found, days, strict=True):
        at = places[day] if day is not None else _LAST
        taken = {mark.lane for mark in marks if abs(mark.at - at) < NEAR}
        free = next((lane for lane in range(LANES) if lane not in taken), len(marks) % LANES)
        marks.append(Mark(one, at, free))
    return tuple(marks)


def _places(days: Sequence[int]) -> dict[int, float]:
    """Return where each day stands: a longer time is a longer way, but four months no hundred times a day."""
    if not days:
        return {}
    steps = [math.log2(2 + later - day) for day, later in pairwise(days)]
    whole = sum(steps) or 1.0
    passed = accumulate(steps, initial=0.0)
    return {day: round(_FIRST + (_LAST - _FIRST) * way / whole, 1) for day, way in zip(days, passed, strict=True)}


def _day(value: str | None) -> int | None:
    """Return a date as a day; of a month or a year its middle, since nothing finer is known."""
    parts = (value or "")[:10].split("-")
    try:
        numbers = [int(part) for part in parts]
        if len(numbers) == 3:
            return date(*numbers).toordinal()
        return date(numbers[0], numbers[1] if len(numbers) == 2 else 7, 15).toordinal()
    except (ValueError, TypeError):
        return None
