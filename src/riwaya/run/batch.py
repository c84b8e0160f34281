"""Annotation records of a batch, one after another in the order of the input, without a store."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from tempfile import TemporaryFile
from typing import IO

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from riwaya.errors import BadDocument
from riwaya.model import Annotations, Clues, Document, Failure, Published
from riwaya.pipeline import Pipeline
from riwaya.read.options import ReadOptions
from riwaya.read.sources import documents
from riwaya.run.recurring import keys
from riwaya.run.work import CHUNK, Factory, Task, Workers
from riwaya.store.arrivals import Rank, rank
from riwaya.store.documents import chunks
from riwaya.store.records import Annotated, Waiting
from riwaya.store.recurrence import ENOUGH, Keys
from riwaya.store.trouble import told

Record = Annotations | Failure


class _Item(Struct, frozen=True):
    """A document or failure of the batch, with the keys that matter to it, as it is kept between the two passes."""

    document: Document | None = None
    failure: Failure | None = None
    keys: dict[int, bool] = {}
    dated: bool = True


class _Keys(Struct, frozen=True):
    """The keys of an item and whether it has a date, read without its document."""

    keys: dict[int, bool] = {}
    dated: bool = True


class _Done(Struct, frozen=True):
    """What came of an item and its keys; ``again`` is the document's id where it is to be annotated once more."""

    done: Annotated | None = None
    failure: Failure | None = None
    keys: dict[int, bool] = {}
    again: str = ""


_ITEM = msgspec.json.Decoder(_Item)
_KEYS = msgspec.json.Decoder(_Keys)
_DONE = msgspec.json.Decoder(_Done)


def annotate(
    sources: Sequence[str], options: ReadOptions | None = None, alone: bool = False, jobs: int = 1
) -> Iterator[Record]:
    """Yield one record for each report of the sources, in their order, or the Failure that it became.

    What recurs in the batch is learned to be furniture, and its reports date one another, unless each report is to be
    seen ``alone``; for that the batch is read to its end before the first record comes, and annotated to its end
    where reports come without a date. Raises SourceError.
    """
    return annotate_documents(documents(sources, options or ReadOptions()), alone, jobs)


def annotate_documents(
    found: Iterable[Document | Failure],
    alone: bool = False,
    jobs: int = 1,
    pipeline: Factory = Pipeline,
    paragraphs: Keys = keys,
) -> Iterator[Record]:
    """Do what ``annotate`` does with documents that are read already."""
    with Workers(pipeline, jobs) as workers:
        if alone:
            yield from _records(_done(map(_alone, found), {}, workers, False))
            return
        current: dict[str, tuple[int, Rank]] = {}
        with _spool(_keyed(found, current, paragraphs)) as spool:
            chosen = {number for number, _ in current.values()}
            current.clear()
            counts, undated = _counts(spool, chosen)
            spool.seek(0)
            done = _done(map(_ITEM.decode, spool), counts, workers, undated)
            yield from _dated(done, counts, chosen, workers) if undated else _records(done)


@contextmanager
def _spool(items: Iterable[Struct]) -> Iterator[IO[bytes]]:
    """Keep the batch on disk between the two passes: memory holds the counts alone."""
    with ExitStack() as stack:
        with told("the folder for temporary files"):
            spool = stack.enter_context(TemporaryFile())
        for item in items:
            line = msgspec.json.encode(item) + b"\n"
            with told("the folder for temporary files"):
                spool.write(line)
        spool.seek(0)
        yield spool


def _alone(found: Document | Failure) -> _Item:
    return _Item(document=found) if isinstance(found, Document) else _Item(failure=found)


def _keyed(
    found: Iterable[Document | Failure], current: dict[str, tuple[int, Rank]], paragraphs: Keys
) -> Iterator[_Item]:
    """Yield the items; ``current`` comes to say at which number each article's current version, as in a store, is."""
    for number, one in enumerate(found):
        if isinstance(one, Failure):
            yield _Item(failure=one)
            continue
        with suppress(BadDocument):  # a store would not take it: it counts for nobody
            place = rank(one)
            if one.key not in current or current[one.key][1] < place:
                current[one.key] = (number, place)
        yield _Item(document=one, keys=dict(paragraphs(one)), dated=bool(one.given or one.published))


def _counts(spool: IO[bytes], chosen: Collection[int]) -> tuple[dict[int, int], bool]:
    """Return how often each key is counted, and whether reports come without a date."""
    counts: dict[int, int] = {}
    undated = False
    for number, line in enumerate(spool):
        if number in chosen:
            item = _KEYS.decode(line)
            undated |= not item.dated
            for key in (key for key, counted in item.keys.items() if counted):
                counts[key] = min(counts.get(key, 0) + 1, ENOUGH)
    return counts, undated


def _done(items: Iterable[_Item], counts: dict[int, int], workers: Workers, clues: bool) -> Iterator[_Done]:
    """Yield what comes of each item, in their order."""
    sent: deque[list[_Item]] = deque()
    for results in workers.map(_tasks(items, counts, sent, clues)):
        outcomes = iter(results)
        for item in sent.popleft():
            done = None if item.failure is not None else next(outcomes)
            yield _Done(done=done, failure=item.failure, keys=item.keys)


def _tasks(items: Iterable[_Item], counts: dict[int, int], sent: deque[list[_Item]], clues: bool) -> Iterator[Task]:
    for chunk in chunks(items, CHUNK):
        sent.append(chunk)
        waiting = [Waiting(document=item.document, digest="") for item in chunk if item.document is not None]
        asked = {key for item in chunk for key in item.keys}
        yield Task(waiting=waiting, counts={key: counts[key] for key in sorted(asked & counts.keys())}, clues=clues)


def _records(done: Iterable[_Done]) -> Iterator[Record]:
    for one in done:
        record = one.failure if one.done is None else one.done.record or one.done.failure
        if record is not None:
            yield record


# ── dating ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _dated(
    done: Iterable[_Done], counts: dict[int, int], chosen: Collection[int], workers: Workers
) -> Iterator[Record]:
    """Yield the records; those of reports that the others date are made anew with that date."""
    found: list[Clues] = []
    with _spool(_gathered(done, chosen, found)) as spool:
        dates = workers.stages.dates(found)
        if not dates:
            yield from _records(map(_DONE.decode, spool))
            return
        sent: deque[list[_Done]] = deque()
        marked = _marked(map(_DONE.decode, spool), dates)
        for results in workers.map(_again(marked, counts, dates, sent)):
            outcomes = {item.document.id: item for item in results}
            yield from _records(_Done(done=outcomes[one.again]) if one.again else one for one in sent.popleft())


def _gathered(done: Iterable[_Done], chosen: Collection[int], found: list[Clues]) -> Iterator[_Done]:
    """Yield what is done without the clues, which come to be ``found`` where the report counts for others."""
    for number, one in enumerate(done):
        if one.done is None:
            yield one
            continue
        if number in chosen and one.done.clues is not None:
            found.append(one.done.clues)
        yield replace(one, done=replace(one.done, clues=None))


def _marked(done: Iterable[_Done], dates: Mapping[str, Published]) -> Iterator[_Done]:
    """Yield what is done, marked where the report gets another date: each time that the same one came."""
    for one in done:
        known = one.done is not None and one.done.document.id in dates
        yield replace(one, again=one.done.document.id) if known and one.done is not None else one


def _again(
    marked: Iterable[_Done], counts: dict[int, int], dates: Mapping[str, Published], sent: deque[list[_Done]]
) -> Iterator[Task]:
    for chunk in chunks(marked, CHUNK):
        sent.append(chunk)
        waiting = [
            Waiting(document=one.done.document, digest="", dated=dates[one.again])
            for one in chunk
            if one.done is not None and one.again
        ]
        asked = {key for one in chunk if one.again for key in one.keys}
        yield Task(waiting=waiting, counts={key: counts[key] for key in sorted(asked & counts.keys())}, clues=False)
