"""The views in a terminal: tables that survive right-to-left, and a report with its annotations."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from itertools import islice, pairwise
from typing import Protocol

import msgspec
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from riwaya.model import Document, Span
from riwaya.tell.bidi import Cell, steady, tame
from riwaya.tell.compare import Change, Run, changes
from riwaya.tell.dates import spoken
from riwaya.tell.rows import Row
from riwaya.tell.words import Both, word

MOST = 500
"""Rows that a table shows; ``--json`` gives all."""

Column = tuple[str, Callable[[Row], str | Text]]
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
    found = iter(rows)
    shown = list(islice(found, MOST))
    if view == "article" and len(shown) == 1:
        _article(shown[0], console)
        return
    console.print(_table(COLUMNS[view], shown))
    if left := sum(1 for _ in found):
        console.print(f"… {left:,} more rows; --json prints all")


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
        console.print(_said("version.only"))
    for old, new in pairwise(documents):
        table = Table(box=SIMPLE_HEAD, expand=True)
        for key in ("version.old", "version.new"):
            table.add_column(_said(key), ratio=1)
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


def _said(words: str | Both) -> str:
    both = word(words) if isinstance(words, str) else words
    return both.ar if os.environ.get("LANG", "").startswith("ar") else both.en


def _table(columns: Sequence[Column], rows: Iterable[Row]) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for key, _ in columns:
        table.add_column(_said(key), overflow="fold")
    for row in rows:
        table.add_row(*(Cell(value(row)) for _, value in columns))
    return table


# ── one report ──────────────────────────────────────────────────────────────────────────────────────────────────


def _article(row: Row, console: Console) -> None:
    published = row["published"]
    outlet = row["outlet"]["name"] if row["outlet"] else _said("gap.no-outlet")
    when = _said(spoken(published["value"])) + f" ({_said('basis.' + published['basis'])})" if published else ""
    console.print(Cell(" · ".join(filter(None, (outlet, when or _said("undated"), row["doc"])))))
    if published and published["trace"]:
        console.print(Cell(Text(tame(published["trace"]), "dim")))
    console.print(Rule(style="dim"))
    for line in _drawn(row).split("\n"):
        if line.plain.strip():
            console.print(Cell(line))
    for key, columns in (("statements", _SAID), ("times", _TIMES), ("figures", _FIGURES), ("people", _NAMED)):
        if row[key]:
            console.print(Rule(_said("layer.tm" if key == "times" else key), style="dim"))
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


# ── what each view shows ────────────────────────────────────────────────────────────────────────────────────────


def _list(key: str, most: int = 6) -> Callable[[Row], str]:
    def value(row: Row) -> str:
        names = row[key]
        return "، ".join(names[:most]) + (f" +{len(names) - most}" if len(names) > most else "")

    return value


def _plain(key: str) -> Callable[[Row], str]:
    return lambda row: "" if row[key] is None else str(row[key])


def _number(key: str) -> Callable[[Row], str]:
    return lambda row: str(len(row[key]))


def _date(key: str) -> Callable[[Row], str]:
    return lambda row: row[key][:10] if row[key] else "—"


def _word(key: str, kind: str) -> Callable[[Row], str]:
    return lambda row: _said(f"{kind}.{row[key]}" if kind else str(row[key]))


def _span(row: Row) -> str:
    return " – ".join(dict.fromkeys(filter(None, (row["from"], row["until"]))))


def _roles(row: Row) -> str:
    return "؛ ".join(
        " ".join(filter(None, (role["title"], f"({_span(role)})" if _span(role) else ""))) for role in row["roles"]
    )


def _spellings(row: Row) -> Text:
    text = Text()
    for spelling in row["variants"][:8]:
        text.append(tame(spelling), "red" if spelling in row["slips"] else "").append("، ")
    return text[:-2] if text else text


def _chain(row: Row) -> str:
    names = [link["name"] for link in row["chain"]]
    occasion = row["occasion"]
    if isinstance(occasion, dict):
        occasion = occasion["name"]
    return " ← ".join(filter(None, (*names, occasion)))


def _speaker(row: Row) -> str:
    speaker = row["speaker"]
    name = speaker["name"] if isinstance(speaker, dict) else speaker
    return name or f"({_said('nobody')})"


def _count(row: Row) -> str:
    number, upper = row["number"], row.get("upper")
    value = "—" if number is None else f"{number:,}" + (f"–{upper:,}" if upper is not None else "")
    return value if row["relation"] == "exactly" else f"{_said('relation.' + row['relation'])} {value}"


def _shares(row: Row) -> str:
    return "، ".join(f"{name} {number}" for name, number in islice(row["chains"].items(), 8))


def _why(row: Row) -> str:
    return ": ".join(filter(None, (_said(row["why"]), "، ".join(row["names"]))))


def _title(row: Row) -> str:
    span = row["title"]
    return str(row["text"][span["start"] : span["end"]]) if span else str(row["text"])[:100]


def _cited(row: Row) -> str:
    docs = list(dict.fromkeys(one["doc"] for one in row["evidence"]))
    return "\n".join(docs[:3]) + (f" +{len(docs) - 3}" if len(docs) > 3 else "")


def _outlet(row: Row) -> str:
    return row["outlet"]["name"] if row["outlet"] else "—"


def _day(row: Row) -> str:
    return row["published"]["value"][:10] if row["published"] else "—"


def _stance(row: Row) -> str:
    return _said("stance." + (row["cue"]["stance"] if "cue" in row else row["stance"]))


def _dispute(row: Row) -> Text:
    return Text(_said("disputed"), "red") if row["disputed"] else Text()


_NAMES: list[Column] = [
    ("view.name", _plain("name")),
    ("romanised", _plain("romanised")),
    ("variants", _spellings),
    ("reports", _number("documents")),
]
_SAID: list[Column] = [("speaker", _speaker), ("stance", _stance), ("view.text", _plain("text")), ("chain", _chain)]
_TIMES: list[Column] = [("view.text", _plain("text")), ("date", _plain("value")), ("rule", _plain("rule"))]
_FIGURES: list[Column] = [("count", _count), ("what", _plain("counted")), ("view.text", _plain("text"))]
_NAMED: list[Column] = [("view.name", _plain("name")), ("roles", _list("roles")), ("variants", _list("variants"))]

COLUMNS: dict[str, list[Column]] = {
    "stories": [
        ("view.title", _plain("title")),
        ("date", _span),
        ("reports", _number("documents")),
        ("view.outlets", _list("outlets", 4)),
        ("people", _list("people", 4)),
        ("id", _plain("story")),
    ],
    "timeline": [
        ("date", _date("date")),
        ("view.status", _word("status", "")),
        ("view.what", _plain("what")),
        ("who", _list("who", 4)),
        ("where", _list("where", 3)),
        ("reports", _cited),
    ],
    "people": [*_NAMES[:2], ("roles", _roles), *_NAMES[2:]],
    "organisations": _NAMES,
    "places": _NAMES,
    "statements": [
        ("published", _date("published")),
        *_SAID,
        ("origin", _plain("origin")),
        ("view.doc", _plain("doc")),
    ],
    "figures": [
        ("count", _count),
        ("what", _plain("what")),
        ("by", _plain("by")),
        ("as-of", _date("as_of")),
        ("disputed", _dispute),
        ("view.doc", _cited),
    ],
    "sources": [
        ("view.outlet", _plain("outlet")),
        ("reports", _plain("documents")),
        ("own", _plain("own")),
        ("rests", _shares),
        ("unnamed.sources", _plain("unnamed")),
        ("copies", _number("copies")),
    ],
    "gaps": [
        ("view.gap", _word("gap", "gap")),
        ("view.doc", _plain("doc")),
        ("view.why", _why),
        ("view.text", _plain("text")),
    ],
    "article": [("view.doc", _plain("doc")), ("view.outlet", _outlet), ("published", _day), ("view.title", _title)],
}
"""The columns of each view: a key of ``page/words.tsv`` and what of a row stands there."""
