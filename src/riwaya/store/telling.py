"""What a store tells: stories and their views, reports, names, rulings, what a search finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from riwaya.model import (
    Account,
    Commitment,
    Document,
    Entity,
    Entry,
    Failure,
    FigureSeries,
    Instance,
    Judgement,
    Outcome,
    Position,
    Report,
    SourceProfile,
    Story,
)
from riwaya.store import documents, failures, rulings, search, views
from riwaya.store.dump import dump
from riwaya.store.near import near
from riwaya.store.search import Hit
from riwaya.store.trouble import told

_STRIDE = 200
"""Reports that are in memory at once while all are streamed."""


class Telling:
    """The reading half of a store: one transaction a question, StoreError with a remedy where it fails."""

    def __init__(self, where: str, engine: Engine) -> None:
        self.where, self._engine = where, engine

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told(self.where), self._engine.connect() as connection:
            yield connection

    def stories(self) -> Sequence[Story]:
        """Return the stories, the largest first."""
        with self._reading() as connection:
            return views.every_story(connection)

    def reports(self, story: str | None = None) -> Iterator[Report]:
        """Yield the current reports of a story, or all, by publication then key, unknown dates last."""
        with self._reading() as connection:
            order = views.order(connection, story)
        for chosen in documents.chunks(order, _STRIDE):
            with self._reading() as connection:
                yield from views.reports(connection, chosen)

    def these(self, docs: Sequence[str]) -> Iterator[Report]:
        """Yield the current reports with those document ids, in their order."""
        for chosen in documents.chunks(docs, _STRIDE):
            with self._reading() as connection:
                yield from views.these(connection, chosen)

    def report(self, doc: str) -> Report | None:
        """Return the current report with that document id, key or short name."""
        with self._reading() as connection:
            return views.report(connection, doc)

    def names(self) -> Mapping[str, str]:
        """Return the name that people see of every current report, by document id."""
        with self._reading() as connection:
            return views.names(connection)

    def entities(self, story: str | None = None) -> Sequence[Entity]:
        """Return the people, organisations and places of a story, or all, those in most reports first."""
        with self._reading() as connection:
            return views.every_entity(connection, story)

    def timeline(self, story: str | None = None) -> Sequence[Entry]:
        """Return the timeline of a story, or of every story one after another."""
        with self._reading() as connection:
            return views.entries(connection, story)

    def sources(self, story: str | None = None) -> Sequence[SourceProfile]:
        """Return what each outlet rests on in a story, or in every story."""
        with self._reading() as connection:
            return views.profiles(connection, story)

    def processes(self, story: str | None = None) -> Sequence[Instance]:
        """Return the instances of the numbered series of a story, or of every story."""
        with self._reading() as connection:
            return views.instances(connection, story)

    def commitments(self, story: str | None = None) -> Sequence[Commitment]:
        """Return what was undertaken in a story, or in every story."""
        with self._reading() as connection:
            return views.undertaken(connection, story)

    def figures(self, story: str | None = None) -> Sequence[FigureSeries]:
        """Return the series of figures of a story, or of every story."""
        with self._reading() as connection:
            return views.counted(connection, story)

    def accounts(self, story: str | None = None) -> Sequence[Account]:
        """Return the claims and events of a story with all who tell them, or of every story."""
        with self._reading() as connection:
            return views.told(connection, story)

    def positions(self, story: str | None = None) -> Sequence[Position]:
        """Return what each actor said on each matter in a story, or in every story."""
        with self._reading() as connection:
            return views.held(connection, story)

    def rulings(self) -> Sequence[Judgement]:
        """Return a person's rulings, the earliest first."""
        with self._reading() as connection:
            return rulings.every(connection)

    def outcomes(self) -> Mapping[str, Outcome]:
        """Return what link made of the rulings, by their ids."""
        with self._reading() as connection:
            return rulings.outcomes(connection)

    def failures(self) -> Sequence[Failure]:
        """Return every report that could not be taken, by key and stage."""
        with self._reading() as connection:
            return failures.every(connection)

    def versions(self, key: str) -> Sequence[Document]:
        """Return every version of an article, the oldest first; empty where there is no such article."""
        with self._reading() as connection:
            return documents.versions_of(connection, key)

    def search(self, words: str, limit: int = 20) -> Sequence[Hit]:
        """Return the current reports in which all ``words`` stand, best first; «quoted words» stand together."""
        with self._reading() as connection:
            return search.search(connection, words, limit)

    def near(self, words: str, limit: int = 200) -> Sequence[str]:
        """Return the ids of the current reports that hold most of the rarest of ``words``, the most first."""
        with self._reading() as connection:
            return near(connection, words, limit)

    def dump(self) -> Iterator[str]:
        """Yield the canonical dump: equal for equal sets of reports, however they came in."""
        with self._reading() as connection:
            yield from dump(connection)
