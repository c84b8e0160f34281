"""What each view shows in a terminal: its columns, in the words of the interface."""

from __future__ import annotations

from collections.abc import Callable

from rich.text import Text

from riwaya.tell import cells
from riwaya.tell.rows import Row

Column = tuple[str, Callable[[Row], str | Text]]

_NAMES: list[Column] = [
    ("view.name", cells.plain("name")),
    ("romanised", cells.romanised),
    ("variants", cells.spellings),
    ("reports", cells.number("documents")),
    ("ruled", cells.mark),
    ("id", cells.plain("id")),
]
SAID: list[Column] = [
    ("speaker", cells.speaker),
    ("stance", cells.stance),
    ("view.text", cells.plain("text")),
    ("chain", cells.chain),
]
TIMES: list[Column] = [
    ("view.text", cells.plain("text")),
    ("date", cells.plain("value")),
    ("rule", cells.plain("rule")),
]
FIGURES: list[Column] = [("count", cells.count), ("what", cells.plain("counted")), ("view.text", cells.plain("text"))]
NAMED: list[Column] = [
    ("view.name", cells.plain("name")),
    ("roles", cells.joined("roles")),
    ("variants", cells.joined("variants")),
]

RULED: list[Column] = [
    ("id", cells.plain("id")),
    ("ruled", cells.ruling),
    ("by", cells.plain("by")),
    ("date", cells.date("at")),
    ("view.why", cells.plain("why")),
    ("effect", cells.effect),
]

COLUMNS: dict[str, list[Column]] = {
    "stories": [
        ("view.title", cells.plain("title")),
        ("date", cells.span),
        ("reports", cells.number("documents")),
        ("parts", cells.number("parts")),
        ("view.outlets", cells.joined("outlets", 4)),
        ("people", cells.joined("people", 4)),
        ("id", cells.plain("story")),
    ],
    "timeline": [
        ("date", cells.date("date")),
        ("view.status", cells.worded("status", "")),
        ("view.what", cells.event),
        ("who", cells.joined("who", 4)),
        ("where", cells.sat),
        ("reports", cells.cited),
    ],
    "people": [*_NAMES[:2], ("view.countries", cells.joined("countries")), ("roles", cells.roles), *_NAMES[2:]],
    "organisations": _NAMES,
    "places": _NAMES,
    "statements": [
        ("published", cells.date("published")),
        ("speaker", cells.speaker),
        ("stance", cells.quoted),
        ("view.text", cells.content),
        ("chain.origin", cells.traced),
        ("view.doc", cells.plain("doc")),
    ],
    "figures": [
        ("count", cells.count),
        ("what", cells.plain("what")),
        ("by", cells.plain("by")),
        ("as-of", cells.date("as_of")),
        ("disputed", cells.dispute),
        ("view.doc", cells.cited),
    ],
    "processes": [
        ("process", cells.plain("process")),
        ("number", cells.numbered),
        ("view.name", cells.held),
        ("date", cells.date("date")),
        ("where", cells.sat),
        ("heads", cells.headed),
        ("tracks", cells.joined("tracks", 4)),
        ("outcome", cells.joined("outcome", 2)),
    ],
    "commitments": [
        ("who", cells.joined("who", 3)),
        ("undertakes", cells.plain("what")),
        ("deadline", cells.plain("by")),
        ("condition", cells.plain("condition")),
        ("history", cells.turned),
        ("reports", cells.cited),
    ],
    "accounts": [
        ("event", cells.plain("event")),
        ("date", cells.date("date")),
        ("reports", cells.number("witnesses")),
        ("origins", cells.plain("origins")),
        ("not.counted", cells.uncounted),
        ("merges", cells.merged),
        ("disputed", cells.contradicted),
        ("cautions", cells.cautions),
    ],
    "positions": [
        ("who", cells.plain("who")),
        ("matter", cells.plain("matter")),
        ("date", cells.date("date")),
        ("stance", cells.worded("kind", "position")),
        ("shift", cells.worded("shift", "shift")),
        ("view.text", cells.plain("text")),
        ("view.doc", cells.cited),
    ],
    "sources": [
        ("view.outlet", cells.plain("outlet")),
        ("reports", cells.plain("documents")),
        ("own", cells.plain("own")),
        ("rests", cells.shares),
        ("unnamed.sources", cells.plain("unnamed")),
        ("copies", cells.copied),
    ],
    "gaps": [
        ("view.gap", cells.worded("gap", "gap")),
        ("view.doc", cells.plain("doc")),
        ("view.why", cells.why),
        ("view.text", cells.plain("text")),
    ],
    "article": [
        ("view.doc", cells.plain("doc")),
        ("view.outlet", cells.outlet),
        ("published", cells.day),
        ("view.title", cells.title),
    ],
}
"""The columns of each view: a key of ``page/words.tsv`` and what of a row stands there."""

WIDEST: dict[str, dict[str, int]] = {"statements": {"speaker": 18, "stance": 12, "chain.origin": 20, "view.doc": 16}}
"""How wide a column may become, in cells, so that the words of a view have the room."""
