"""What every view shares: rows are JSON, and documents go by the names that people see."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any

from msgspec import json

from riwaya.model import (
    Annotations,
    Calling,
    Came,
    Commitment,
    Entry,
    Evidence,
    Headline,
    Instance,
    Position,
    Turn,
    Witness,
)
from riwaya.tell.views import Views

Row = dict[str, Any]
Namer = Callable[[str], str]


class Names:
    """Document ids as the names that people see; asks the store once, and only where there is a row."""

    def __init__(self, views: Views) -> None:
        self._views = views

    def __call__(self, doc: str) -> str:
        return self._known.get(doc, doc)

    @cached_property
    def _known(self) -> Mapping[str, str]:
        return self._views.names()


def plain(value: Annotations | Entry | Instance | Commitment | Position) -> Row:
    """Return a struct as JSON would have it: dicts and lists all the way down."""
    row: Row = json.decode(json.encode(value))
    return row


def evidence(places: Iterable[Evidence], name: Namer) -> list[Row]:
    """Return where the words of a row stand, in code points."""
    return [place(one, name) for one in places]


def place(one: Evidence, name: Namer) -> Row:
    """Return one stretch of a report, under the report's name."""
    return {"doc": name(one.doc), "start": one.start, "end": one.end}


def named(one: Calling | Turn | Witness | Came | Headline, name: Namer) -> Row:
    """Return what one report says, with the report's name in the place of its id."""
    row: Row = json.decode(json.encode(one))
    del row["evidence"]
    return row | place(one.evidence, name)
