"""A story and its timeline."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from riwaya.model.entity import Ruled
from riwaya.model.span import Evidence

Precision = Literal["minute", "part-of-day", "day", "week", "month", "quarter", "year", "unknown"]
Status = Literal["done", "under-way", "planned", "conditional", "denied"]


class Part(Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A sub-story: reports of a story that are closer to each other than to the rest of it."""

    title: str
    from_: str | None = None
    until: str | None = None
    documents: tuple[str, ...] = ()


class Neighbour(Struct, frozen=True, kw_only=True):
    """Another story that is near a story and apart from it, and the people, places and headline words of both."""

    story: str
    title: str
    shared: tuple[str, ...] = ()


class Story(Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """Reports that belong together; ids of documents in order of publication, unknown dates last."""

    id: str
    title: str
    from_: str | None = None
    until: str | None = None
    documents: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    rulings: tuple[Ruled, ...] = ()


class Came(Struct, frozen=True, kw_only=True):
    """How an event came to be told: the first report that gives it this status, its day, and who meets whom in it."""

    status: Status
    date: str | None = None
    evidence: Evidence
    who: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()


class Headline(Struct, frozen=True, kw_only=True):
    """The headline of a report that leads with an event, and where it stands."""

    text: str
    evidence: Evidence


class Entry(Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A line of a story's timeline: something dated that one or more reports tell.

    ``who`` did it, to ``whom``, both only where the grammar of a clause tells. ``came`` is there where reports differ
    in its status: planned in one, done in the next, in order of publication. ``background`` marks what was over long
    before the story began. ``inferred`` are the documents (among those of ``evidence``) that give it no date and were
    joined to it by what they tell. ``main`` is what a report leads with or several tell: the timeline at a glance.
    ``online`` marks a meeting that was held so, whatever places are named beside it. ``headline`` tells it in short.
    """

    story: str
    date: str
    from_: str | None = None
    until: str | None = None
    precision: Precision = "unknown"
    status: Status = "done"
    type: str = ""
    what: str = ""
    headline: Headline | None = None
    who: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    online: bool = False
    first: str = ""
    background: bool = False
    main: bool = False
    came: tuple[Came, ...] = ()
    inferred: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    rulings: tuple[Ruled, ...] = ()
