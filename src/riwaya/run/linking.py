"""What a store holds, as ``link`` works on it: a report is digested once, and a story that has not changed stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

import msgspec

from riwaya import pipeline
from riwaya.link import links
from riwaya.link.dependence.wording import Wording
from riwaya.link.digest import Digest, digest, read_head, read_whole, read_wording, written
from riwaya.link.kept import Before, Kept
from riwaya.link.task import Spread
from riwaya.model import Judgement, Links, Report, Story, Streamed, Window
from riwaya.run.progress import Progress, silent
from riwaya.store import Store
from riwaya.store.digests import Digested

BATCH = 100
"""Digests that are stored in one transaction."""

_STORY = msgspec.json.Decoder(Story)
_WINDOW = msgspec.json.Decoder(Window)


class Linker(Protocol):
    """Links reports that are kept somewhere, as ``link.links.linked`` does."""

    def __call__(self, kept: Kept, rulings: Sequence[Judgement] = (), spread: Spread | None = None) -> Links: ...


def linked(
    store: Store, rulings: Sequence[Judgement], version: str, linker: Linker, progress: Progress = silent
) -> Links:
    """Return what the reports of a store say together as ``rulings`` have it, less what has not changed since.

    ``version`` is that of the ``linker``: what another one made is made anew.
    """
    _digested(store, version, progress)
    return linker(Stored(store, version), rulings)


def relinked(store: Store, rulings: Sequence[Judgement]) -> Links:
    """Return what the reports of a store say together as these ``rulings`` have it."""
    return linked(store, rulings, pipeline.version(), links.linked)


def _digested(store: Store, version: str, progress: Progress) -> None:
    done = 0
    for reports in store.undigested(version, BATCH):
        made = [written(digest(report)) for report in reports]
        store.put_digests(version, [Digested(one.doc, one.head, one.lines, one.wording) for one in made])
        done += len(reports)
        progress("link", done, None)


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

    def stream(self) -> Mapping[str, Streamed]:
        """Return what became of each report in the stream."""
        return self._store.stream()

    def windows(self) -> Mapping[int, Window]:
        """Return what was found copied in each window, by its first era."""
        return {number: _WINDOW.decode(record) for number, record in self._store.windows()}
