"""Text of two directions in one line of a terminal: each cell stands by itself, whatever its neighbours are.

A terminal that orders right-to-left text does so line by line: two Arabic cells beside each other would change places,
and a number between them would go astray. Every line of a cell is therefore an isolate (FSI … PDI). Letters are not
reshaped or reversed; that is the terminal's work.
"""

from __future__ import annotations

import re

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.segment import Segment
from rich.text import Text

from riwaya.tell.pieces import printable

FSI, PDI = "\u2068", "\u2069"
_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")


def tame(text: str) -> str:
    """Return text whose direction cannot leak into what surrounds it, and that cannot steer a terminal."""
    return _CONTROLS.sub("", printable(text))


def steady(text: str) -> str:
    """Return text as ``tame`` would have it, but of the same length: spaces where it drops or replaces a character."""
    return "".join(char if tame(char) == char else " " for char in text)


class Cell:
    """A cell of a table, wrapped to its column: Arabic at the right edge, each line an isolate on a terminal."""

    def __init__(self, text: str | Text) -> None:
        self.text = text if isinstance(text, Text) else Text(" ".join(tame(text).split()))

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        words = self.text.plain.split() or [""]
        return Measurement(min(max(map(cell_len, words)), 12), cell_len(self.text.plain)).with_maximum(
            options.max_width
        )

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        arabic = bool(_ARABIC.search(self.text.plain))
        for line in self.text.wrap(console, options.max_width, overflow="fold"):
            line.rstrip()
            yield from self._line(line, console, options.max_width - line.cell_len if arabic else 0)

    def _line(self, line: Text, console: Console, margin: int) -> RenderResult:
        yield Segment(" " * max(margin, 0))
        if console.is_terminal:
            yield Segment(FSI)
        yield from line.render(console)
        if console.is_terminal:
            yield Segment(PDI)
        yield Segment.line()
