"""The store: everything that was read, annotated and linked, on SQLite or PostgreSQL, behind one object."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from sqlalchemy import Connection, Engine

from riwaya.model import (
    Clues,
    Document,
    Failure,
    Judgement,
    Links,
    Published,
    Report,
    Streamed,
)
from riwaya.store import (
    about,
    dating,
    digests,
    documents,
    failures,
    links,
    opening,
    records,
    recurrence,
    rulings,
    views,
)
from riwaya.store.arrivals import Arrivals, Counted
from riwaya.store.digests import Digested
from riwaya.store.records import Annotated, Waiting
from riwaya.store.recurrence import Keys
from riwaya.store.telling import Telling
from riwaya.store.trouble import told
from riwaya.store.writer import only_writer


class Store(Telling):
    """A store that is open; every method reads or writes in one transaction and raises StoreError with a remedy.

    It has the methods of ``tell``'s views: ``stories``, ``reports``, ``report``, ``names``, ``entities``,
    ``timeline``, ``sources``, ``processes``, ``commitments``, ``failures`` and ``versions``.
    """

    def __init__(self, where: str, engine: Engine, patience: float, folder: TemporaryDirectory[str] | None = None):
        super().__init__(where, engine)
        self._patience, self._folder = patience, folder

    def __enter__(self) -> Store:
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection; a temporary store is gone with that."""
        self._engine.dispose()
        if self._folder is not None:
            self._folder.cleanup()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with told(self.where), self._engine.begin() as connection:
            opening.lock(connection)
            yield connection

    @contextmanager
    def writer(self) -> Iterator[None]:
        """Be the only one who adds to this store within the block; a killed writer is none."""
        with only_writer(self.where, self._engine, self._patience):
            yield

    # ── what comes in ───────────────────────────────────────────────────────────────────────────────────────────

    def put_documents(self, batch: Sequence[Document], keys: Keys) -> Counted:
        """Store the documents; ``keys`` gives their paragraphs' keys. What is there already changes nothing.

        A document with another text than its article's current one is a new version, and current from now on.
        """
        arrivals = Arrivals(keys)
        return self.take(arrivals, batch) + self.settle(arrivals)

    def take(self, arrivals: Arrivals, batch: Sequence[Document]) -> Counted:
        """Store what is new among the documents; new versions wait until ``settle``."""
        with self._writing() as connection:
            return arrivals.take(connection, batch)

    def settle(self, arrivals: Arrivals) -> Counted:
        """Store the new versions among what was taken."""
        with self._writing() as connection:
            return arrivals.settle(connection)

    def put_failures(self, batch: Sequence[Failure]) -> None:
        """Store what could not be taken, one row an article and stage."""
        if batch:
            with self._writing() as connection:
                failures.put(connection, batch)

    def count_failures(self, keys: Iterable[str]) -> int:
        """Return how many articles of those keys stand as failed, whichever run found that out."""
        with self._reading() as connection:
            return failures.count(connection, keys)

    def outdate_failures(self, origins: Sequence[str], seen: Iterable[str]) -> None:
        """Forget the read failures under these files, folders and addresses that were not seen this time."""
        with self._writing() as connection:
            failures.outdate(connection, origins, seen)

    def touch(self, annotators: str) -> None:
        """Put on the waiting list what new articles or new annotators (another ``annotators``) may change."""
        with self._writing() as connection:
            if about.noted(connection, "annotators") != annotators:
                records.stale(connection)
                about.note(connection, "annotators", annotators)
                about.note(connection, "to_link", "yes")
            recurrence.touch(connection)

    def waiting(self, size: int, undated: bool = False) -> Iterator[tuple[list[Waiting], dict[int, int]]]:
        """Yield the documents that wait for annotation in lists of ``size``, with the counts of their paragraphs.

        With ``undated`` only those that have been annotated and give no day by themselves.
        """
        full: dict[int, int] = {}
        last = 0
        while True:
            with self._reading() as connection:
                found = records.waiting(connection, last, size, undated)
                if not found:
                    return
                counts = recurrence.counts(connection, [item.article for item in found], full)
            yield found, counts
            last = found[-1].article

    def count_waiting(self) -> int:
        """Return how many documents wait for annotation."""
        with self._reading() as connection:
            return records.count_waiting(connection)

    def put_annotations(self, batch: Sequence[Annotated]) -> set[str]:
        """Store what came of waiting documents and take them off the list; return the ids of those that changed."""
        with self._writing() as connection:
            return records.put(connection, batch)

    def undated(self) -> bool:
        """Return whether there are reports whose own words give no day of publication."""
        with self._reading() as connection:
            return dating.undated(connection)

    def clues(self) -> Iterator[Clues]:
        """Yield what each report gives to the dating of others."""
        with self._reading() as connection:
            yield from dating.every(connection)

    def put_dates(self, found: Mapping[str, Published]) -> int:
        """Let other reports date the undated ones so; those for which that is new wait again. Return their number."""
        with self._writing() as connection:
            return dating.put(connection, found)

    def to_link(self) -> bool:
        """Return whether anything has changed since the reports were last linked."""
        with self._reading() as connection:
            return about.noted(connection, "to_link") is not None

    def undigested(self, by: str, size: int) -> Iterator[list[Report]]:
        """Yield the reports that have no digest made ``by`` this code, in lists of ``size``."""
        with self._reading() as connection:
            missing = digests.without(connection, by)
        for chosen in documents.chunks(missing, size):
            with self._reading() as connection:
                found = list(views.reports(connection, chosen))
            yield found

    def put_digests(self, by: str, made: Sequence[Digested]) -> None:
        """Store digests made ``by`` this code."""
        with self._writing() as connection:
            digests.put(connection, by, made)

    def digests(self) -> Iterator[bytes]:
        """Yield the heads of the digests of all reports."""
        with self._reading() as connection:
            yield from digests.heads(connection)

    def digests_of(self, docs: Sequence[str]) -> Iterator[Digested]:
        """Yield the digests of some reports, in their order."""
        with self._reading() as connection:
            yield from digests.parts(connection, docs)

    def linked(self) -> Iterator[tuple[str, str, str]]:
        """Yield every story that was linked: its id, the mark of what its lines follow from, its record."""
        with self._reading() as connection:
            yield from digests.linked(connection)

    def met(self) -> Iterator[tuple[str, str, str]]:
        """Yield every entity that was linked: its id, the mark of what it follows from, its record."""
        with self._reading() as connection:
            yield from digests.met(connection)

    def stream(self) -> Mapping[str, Streamed]:
        """Return what became of each report in the stream of news when it was last linked, by document id."""
        with self._reading() as connection:
            return digests.streamed(connection)

    def windows(self) -> Iterator[tuple[int, str]]:
        """Yield what was found copied in each window of time, as its first era and a record."""
        with self._reading() as connection:
            yield from digests.windows(connection)

    def put_links(self, found: Links) -> None:
        """Make the linked rows say what ``found`` says; rows that say so already are left alone."""
        with self._writing() as connection:
            links.put(connection, found)

    def put_rulings(self, wanted: Sequence[Judgement], found: Links | None = None) -> None:
        """Hold just these rulings, and with them what was linked by them, at once; else the next ``add`` links."""
        with self._writing() as connection:
            before = about.noted(connection, "to_link")
            rulings.put(connection, wanted)
            if found is not None:
                links.put(connection, found)
            about.note(connection, "to_link", "yes" if found is None else before)


def open_store(where: str | Path, create: bool = True, patience: float = 10.0, change: bool = False) -> Store:
    """Return the store at a path or ``postgresql://`` URL, made where there is none and ``create`` allows it.

    ``change`` says that one which is there will be written to, though none is to be made.
    ``patience`` is how many seconds to wait for another writer. Raises StoreError (missing folder, unknown URL, not
    a store, newer schema, no rights).
    """
    place = str(where)
    return Store(opening.shown(place), opening.engine(place, create, patience, change=change), patience)


def temporary_store() -> Store:
    """Return a store that is gone when it is closed. Raises StoreError where no temporary folder can be made."""
    with told("the temporary folder"):
        folder = TemporaryDirectory(prefix="riwaya-")
    place = str(Path(folder.name) / "riwaya.db")
    return Store(place, opening.engine(place, create=True, patience=10.0, throwaway=True), 10.0, folder)
