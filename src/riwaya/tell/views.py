"""What ``tell`` asks of whoever holds the reports: a store, or a test's own few reports in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from riwaya.model import (
    Account,
    Commitment,
    Document,
    Entity,
    Entry,
    Failure,
    FigureSeries,
    Instance,
    Position,
    Report,
    SourceProfile,
    Story,
)


class Views(Protocol):
    """The read side of a store. ``story`` narrows an answer to one story; ``None`` means all of them."""

    def stories(self) -> Sequence[Story]:
        """Return the stories, the largest first."""
        ...

    def reports(self, story: str | None = None) -> Iterator[Report]:
        """Yield the current version of every report, ordered by publication, then key; undated ones last."""
        ...

    def report(self, doc: str) -> Report | None:
        """Return the report with that document id or, failing that, that ``doc`` name."""
        ...

    def names(self) -> Mapping[str, str]:
        """Return ``doc``, the name that people see, of every current report by document id."""
        ...

    def entities(self, story: str | None = None) -> Sequence[Entity]:
        """Return people, organisations and places, the most often reported first."""
        ...

    def timeline(self, story: str | None = None) -> Sequence[Entry]:
        """Return the dated lines, in order of date."""
        ...

    def sources(self, story: str | None = None) -> Sequence[SourceProfile]:
        """Return what each outlet rests on."""
        ...

    def processes(self, story: str | None = None) -> Sequence[Instance]:
        """Return the instances of numbered series, process after process, gaps among them."""
        ...

    def commitments(self, story: str | None = None) -> Sequence[Commitment]:
        """Return what was undertaken, with what became of it."""
        ...

    def figures(self, story: str | None = None) -> Sequence[FigureSeries]:
        """Return the series of figures, with their rivals."""
        ...

    def accounts(self, story: str | None = None) -> Sequence[Account]:
        """Return claims and events with all who tell them, the best attested first."""
        ...

    def positions(self, story: str | None = None) -> Sequence[Position]:
        """Return what each actor said on each matter, in order of time."""
        ...

    def failures(self) -> Sequence[Failure]:
        """Return the reports that a stage could not take."""
        ...

    def versions(self, key: str) -> Sequence[Document]:
        """Return every version of the report with that key, oldest first."""
        ...
