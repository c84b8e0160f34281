"""Annotate documents, in this process or over several, in the order in which they came.

A worker that dies (killed, out of memory) takes one article with it, which becomes a Failure; the others are done
again. Workers are spawned, not forked, so that every system does the same; they end when their parent does.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from hashlib import blake2b
from multiprocessing import get_context, parent_process
from threading import Thread
from types import TracebackType
from typing import Protocol

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from riwaya.errors import BadDocument, ConfigurationError
from riwaya.link.kept import Kept
from riwaya.link.task import Spread
from riwaya.model import Annotations, Clues, Document, Failure, Judgement, Links, Published
from riwaya.run.recurring import Counts
from riwaya.store.records import Annotated, Waiting

CHUNK = 16
"""Articles that go to a worker at once."""

AHEAD = 8
"""Stories for each worker that are under way at once: a large one holds up those after it."""


class Stages(Protocol):
    """What ``run`` needs of a pipeline; ``version`` changes whenever annotations may."""

    @property
    def version(self) -> str: ...
    def learned(self, document: Document, recurrence: Counts) -> Document: ...
    def annotate(self, document: Document, dated: Published | None = None) -> Annotations | Failure: ...
    def clues(self, document: Document, record: Annotations) -> Clues: ...
    def dates(self, clues: Iterable[Clues]) -> Mapping[str, Published]: ...
    def linked(self, kept: Kept, rulings: Sequence[Judgement] = (), spread: Spread | None = None) -> Links: ...


Factory = Callable[[], Stages]
Work = Callable[[bytes], bytes]


class Task(Struct, frozen=True, kw_only=True):
    """Documents to be annotated, and in how many articles each of their paragraphs stands.

    ``clues`` says whether they are to give their part to the dating of others.
    """

    waiting: list[Waiting]
    counts: dict[int, int]
    clues: bool = True


_TASK = msgspec.json.Decoder(Task)
_DONE = msgspec.json.Decoder(list[Annotated])


def work(stages: Stages, task: Task) -> list[Annotated]:
    """Return what comes of each document of the task, in its order; a fault of one harms none of the others."""
    recurrence = Counts(task.counts)
    return [_one(stages, item, recurrence, task.clues) for item in task.waiting]


def _one(stages: Stages, item: Waiting, recurrence: Counts, clues: bool) -> Annotated:
    try:
        document = stages.learned(item.document, recurrence)
        digest = _digest(stages.version, document, item.dated)
        if digest == item.digest:
            return Annotated(document=document, digest=digest)
        outcome = stages.annotate(document, item.dated)
        given = stages.clues(document, outcome) if clues and not isinstance(outcome, Failure) else None
        msgspec.json.encode((outcome, given))
    except ConfigurationError:
        raise
    except BadDocument as bad:
        return failed(item.document, bad.reason)
    except Exception as bug:  # noqa: BLE001 - one article must never stop a run over thousands
        return failed(item.document, f"a fault of Riwaya's own ({type(bug).__name__}: {bug}); please report it")
    if isinstance(outcome, Failure):
        return Annotated(document=document, digest=digest, failure=outcome)
    used = item.dated if outcome.published == item.dated else None  # else by now it gives its day itself
    digest = _digest(stages.version, document, used)
    return Annotated(document=document, digest=digest, record=outcome, clues=given, dated=used)


def failed(document: Document, reason: str, again: bool = False) -> Annotated:
    """Return the failure of a document at the annotate stage, to be tried ``again`` in the next run or not."""
    failure = Failure(doc=document.doc, key=document.key, stage="annotate", reason=reason)
    return Annotated(document=document, digest="", failure=failure, again=again)


def _digest(version: str, document: Document, dated: Published | None) -> str:
    return blake2b(msgspec.json.encode((version, document, dated)), digest_size=16).hexdigest()


# ── in a worker ─────────────────────────────────────────────────────────────────────────────────────────────────

_FACTORY: list[Factory] = []
_STAGES: list[Stages] = []


def _begin(factory: Factory) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which lets its workers finish
    Thread(target=_end_with_parent, daemon=True).start()
    _FACTORY[:] = [factory]  # what only links needs no annotators


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(task: bytes) -> bytes:
    if not _STAGES:
        _STAGES[:] = [_FACTORY[0]()]
    return msgspec.json.encode(work(_STAGES[0], _TASK.decode(task)))


# ── in the parent ───────────────────────────────────────────────────────────────────────────────────────────────


class Workers:
    """A pipeline over ``jobs`` processes; with one job it is this process, and nothing is spawned."""

    def __init__(self, factory: Factory, jobs: int = 1) -> None:
        self._factory, self._jobs = factory, jobs
        self._stages: Stages | None = None
        self._pool: ProcessPoolExecutor | None = None
        self._under_way: deque[tuple[Task, Future[bytes]]] = deque()

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        self.rest()

    @property
    def stages(self) -> Stages:
        """The pipeline of this process."""
        if self._stages is None:
            self._stages = self._factory()
        return self._stages

    def stay(self) -> None:
        """Do what comes in this process: it is too little to spread."""
        self._jobs = 1

    def idle(self) -> bool:
        """Return whether another process could take a task at once."""
        return self._jobs > 1 and len(self._under_way) <= self._jobs

    def map(self, tasks: Iterable[Task | None]) -> Iterator[list[Annotated]]:
        """Yield what comes of each task in the order of the tasks, a bounded number of them under way at once.

        None among the tasks is none: only what is done already is yielded then.
        """
        if self._jobs <= 1:
            yield from (work(self.stages, task) for task in tasks if task is not None)
            return
        for task in tasks:
            if task is not None:
                self._under_way.append((task, self._submit(task)))
            while self._under_way and (len(self._under_way) > 2 * self._jobs or self._under_way[0][1].done()):
                yield self._next()
        while self._under_way:
            yield self._next()

    def over(self, work: Work, portions: Iterable[bytes]) -> Iterator[bytes]:
        """Yield what ``work`` (a function of a module) makes of each portion, in their order, over the processes.

        What a worker was doing that died is done in this process.
        """
        under_way: deque[tuple[bytes, Future[bytes]]] = deque()
        for portion in portions:
            under_way.append((portion, self._given(work, portion)))
            while under_way and (len(under_way) > AHEAD * self._jobs or under_way[0][1].done()):
                yield self._done(work, *under_way.popleft())
        while under_way:
            yield self._done(work, *under_way.popleft())

    def _done(self, work: Work, portion: bytes, future: Future[bytes]) -> bytes:
        try:
            return future.result()
        except BrokenProcessPool:
            self.rest()
            return work(portion)

    @property
    def several(self) -> bool:
        """Whether there are other processes to give work to."""
        return self._jobs > 1

    def _next(self) -> list[Annotated]:
        under_way = self._under_way
        task, future = under_way.popleft()
        try:
            return _DONE.decode(future.result())
        except BrokenProcessPool:
            self.rest()
        done = self._carefully(task)
        again = [(waiting, self._submit(waiting)) for waiting, _ in under_way]
        under_way.clear()
        under_way.extend(again)
        return done

    def _carefully(self, task: Task) -> list[Annotated]:
        """Do a task during which a worker died once more, one article at a time to find the culprit."""
        return [one for item in task.waiting for one in self._single(item, task)]

    def _single(self, item: Waiting, task: Task) -> list[Annotated]:
        done = self._alone(replace(task, waiting=[item]))
        reason = "the process that annotated it was killed, perhaps for want of memory"
        return done if done is not None else [failed(item.document, reason, again=True)]

    def _alone(self, task: Task) -> list[Annotated] | None:
        try:
            return _DONE.decode(self._submit(task).result())
        except BrokenProcessPool:
            self.rest()
            return None

    def _submit(self, task: Task) -> Future[bytes]:
        return self._given(_work, msgspec.json.encode(task))

    def _given(self, work: Work, portion: bytes) -> Future[bytes]:
        try:
            return self._running().submit(work, portion)
        except BrokenProcessPool:  # it died since; the future that finds out says so in its turn
            lost: Future[bytes] = Future()
            lost.set_exception(BrokenProcessPool("a worker died"))
            return lost

    def _running(self) -> ProcessPoolExecutor:
        if self._pool is None:
            context = get_context("spawn")
            self._pool = ProcessPoolExecutor(self._jobs, context, initializer=_begin, initargs=(self._factory,))
        return self._pool

    def rest(self) -> None:
        """End the other processes and give their memory back; more tasks start new ones."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None
