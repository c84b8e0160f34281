"""The reports of a story read once through: what its sections need of each, kept while they pass by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from riwaya.model import Evidence, Report
from riwaya.tell.gaps import Gap, gaps
from riwaya.tell.known import Known
from riwaya.tell.line import Line, statement_lines
from riwaya.tell.origins import Origins
from riwaya.tell.passages import Passage, passage
from riwaya.tell.sheet import title


class Head(Struct, frozen=True, kw_only=True):
    """A report in the story's list, whether or not its text is in the page."""

    doc: str
    name: str
    title: str
    outlet: str | None
    published: str | None
    basis: str | None


class Reading:
    """What the sections need of each report, kept while the reports themselves pass by."""

    def __init__(self) -> None:
        self.heads: list[Head] = []
        self.lines: list[Line] = []
        self.missing: list[Gap] = []
        self.passages: dict[Evidence, Passage] = {}


def read_through(reports: Iterable[Report], known: Known, origins: Origins, shown: Iterable[Evidence]) -> Reading:
    """Return what the sections need of the reports; ``shown`` are the places whose words they show."""
    read = Reading()
    places: dict[str, list[Evidence]] = defaultdict(list)
    for place in shown:
        places[place.doc].append(place)
    for report in reports:
        read.heads.append(_head(report))
        read.lines += statement_lines(report, known, origins)
        read.missing += gaps([report], ())
        read.passages.update((place, passage(report, place)) for place in places[report.document.id])
    return read


def _head(report: Report) -> Head:
    found = report.annotations
    return Head(
        doc=report.document.id,
        name=report.document.doc,
        title=title(report),
        outlet=found.outlet.name if found.outlet else None,
        published=found.published.value if found.published else None,
        basis=found.published.basis if found.published else None,
    )
