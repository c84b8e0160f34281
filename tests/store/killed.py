"""A process that is killed while it works on a store."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from multiprocessing import get_context

from sqlalchemy import event

from riwaya.store import Store, open_store

Work = Callable[[Store], object]


def killed_at(where: str, order: int, work: Work) -> int | None:
    """Work in a process of its own, killed right before the ``order``-th word to the database; return its exit code."""
    process = get_context("fork").Process(target=_die, args=(where, order, work))
    process.start()
    process.join(60)
    assert process.exitcode in (-signal.SIGKILL, 0)
    return process.exitcode


def _die(where: str, order: int, work: Work) -> None:
    left = [order]
    with open_store(where) as store:

        def count(*_: object) -> None:
            left[0] -= 1
            if left[0] <= 0:
                os.kill(os.getpid(), signal.SIGKILL)

        event.listen(store._engine, "before_cursor_execute", count)
        event.listen(store._engine, "commit", count)
        work(store)
