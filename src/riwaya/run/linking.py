"""What a store holds, as ``link`` works on it: a report is digested once, and a story that has not changed stays."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Protocol, TypeVar

import msgspec
from msgspec import Struct

from riwaya import pipeline
from riwaya.link import links
from riwaya.link.dependence.wording import Wording
from riwaya.link.digest import Digest, Written, digest, read_head, read_whole, read_wording, written
from riwaya.link.kept import Before, Kept, Met
from riwaya.link.packed import packed, unpacker
from riwaya.link.task import Spread, Task, lines
from riwaya.model import Entity, Judgement, Lines, Links, Report, Story, Streamed, Window
from riwaya.run.progress import Progress, silent
from riwaya.run.work import Workers
from riwaya.store import Store
from riwaya.store.digests import Digested

BATCH = 100
"""Digests that are stored in one transaction."""

FEW = 500
"""Up to so many reports are digested, or read for their stories, in this process: others would take longer to start."""

T = TypeVar("T")

_STORY = msgspec.json.Decoder(Story)
_ENTITY = msgspec.json.Decoder(Entity)
_WINDOW = msgspec.json.Decoder(Window)


class Linker(Protocol):
    """Links reports that are kept somewhere, as ``link.links.linked`` does."""

    def __call__(self, kept: Kept, rulings: Sequence[Judgement] = (), spread: Spread | None = None) -> Links: ...


def linked(
    store: Store,
    rulings: Sequence[Judgement],
    version: str,
    linker: Linker,
    progress: Progress = silent,
    workers: Workers | None = None,
) -> Links:
    """Return what the reports of a store say together as ``rulings`` have it, less what has not changed since.

    ``version`` is that of the ``linker``: what another one made is made anew. Much of it is spread over the workers.
    """
    workers = workers if workers is not None and workers.several else None
    with unswept():
        _digested(store, version, progress, workers)
        return linker(Stored(store, version), rulings, _spread(store, workers))


def relinked(store: Store, rulings: Sequence[Judgement]) -> Links:
    """Return what the reports of a store say together as these ``rulings`` have it."""
    return linked(store, rulings, pipeline.version(), links.linked)


@contextmanager
def unswept() -> Iterator[None]:
    """Let the search for cycles rest: what is linked has none, and there is much of it to be walked over and over."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _begun(items: Iterator[T], reports: Callable[[T], int]) -> tuple[list[T], bool]:
    """Return the first of the items, and whether they are of more reports than ``FEW``."""
    first: list[T] = []
    left = FEW
    for item in items:
        first.append(item)
        left -= reports(item)
        if left < 0:
            return first, True
    return first, False


# ── digests ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _digested(store: Store, version: str, progress: Progress, workers: Workers | None) -> None:
    """Make the digests that lack: those that other code made are of no use."""
    done = 0
    lacking = store.undigested(version, BATCH)
    first, many = _begun(lacking, len)
    portions = chain(first, lacking)
    made: Iterable[list[Written]]
    if workers is not None and many:
        made = map(_WRITTEN.decode, workers.over(digest_some, map(msgspec.msgpack.encode, portions)))
    else:
        made = ([written(digest(report)) for report in reports] for reports in portions)
    for some in made:
        store.put_digests(version, [Digested(one.doc, one.head, one.lines, one.wording) for one in some])
        done += len(some)
        progress("link", done, None)


def digest_some(portion: bytes) -> bytes:
    """Return the digests of some reports, as a worker makes them."""
    return msgspec.msgpack.encode([written(digest(report)) for report in _REPORTS.decode(portion)])


# ── the lines of stories ────────────────────────────────────────────────────────────────────────────────────────


class _Job(Struct, frozen=True):
    task: Task
    reports: list[Report]


def _spread(store: Store, workers: Workers | None) -> Spread:
    """Return what does the work on stories: in this process, or over the workers where it is much."""

    def spread(tasks: Iterable[Task]) -> Iterator[Lines]:
        rest = iter(tasks)
        first, many = _begun(rest, lambda task: len(task.digests))
        every = ((task, list(store.these(task.story.documents))) for task in chain(first, rest))
        if workers is not None and many:
            return map(_LINES.decode, workers.over(lines_of, (packed(_Job(*one)) for one in every)))
        return (lines(*one) for one in every)

    return spread


def lines_of(job: bytes) -> bytes:
    """Return the lines of a story, as a worker makes them."""
    one = _JOB.decode(job)
    return packed(lines(one.task, one.reports))


_REPORTS = msgspec.msgpack.Decoder(list[Report])
_WRITTEN = msgspec.msgpack.Decoder(list[Written])
_JOB, _LINES = unpacker(_Job), unpacker(Lines)


# ── what is kept ────────────────────────────────────────────────────────────────────────────────────────────────


class Stored:
    """The reports of a store with their digests, and what was linked of them before by this ``version`` of the code."""

    def __init__(self, store: Store, version: str) -> None:
        self._store, self.version = store, version

    def heads(self) -> Iterator[Digest]:
        """Yield the digest of every report, without lines and wording."""
        return map(read_head, self._store.digests())

    def wordings(self, docs: Sequence[str]) -> Iterator[Wording]:
        """Yield the wordings of some reports, in their order."""
        return (read_wording(one.wording) for one in self._store.digests_of(docs))

    def whole(self, docs: Sequence[str]) -> Iterator[Digest]:
        """Yield the digests of some reports with their lines, in their order."""
        return (read_whole(one.head, one.lines) for one in self._store.digests_of(docs))

    def reports(self, docs: Sequence[str]) -> Iterable[Report]:
        """Return some reports, in their order."""
        return self._store.these(docs)

    def before(self) -> Mapping[str, Before]:
        """Return what was linked before, by the story's id."""
        return {story: Before(inputs, _STORY.decode(record)) for story, inputs, record in self._store.linked()}

    def met(self) -> Mapping[str, Met]:
        """Return the entities of before, by their ids."""
        return {entity: Met(inputs, _ENTITY.decode(record)) for entity, inputs, record in self._store.met()}

    def stream(self) -> Mapping[str, Streamed]:
        """Return what became of each report in the stream."""
        return self._store.stream()

    def windows(self) -> Mapping[int, Window]:
        """Return what was found copied in each window, by its first era."""
        return {number: _WINDOW.decode(record) for number, record in self._store.windows()}
