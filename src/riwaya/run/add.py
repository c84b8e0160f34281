"""Reports into a store: read all, learn furniture, annotate what is new or touched, link.

Each step commits as it goes and finds out from the store what is left to do, so that a run that was killed anywhere
and is started again ends in the same rows as one that was not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from riwaya.model import Document, Failure, Report
from riwaya.pipeline import Pipeline
from riwaya.read.options import ReadOptions
from riwaya.read.sources import documents
from riwaya.run.progress import Progress, silent
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
    """What an ``add`` did: articles new, changed and known; failures met; records written."""

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
    return add_documents(documents(sources, options or ReadOptions()), store, jobs, progress)


def add_documents(
    found: Iterable[Document | Failure],
    store: Store,
    jobs: int = 1,
    progress: Progress = silent,
    pipeline: Factory = Pipeline,
    paragraphs: Keys = keys,
) -> Summary:
    """Do what ``add`` does with documents that are read already."""
    summary = Summary()
    try:
        with store.writer(), Workers(pipeline, jobs) as workers:
            _store(found, store, workers, summary, progress, paragraphs)
            _annotate(store, workers, summary, progress)
            _link(store, workers, progress)
    except KeyboardInterrupt:
        raise KeyboardInterrupt(STOPPED) from None
    return summary


def _store(
    found: Iterable[Document | Failure],
    store: Store,
    workers: Workers,
    summary: Summary,
    progress: Progress,
    paragraphs: Keys,
) -> None:
    """Read everything; other processes that would be idle meanwhile annotate ahead, as if nothing recurred.

    What was annotated ahead stays on the waiting list until all counts are known; few of it has to be done again.
    """
    arrivals = Arrivals(paragraphs)

    def ahead() -> Iterator[Task | None]:
        done = 0
        for batch in chunks(found, BATCH):
            failures = [item for item in batch if isinstance(item, Failure)]
            counted = store.take(arrivals, [item for item in batch if isinstance(item, Document)])
            store.put_failures(failures)
            _count(summary, counted, len(failures))
            done += len(batch)
            progress("read", done, None)
            yield from _ahead(counted.added if summary.added > FEW else (), workers)
        _count(summary, store.settle(arrivals))
        progress("read", done, done)

    for results in workers.map(ahead()):
        summary.annotated += store.put_annotations([replace(item, again=True) for item in results])


def _count(summary: Summary, counted: Counted, failed: int = 0) -> None:
    summary.added += len(counted.added)
    summary.changed += counted.changed
    summary.unchanged += counted.unchanged
    summary.failed += failed + counted.refused


def _ahead(documents: Sequence[Document], workers: Workers) -> Iterator[Task | None]:
    for some in chunks(documents, CHUNK):
        if not workers.idle():
            break
        yield Task(waiting=[Waiting(document=document, digest="") for document in some], counts={})
    yield None


def _annotate(store: Store, workers: Workers, summary: Summary, progress: Progress) -> None:
    store.touch(workers.stages.version)
    total, done = store.count_waiting(), 0
    if total <= FEW:
        workers.stay()
    for results in workers.map(_tasks(store)):
        summary.annotated += store.put_annotations(results)
        summary.failed += sum(item.failure is not None for item in results)
        done += len(results)
        progress("annotate", done, total)


def _tasks(store: Store) -> Iterator[Task]:
    for waiting, counts in store.waiting(CHUNK):
        yield Task(waiting=waiting, counts=counts)


def _link(store: Store, workers: Workers, progress: Progress) -> None:
    if store.to_link():
        store.put_links(workers.stages.link(_counted(store, progress)))


def _counted(store: Store, progress: Progress) -> Iterator[Report]:
    for done, report in enumerate(store.reports(), 1):
        if done % BATCH == 0:
            progress("link", done, None)
        yield report
