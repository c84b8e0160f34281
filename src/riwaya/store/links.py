"""What was linked, into the store: rows that are the same stay untouched, only what differs is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Select, Table, bindparam, delete, select, update

from riwaya.model import (
    Account,
    Commitment,
    Entity,
    Entry,
    FigureSeries,
    Instance,
    Links,
    Position,
    SourceProfile,
    Story,
)
from riwaya.store import rulings
from riwaya.store.about import note
from riwaya.store.documents import chunks
from riwaya.store.inserting import insert_all
from riwaya.store.schema import (
    accounts,
    commitments,
    copy_windows,
    entities,
    entity_inputs,
    entity_reports,
    figure_series,
    positions,
    processes,
    sources,
    stories,
    story_inputs,
    story_reports,
    stream,
    timeline,
    versions,
)

T = TypeVar("T", FigureSeries, Account, Position)
Row = tuple[Any, ...]
"""A row in the order of its table's columns; the primary key's columns come first in every table here."""


class _Difference:
    """The rows of a table that have to go, change and come so that it holds just ``rows``."""

    def __init__(
        self, connection: Connection, table: Table, rows: Iterable[Row], among: Sequence[str] | None = None
    ) -> None:
        """``among`` are the stories or entities whose rows are looked at, where not all are."""
        self.table = table
        self._width = len(table.primary_key.columns)
        self.fresh = {row[: self._width]: row for row in rows}
        self.gone: list[Row] = []
        self.changed: list[Row] = []
        for query in _queries(table, among):
            for row in connection.execute(query):
                self._meet(tuple(row))

    def _meet(self, row: Row) -> None:
        place = row[: self._width]
        wanted = self.fresh.pop(place, None)
        if wanted is None:
            self.gone.append(place)
        elif wanted != row:
            self.changed.append(wanted)

    @property
    def touched(self) -> frozenset[str]:
        """What the rows are of (the first column) that go, change or come."""
        return frozenset(str(row[0]) for rows in (self.gone, self.changed, self.fresh) for row in rows)

    def delete(self, connection: Connection) -> None:
        keys = [column.name for column in self.table.primary_key.columns]
        order = delete(self.table).where(*(self.table.c[name] == bindparam(f"{name}_") for name in keys))
        for chunk in chunks(self.gone, 1000):
            connection.execute(order, [dict(zip((f"{name}_" for name in keys), place, strict=True)) for place in chunk])

    def write(self, connection: Connection) -> None:
        names = [column.name for column in self.table.columns]
        keys = names[: self._width]
        order = update(self.table).where(*(self.table.c[name] == bindparam(f"{name}_") for name in keys))
        order = order.values({name: bindparam(name) for name in names[self._width :]})
        marked = [f"{name}_" for name in keys] + names[self._width :]
        for chunk in chunks(self.changed, 1000):
            connection.execute(order, [dict(zip(marked, row, strict=True)) for row in chunk])
        for chunk in chunks(self.fresh.values(), 1000):
            insert_all(connection, self.table, [dict(zip(names, row, strict=True)) for row in chunk])


def _queries(table: Table, among: Sequence[str] | None) -> Iterator[Select[Any]]:
    if among is None:
        yield select(table)
        return
    whose = next(iter(table.primary_key.columns))
    for some in chunks(among, 500):
        yield select(table).where(whose.in_(some))


def put(connection: Connection, links: Links) -> None:
    """Make the linked rows say what ``links`` says and note that nothing is left to link."""
    number = _numbers(connection)
    differences = [*_of_entities(connection, links, number), *_of_stories(connection, links, number)]
    for difference in reversed(differences):  # what refers goes before what it refers to, and comes after it
        difference.delete(connection)
    for difference in differences:
        difference.write(connection)
    rulings.tell(connection, links.outcomes)
    note(connection, "to_link", None)


def _of_entities(connection: Connection, links: Links, number: dict[str, int]) -> list[_Difference]:
    """Return what changes of people, bodies and places, and of where they appear."""
    people = [one for one in links.entities if one.id not in links.same]
    some = _others(connection, entities, (one.id for one in links.entities), links.same)
    named = _Difference(connection, entities, map(_entity, people), some)
    renamed = named.touched
    appear = _entity_reports((one for one in people if one.id in renamed), number)
    marks = ((one.id, links.entity_inputs.get(one.id, "")) for one in people)
    return [
        named,
        _Difference(connection, entity_reports, appear, sorted(renamed)),
        _Difference(connection, entity_inputs, marks, some),
    ]


def _of_stories(connection: Connection, links: Links, number: dict[str, int]) -> Iterator[_Difference]:
    """Yield what changes of the stories, of what is kept for the next linking, and of each view of a changed story."""
    changed = [one for one in links.stories if one.id not in links.unchanged]
    among = _others(connection, stories, (one.id for one in links.stories), links.unchanged)
    kept = ((doc, one.mark, one.day, one.into, one.on) for doc, one in links.stream.items())
    windows = ((at, _record(one)) for at, one in links.windows.items())
    yield _Difference(connection, stories, map(_story, links.stories))
    yield _Difference(connection, story_inputs, links.inputs.items())
    yield _Difference(connection, copy_windows, windows)
    yield _Difference(connection, stream, kept)
    yield _Difference(connection, story_reports, _story_reports(changed, number), among)
    yield _Difference(connection, timeline, _timeline(links.timeline), among)
    yield _Difference(connection, sources, map(_source, links.sources), among)
    yield _Difference(connection, processes, _processes(links.processes), among)
    yield _Difference(connection, commitments, _commitments(links.commitments), among)
    yield _Difference(connection, figure_series, _numbered(links.figures, _series), among)
    yield _Difference(connection, accounts, _numbered(links.accounts, _account), among)
    yield _Difference(connection, positions, _numbered(links.positions, _position), among)


def _others(connection: Connection, table: Table, ids: Iterable[str], same: Set[str]) -> list[str] | None:
    """Return all ids, new and gone ones too, but for those that are as they were; None where none is."""
    return sorted((set(connection.scalars(select(table.c.id))) | set(ids)) - same) if same else None


def _numbers(connection: Connection) -> dict[str, int]:
    rows = connection.execute(select(versions.c.document, versions.c.id).where(versions.c.current))
    return {row[0]: row[1] for row in rows}


def _record(item: msgspec.Struct) -> str:
    return msgspec.json.encode(item).decode()


def _story(story: Story) -> Row:
    return story.id, story.title, story.from_, story.until, len(story.documents), _record(story)


def _story_reports(found: Iterable[Story], number: dict[str, int]) -> Iterator[Row]:
    for story in found:
        for at, document in enumerate(story.documents):
            if document in number:
                yield story.id, number[document], at


def _entity(entity: Entity) -> Row:
    return entity.id, entity.type, entity.name, entity.romanised, len(entity.documents), _record(entity)


def _entity_reports(found: Iterable[Entity], number: dict[str, int]) -> Iterator[Row]:
    for entity in found:
        for document in sorted(set(entity.documents)):
            if document in number:
                yield entity.id, number[document]


def _timeline(entries: Iterable[Entry]) -> Iterator[Row]:
    count: dict[str, int] = {}
    for item in entries:
        number = count[item.story] = count.get(item.story, 0) + 1
        dates = (item.date, item.from_, item.until)
        yield item.story, number, *dates, item.status, item.type, item.what, _record(item)


def _source(profile: SourceProfile) -> Row:
    counts = (profile.documents, profile.statements, profile.own, profile.unnamed)
    return profile.story, profile.outlet, *counts, _record(profile)


def _processes(found: Iterable[Instance]) -> Iterator[Row]:
    count: dict[str, int] = {}
    for item in found:
        line = count[item.story] = count.get(item.story, 0) + 1
        place = (item.process, item.kind, item.number, item.last, item.name)
        yield item.story, line, *place, item.date, item.from_, item.until, item.status, _record(item)


def _commitments(found: Iterable[Commitment]) -> Iterator[Row]:
    count: dict[str, int] = {}
    for item in found:
        number = count[item.story] = count.get(item.story, 0) + 1
        told = (", ".join(item.who), item.what, item.by, item.condition, item.status, len(item.history))
        yield item.story, number, *told, _record(item)


def _numbered(found: Iterable[T], told: Callable[[T], Row]) -> Iterator[Row]:
    """Yield a row a line: its story, its number there, what it tells, its record."""
    count: dict[str, int] = {}
    item: T
    for item in found:
        number = count[item.story] = count.get(item.story, 0) + 1
        yield item.story, number, *told(item), _record(item)


def _series(item: FigureSeries) -> Row:
    return item.what, item.part_of, item.fate, item.verdict, item.low, item.high, len(item.counts)


def _account(item: Account) -> Row:
    disputed = sum(one.disputed for one in item.details)
    return item.event, item.date, len(item.witnesses), item.origins, item.unknown, disputed


def _position(item: Position) -> Row:
    return item.who, item.matter, item.date, item.kind, item.shift, item.text
