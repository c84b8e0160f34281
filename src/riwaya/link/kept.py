"""What ``link`` works on, wherever it is kept: digests, reports, and what was linked before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from riwaya.link.dependence.wording import Wording
from riwaya.link.digest import Digest, digest
from riwaya.model import Entity, Report, Story, Streamed, Window


class Before(Struct, frozen=True):
    """A story as it was linked before, and the mark of all that this followed from."""

    inputs: str
    story: Story


class Met(Struct, frozen=True):
    """An entity as it was linked before, and the mark of all that it followed from."""

    inputs: str
    entity: Entity


class Kept(Protocol):
    """The reports of a set by their document ids, each with its digest; a part of a digest is read where it is needed.

    ``version`` changes whenever the code does that links: what was linked by another is linked again.
    """

    @property
    def version(self) -> str: ...
    def heads(self) -> Iterable[Digest]: ...  # of all reports; lines and wording may be left out
    def wordings(self, docs: Sequence[str]) -> Iterable[Wording]: ...
    def whole(self, docs: Sequence[str]) -> Iterable[Digest]: ...  # with their lines
    def reports(self, docs: Sequence[str]) -> Iterable[Report]: ...
    def before(self) -> Mapping[str, Before]: ...  # by the story's id
    def met(self) -> Mapping[str, Met]: ...  # by the entity's id
    def stream(self) -> Mapping[str, Streamed]: ...  # by the report's document id
    def windows(self) -> Mapping[int, Window]: ...  # by their first eras


class Held:
    """Reports in memory, of which nothing was linked before."""

    version = ""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._reports = {report.document.id: report for report in reports}
        self._digests = {doc: digest(report) for doc, report in self._reports.items()}

    def heads(self) -> Iterable[Digest]:
        """Return the digest of every report."""
        return self._digests.values()

    def wordings(self, docs: Sequence[str]) -> Iterable[Wording]:
        """Return the wordings of some reports, in their order."""
        return [self._digests[doc].sheet.wording for doc in docs]

    def whole(self, docs: Sequence[str]) -> Iterable[Digest]:
        """Return the whole digests of some reports, in their order."""
        return [self._digests[doc] for doc in docs]

    def reports(self, docs: Sequence[str]) -> Iterable[Report]:
        """Return some reports, in their order."""
        return [self._reports[doc] for doc in docs]

    def before(self) -> Mapping[str, Before]:
        """Return nothing."""
        return {}

    def met(self) -> Mapping[str, Met]:
        """Return nothing."""
        return {}

    def stream(self) -> Mapping[str, Streamed]:
        """Return nothing."""
        return {}

    def windows(self) -> Mapping[int, Window]:
        """Return nothing."""
        return {}
