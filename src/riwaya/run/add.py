"""Reports into a store: read all, learn furniture, annotate what is new or touched, link.

Each step commits as it goes and finds out from the store what is left to do, so that a run that was killed anywhere
and is started again ends in the same rows as one that was not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from riwaya.model import Document, Failure
from riwaya.pipeline import Pipeline
from riwaya.read.options import ReadOptions
from riwaya.read.sources import documents, place
from riwaya.run.linking import linked
from riwaya.run.progress import Phase, Progress, silent
from riwaya.run.recurring import keys
from riwaya.run.work import CHUNK, Factory, Task, Workers
from riwaya.store import Store
from riwaya.store.arrivals import Arrivals, Counted
from riwaya.store.documents import chunks
from riwaya.store.records import Waiting
from riwaya.store.recurrence import Keys

BATCH = 100
"""Documents that are stored in one transaction."""

FEW = 4 * CHUNK
"""Up to so many articles are annotated in this process: others would take longer to start."""

STOPPED = "Stopped. What was done is kept; run the same command again and it goes on where it stopped."


class Summary(Struct, kw_only=True):
    """What an ``add`` did: articles new, changed and known; those of them that stand as failed; those annotated."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    failed: int = 0
    annotated: int = 0


def add(
    sources: Sequence[str],
    store: Store,
    options: ReadOptions | None = None,
    jobs: int = 1,
    progress: Progress = silent,
) -> Summary:
    """Read the sources into the store, annotate what is new or touched, and link; over ``jobs`` processes.

    The same sources twice change nothing. Raises SourceError, StoreError, and KeyboardInterrupt with a message that
    says how to go on.
    """
    origins = [source if "://" in source else place(source) for source in sources if source != "-"]
    return add_documents(documents(sources, options or ReadOptions()), store, jobs, progress, origins=origins)


def add_documents(
    found: Iterable[Document | Failure],
    store: Store,
    jobs: int = 1,
    progress: Progress = silent,
    pipeline: Factory = Pipeline,
    paragraphs: Keys = keys,
    origins: Sequence[str] = (),
) -> Summary:
    """Do what ``add`` does with documents that are read already, all there are under ``origins``."""
    try:
        with store.writer(), Workers(pipeline, jobs) as workers:
            return _Run(store, workers, progress).through(found, paragraphs, origins)
    except KeyboardInterrupt:
        raise KeyboardInterrupt(STOPPED) from None


class _Run:
    """One ``add`` under way: read, annotate, link."""

    def __init__(self, store: Store, workers: Workers, progress: Progress) -> None:
        self._store, self._workers, self._progress = store, workers, progress
        self._failed: set[str] = set()  # keys of what could not be read
        self._met: set[str] = set()  # keys of all that was read or annotated
        self._written: set[str] = set()  # ids of what was annotated
        self._summary = Summary()

    def through(self, found: Iterable[Document | Failure], paragraphs: Keys, origins: Sequence[str]) -> Summary:
        """Do the whole of it and return what was done."""
        for results in self._workers.map(self._read(found, Arrivals(paragraphs))):
            self._written |= self._store.put_annotations([replace(item, again=True) for item in results])
        self._store.outdate_failures(origins, self._failed)
        self._store.touch(self._workers.stages.version)
        self._annotate()
        self._date()
        self._workers.rest()
        if self._store.to_link():
            stages = self._workers.stages
            links = linked(
                self._store, self._store.rulings(), stages.version, stages.linked, self._progress, self._workers
            )
            self._store.put_links(links)
        self._summary.annotated = len(self._written)
        self._summary.failed = self._store.count_failures(self._met | self._failed)
        return self._summary

    def _read(self, found: Iterable[Document | Failure], arrivals: Arrivals) -> Iterator[Task | None]:
        """Store all that is read; give what is new to processes that would be idle meanwhile.

        They annotate it as if nothing recurred. It stays on the waiting list until all counts are known; then little
        of it has to be done again.
        """
        done = 0
        for batch in chunks(found, BATCH):
            failures = [item for item in batch if isinstance(item, Failure)]
            counted = self._store.take(arrivals, [item for item in batch if isinstance(item, Document)])
            self._store.put_failures(failures)
            self._failed.update(failure.key for failure in failures)
            self._met.update(item.key for item in batch if isinstance(item, Document))
            self._count(counted)
            done += len(batch)
            self._progress("read", done, None)
            yield from self._ahead(counted.added)
        self._count(self._store.settle(arrivals))
        self._progress("read", done, done)

    def _count(self, counted: Counted) -> None:
        self._summary.added += len(counted.added)
        self._summary.changed += counted.changed
        self._summary.unchanged += counted.unchanged

    def _ahead(self, documents: Sequence[Document]) -> Iterator[Task | None]:
        for some in chunks(documents, CHUNK):
            if self._summary.added <= FEW or not self._workers.idle():
                break
            yield Task(waiting=[Waiting(document=document, digest="") for document in some], counts={})
        yield None

    def _annotate(self) -> None:
        total = self._store.count_waiting()
        if total <= FEW:
            self._workers.stay()
        self._through(self._store.waiting(CHUNK), total, "annotate")

    def _through(self, found: Iterable[tuple[list[Waiting], dict[int, int]]], total: int, phase: Phase) -> None:
        done = 0
        tasks = (Task(waiting=waiting, counts=counts) for waiting, counts in found)
        for results in self._workers.map(tasks):
            self._written |= self._store.put_annotations(results)
            self._met.update(item.document.key for item in results if item.failure is not None)
            done += len(results)
            self._progress(phase, done, total)

    def _date(self) -> None:
        """Let the reports date one another, and annotate again those that get another date by it."""
        if self._store.to_link() and self._store.undated():
            found = self._workers.stages.dates(self._store.clues())
            if changed := self._store.put_dates(found):
                self._through(self._store.waiting(CHUNK, undated=True), changed, "date")
