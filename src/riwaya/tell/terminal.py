"""The views in a terminal: tables that survive right-to-left, and a report with its annotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice, pairwise
from typing import Protocol

import msgspec
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from riwaya.model import Document, Span
from riwaya.tell.bidi import Cell, steady, tame
from riwaya.tell.cells import said
from riwaya.tell.columns import COLUMNS, FIGURES, NAMED, RULED, SAID, TIMES, WIDEST, Column
from riwaya.tell.compare import Change, Run, changes
from riwaya.tell.dates import spoken
from riwaya.tell.folding import folded
from riwaya.tell.rows import Row

MOST = 500
"""Rows that a table shows; ``--json`` gives all."""

_NO_LIMITS: Mapping[str, int] = {}

_STYLES = {"furniture": "dim strike", "frame": "dim", "statements": "on grey15", "cue": "bold yellow"}
_STYLES |= {"times": "underline blue", "figures": "underline magenta", "mentions": "underline green"}


class Hit(Protocol):
    """What a search of the store finds: a passage of a report and where its words stand in the report's text."""

    @property
    def key(self) -> str: ...
    @property
    def title(self) -> str | None: ...
    @property
    def snippet(self) -> Span: ...
    @property
    def words(self) -> tuple[Span, ...]: ...
    @property
    def passage(self) -> str: ...


def show(view: str, rows: Iterable[Row], console: Console | None = None) -> None:
    """Print the rows of a view as a table; a single row of ``article`` as its text with annotations."""
    console = console or Console()
    left: list[Row] = []
    found = _at_a_glance(rows, left) if view in ("timeline", "figures") else iter(rows)
    shown = list(islice(found, MOST))
    if view == "article" and len(shown) == 1:
        _article(shown[0], console)
        return
    console.print(_table(COLUMNS[view], shown, WIDEST.get(view, {})))
    if more := sum(1 for _ in found):
        console.print(f"… {more:,} more rows; --json prints all")
    if left:
        console.print(f"… {len(left):,} rows folded that one or two reports tell in passing; --json prints all")


def _at_a_glance(rows: Iterable[Row], left: list[Row]) -> Iterator[Row]:
    """Yield of each story the rows that its page shows at once; what is folded there is put into ``left``."""
    for _, story in groupby(rows, key=lambda row: row["story"]):
        main, rest = folded(story, lambda row: bool(row["main"]))
        yield from main
        left.extend(rest)


def rulings(rows: Iterable[Row], console: Console | None = None) -> None:
    """Print what persons ruled as a table."""
    (console or Console()).print(_table(RULED, rows))


def hits(found: Iterable[Hit], as_json: bool, console: Console | None = None) -> None:
    """Print what a search found: each report's title, the passage with the words in it, and the report's key."""
    console = console or Console()
    for hit in found:
        if as_json:
            print(msgspec.json.encode(hit).decode())
            continue
        console.print(Cell(Text(tame(hit.title or hit.key), "bold")))
        if hit.passage.strip() != (hit.title or "").strip():
            console.print(Cell(_found(hit)))
        console.print(Cell(Text(tame(hit.key), "dim")))
        console.print()


def _found(hit: Hit) -> Text:
    passage = Text(steady(hit.passage))
    for span in hit.words:
        passage.stylize("bold yellow", span.start - hit.snippet.start, span.end - hit.snippet.start)
    return passage


def versions(documents: Sequence[Document], console: Console | None = None) -> None:
    """Print each version of a report beside the next: what went in red, what came in green; same lines are dim."""
    console = console or Console()
    if len(documents) < 2:
        console.print(said("version.only"))
    for old, new in pairwise(documents):
        table = Table(box=SIMPLE_HEAD, expand=True)
        for key in ("version.old", "version.new"):
            table.add_column(said(key), ratio=1)
        for change in changes(old, new):
            table.add_row(*_sides(change))
        console.print(table)


def _sides(change: Change) -> tuple[Cell, Cell]:
    return _side(change.old, "red strike", change.same), _side(change.new, "green", change.same)


def _side(runs: Iterable[Run], style: str, same: bool) -> Cell:
    text = Text(style="dim" if same else "")
    for run in runs:
        text.append(tame(run.text), style if run.changed else "")
    return Cell(text)


def _table(columns: Sequence[Column], rows: Iterable[Row], widest: Mapping[str, int] = _NO_LIMITS) -> Table:
    """Return rows as a table; a column with nothing in it would only squeeze the others."""
    lines = [[value(row) for _, value in columns] for row in rows]
    full = [at for at in range(len(columns)) if not lines or any(line[at] for line in lines)]
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for at in full:
        key = columns[at][0]
        table.add_column(said(key), overflow="fold", no_wrap=key == "id", max_width=widest.get(key))
    for line in lines:
        table.add_row(*(_cell(columns[at][0], line[at]) for at in full))
    return table


def _cell(key: str, value: str | Text) -> Cell | Text:
    return Text(value) if key == "id" and isinstance(value, str) else Cell(value)  # an id is copied: one line


# ── one report ──────────────────────────────────────────────────────────────────────────────────────────────────


def _article(row: Row, console: Console) -> None:
    published = row["published"]
    outlet = row["outlet"]["name"] if row["outlet"] else said("gap.no-outlet")
    when = said(spoken(published["value"])) + f" ({said('basis.' + published['basis'])})" if published else ""
    console.print(Cell(" · ".join(filter(None, (outlet, when or said("undated"), row["doc"])))))
    if published and published["trace"]:
        console.print(Cell(Text(tame(published["trace"]), "dim")))
    console.print(Rule(style="dim"))
    for line in _drawn(row).split("\n"):
        if line.plain.strip():
            console.print(Cell(line))
    for key, columns in (("statements", SAID), ("times", TIMES), ("figures", FIGURES), ("people", NAMED)):
        if row[key]:
            console.print(Rule(said("layer.tm" if key == "times" else key), style="dim"))
            console.print(_table(columns, ({**one, "text": _words(row, one)} for one in row[key])))


def _drawn(row: Row) -> Text:
    """Return the text with its layers as styles; characters that steer a terminal are spaces, so offsets hold."""
    text = Text(steady(row["text"]))
    for layer in ("statements", "furniture", "frame", "mentions", "times", "figures"):
        for one in row[layer]:
            text.stylize(_STYLES[layer], one["start"], one["end"])
            if layer == "statements":
                text.stylize(_STYLES["cue"], one["cue"]["start"], one["cue"]["end"])
    return text


def _words(row: Row, span: Row) -> str:
    return str(row["text"][span["start"] : span["end"]]) if "start" in span else ""
