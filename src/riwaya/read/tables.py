"""CSV and its kin: rows to records; a quote that is never closed costs its own row and not the rest of the file."""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Iterator

from riwaya.read.decoding import streaming
from riwaya.read.options import ReadOptions
from riwaya.read.records import Broken, Record, fields_of, noted, require_fields

_DELIMITERS = ",;\t|"
_HEAD = 1 << 16
_LONGEST_HEADER = 1 << 20


def table_rows(stream: io.BufferedReader, label: str, options: ReadOptions) -> Iterator[Record | Broken]:
    """Yield the rows of a CSV file, any of comma, semicolon, tab and bar between its cells.

    Raises BadDocument where no column holds the text, or one that the user named isn't there.
    Misses: a quote left open whose row, read on to the next quote, happens to have all its cells.
    """
    found = streaming(stream.peek(_HEAD)[:_HEAD], options.encoding)
    text = io.TextIOWrapper(stream, encoding=found.encoding, errors="replace", newline="")
    header = text.readline(_LONGEST_HEADER)
    delimiter = max(_DELIMITERS, key=header.count)
    names = [name.strip() for name in next(csv.reader([header], delimiter=delimiter), [])]
    require_fields(names, options, "column")
    fields_of(names, options)
    csv.field_size_limit(options.most_bytes)
    table = _Table(_Lines(text, options.most_bytes), delimiter, len(names))
    notes = tuple(note for note in found.notes if note.startswith("decoded as"))  # what else is wrong, each row says
    for number, cells in table.rows():
        if isinstance(cells, str):
            yield Broken(f"{label}:{number}", f"line {number}", cells)
        else:
            row: dict[str, object] = dict(zip(names, cells, strict=False))
            yield noted(row, notes + _damage(cells))


def _damage(cells: list[str]) -> tuple[str, ...]:
    bad = sum(cell.count("\ufffd") for cell in cells)
    return (f"{bad} undecodable characters",) if bad else ()


class _Lines:
    """The lines of a text, which can be given back; one that is longer than ``most`` is a csv.Error."""

    def __init__(self, text: io.TextIOWrapper, most: int) -> None:
        self._text, self._most = text, most
        self._back: deque[str] = deque()
        self.taken: list[str] = []
        self._size = 0
        self.number = 1

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._back.popleft() if self._back else self._text.readline(self._most)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) >= self._most and not line.endswith("\n"):
            while line and not line.endswith("\n"):
                line = self._text.readline(self._most)
            raise csv.Error(f"a line larger than {self._most / 1e6:g} MB")
        self.taken.append(line)
        self._size += len(line)
        if self._size > self._most:
            raise csv.Error(f"a row larger than {self._most / 1e6:g} MB")
        return line

    def begin(self) -> None:
        """Begin a row."""
        self.taken, self._size = [], 0

    def give_back(self) -> None:
        """Give back all lines of the row but its first."""
        rest = self.taken[1:]
        self._back.extendleft(reversed(rest))
        self.number -= len(rest)


class _Table:
    """Rows of cells, or for one that is broken why; after it only rows that have all their cells count."""

    def __init__(self, lines: _Lines, delimiter: str, width: int) -> None:
        self._lines, self._delimiter, self._width = lines, delimiter, width

    def rows(self) -> Iterator[tuple[int, list[str] | str]]:
        """Yield the number of each row's first line, with its cells or what is wrong with it."""
        broken = False
        while True:
            number = self._lines.number + 1
            self._lines.begin()
            cells = self._row()
            if cells is None:
                return
            if broken and not isinstance(cells, str) and len(cells) < self._width:
                cells = "broken CSV: a row that lacks cells, after a broken one"
            if cells:
                broken = isinstance(cells, str)
                yield number, cells

    def _row(self) -> list[str] | str | None:
        lines = self._lines
        try:
            cells = next(csv.reader(lines, delimiter=self._delimiter, strict=True), None)
            if cells is None or len(lines.taken) == 1 or len(cells) >= self._width:
                return cells
            wrong = "a quote is not closed"
        except csv.Error as error:
            wrong = str(error)
        lines.give_back()
        return self._alone(lines.taken[0]) if lines.taken else f"broken CSV: {wrong}"

    def _alone(self, line: str) -> list[str] | str:
        """A line by itself: quotes inside its cells are borne, if none is left open and no cell is missing."""
        try:
            cells = next(csv.reader([line], delimiter=self._delimiter), [])
        except csv.Error as error:
            return f"broken CSV: {error}"
        if line.count('"') % 2 or len(cells) != self._width:
            return "broken CSV: a quote is not closed"
        return cells
