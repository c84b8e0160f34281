"""How far a run is: a callback that ``run`` calls, and a bar with rate and time left for whoever sits at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal, Protocol

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bars
from rich.text import Text

Phase = Literal["read", "annotate", "date", "link"]
_LABELS: dict[Phase, str] = {"read": "Reading", "annotate": "Annotating", "date": "Dating", "link": "Linking"}


class Progress(Protocol):
    """Called with the phase, the number of articles done in it, and how many there are (None: not yet known)."""

    def __call__(self, phase: Phase, done: int, total: int | None) -> None: ...


def silent(phase: Phase, done: int, total: int | None) -> None:
    """Say nothing."""


class _Rate(ProgressColumn):
    """Articles a second since the phase began."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else f"{speed:,.0f}/s", style="progress.data.speed")


@contextmanager
def shown(force: bool = False) -> Iterator[Progress]:
    """Draw a bar a phase on standard error while the block runs; nothing where that is no terminal."""
    if not (force or sys.stderr.isatty()):
        yield silent
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _Rate())
    console = Console(stderr=True, force_terminal=force or None)
    with Bars(*columns, TimeRemainingColumn(), console=console, transient=True) as bars:
        known: dict[Phase, TaskID] = {}

        def progress(phase: Phase, done: int, total: int | None) -> None:
            if phase not in known:
                known[phase] = bars.add_task(_LABELS[phase], total=total)
            bars.update(known[phase], completed=done, total=total)

        yield progress
