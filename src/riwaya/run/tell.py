"""Reports in, a store out that lasts as long as it is being told from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from riwaya.model import Judgement
from riwaya.read.options import ReadOptions
from riwaya.run.add import Summary, add
from riwaya.run.progress import Progress, silent
from riwaya.store import Store, temporary_store


@contextmanager
def tell(
    sources: Sequence[str],
    options: ReadOptions | None = None,
    jobs: int = 1,
    progress: Progress = silent,
    rulings: Sequence[Judgement] = (),
) -> Iterator[tuple[Store, Summary]]:
    """Read, annotate and link the sources, as ``rulings`` have it, into a temporary store, gone after the block.

    Raises SourceError where a source does not exist.
    """
    with temporary_store() as store:
        if rulings:
            store.put_rulings(rulings)
        yield store, add(sources, store, options, jobs, progress)
