"""Annotation records of a batch, one after another in the order of the input, without a store."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from tempfile import TemporaryFile
from typing import IO

import msgspec
from msgspec import Struct

from riwaya.errors import BadDocument
from riwaya.model import Annotations, Document, Failure
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


class _Keys(Struct, frozen=True):
    """The keys of an item alone, read without its document."""

    keys: dict[int, bool] = {}


_ITEM = msgspec.json.Decoder(_Item)
_KEYS = msgspec.json.Decoder(_Keys)


def annotate(
    sources: Sequence[str], options: ReadOptions | None = None, alone: bool = False, jobs: int = 1
) -> Iterator[Record]:
    """Yield one record for each report of the sources, in their order, or the Failure that it became.

    What recurs in the batch is learned to be furniture, unless each report is to be seen ``alone``; for that the
    batch is read to its end before the first record comes. Raises SourceError.
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
            yield from _records(map(_alone, found), {}, workers)
            return
        current: dict[str, tuple[int, Rank]] = {}
        with _spool(_keyed(found, current, paragraphs)) as spool:
            counts = _counts(spool, {number for number, _ in current.values()})
            current.clear()
            spool.seek(0)
            yield from _records(map(_ITEM.decode, spool), counts, workers)


@contextmanager
def _spool(items: Iterable[_Item]) -> Iterator[IO[bytes]]:
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
        yield _Item(document=one, keys=dict(paragraphs(one)))


def _counts(spool: IO[bytes], chosen: Collection[int]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for number, line in enumerate(spool):
        if number in chosen:
            for key in (key for key, counted in _KEYS.decode(line).keys.items() if counted):
                counts[key] = min(counts.get(key, 0) + 1, ENOUGH)
    return counts


def _records(items: Iterable[_Item], counts: dict[int, int], workers: Workers) -> Iterator[Record]:
    sent: deque[list[_Item]] = deque()
    for results in workers.map(_tasks(items, counts, sent)):
        outcomes = iter(results)
        for item in sent.popleft():
            if item.failure is not None:
                yield item.failure
            else:
                yield from _record(next(outcomes))


def _record(done: Annotated) -> Iterator[Record]:
    record = done.record or done.failure
    if record is not None:
        yield record


def _tasks(items: Iterable[_Item], counts: dict[int, int], sent: deque[list[_Item]]) -> Iterator[Task]:
    for chunk in chunks(items, CHUNK):
        sent.append(chunk)
        waiting = [Waiting(document=item.document, digest="") for item in chunk if item.document is not None]
        asked = {key for item in chunk for key in item.keys}
        yield Task(waiting=waiting, counts={key: counts[key] for key in sorted(asked & counts.keys())})
