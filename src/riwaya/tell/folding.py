"""A long view at a glance: its main entries stand open, the others are folded beneath them; nothing is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

One = TypeVar("One")

LONG = 30
"""Entries up to which a story's timeline, or its figures, are short enough to be read whole."""


def folded(entries: Iterable[One], main: Callable[[One], bool]) -> tuple[Sequence[One], Sequence[One]]:
    """Return the entries that are shown at once and those that are folded, each in their order.

    A short view is shown whole, and so is one without main entries.
    """
    every = list(entries)
    first = [one for one in every if main(one)]
    if len(every) <= LONG or not first:
        return every, []
    return first, [one for one in every if not main(one)]
