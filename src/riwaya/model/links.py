"""Everything that is derived from a set of reports."""

from __future__ import annotations

from msgspec import Struct

from riwaya.model.account import Account
from riwaya.model.counts import FigureSeries
from riwaya.model.entity import Entity
from riwaya.model.judgement import Outcome
from riwaya.model.position import Position
from riwaya.model.process import Commitment, Instance
from riwaya.model.source import Copy, SourceProfile
from riwaya.model.story import Entry, Story


class Streamed(Struct, frozen=True):
    """What became of a report in the stream of news: on which day it joined the story of which earlier one, if any.

    ``mark`` is that of all by which it is compared, ``day`` its place in time.
    """

    mark: str
    day: int
    into: str | None = None
    on: int | None = None


class Window(Struct, frozen=True):
    """The copies found in a window of time, before any ruling, and the reports that are surely prints of one text.

    ``mark`` is that of the reports among which they were found.
    """

    mark: str
    copies: tuple[Copy, ...]
    prints: tuple[tuple[str, str], ...]


class Lines(Struct, frozen=True, kw_only=True):
    """The lines of one story, or of every story, in every view."""

    timeline: tuple[Entry, ...] = ()
    sources: tuple[SourceProfile, ...] = ()
    processes: tuple[Instance, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    figures: tuple[FigureSeries, ...] = ()
    accounts: tuple[Account, ...] = ()
    positions: tuple[Position, ...] = ()


class Links(Lines, frozen=True, kw_only=True):
    """Everything that ``link`` derives from a set of reports; ``outcomes`` tell what became of a person's rulings.

    ``inputs`` mark by story all that its lines follow from; ``unchanged`` are those whose lines are as they were when
    that was the same before: they are left out of the views here. ``entity_inputs`` mark by entity all that it follows
    from, ``same`` are those that are as they were. ``stream`` tells what became of each report (a
    document id) among the others, ``windows`` (by their first eras) what was copied.
    """

    stories: tuple[Story, ...] = ()
    entities: tuple[Entity, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    inputs: dict[str, str] = {}
    unchanged: frozenset[str] = frozenset()
    entity_inputs: dict[str, str] = {}
    same: frozenset[str] = frozenset()
    stream: dict[str, Streamed] = {}
    windows: dict[int, Window] = {}
