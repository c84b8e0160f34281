"""A statement as a line of the page: who said it, in which words, and through which hands it came."""

from __future__ import annotations

from msgspec import Struct

from riwaya.model import Evidence, Report, Statement
from riwaya.origin import origins
from riwaya.tell.chain import Node, nodes
from riwaya.tell.known import Known


class Line(Struct, frozen=True, kw_only=True):
    """A statement as a line of the page."""

    doc: str
    published: str | None
    speaker: str | None
    kind: str | None
    statement: Statement
    text: str
    nodes: tuple[Node, ...]
    origin: str | None
    outlet: str | None

    @property
    def evidence(self) -> Evidence:
        """The words of the statement."""
        return Evidence(doc=self.doc, start=self.statement.start, end=self.statement.end)


def statement_lines(report: Report, known: Known) -> list[Line]:
    """Return the statements of a report as lines, speakers under the name that the story knows them by."""
    document, found = report.document, report.annotations
    return [
        Line(
            doc=document.id,
            published=found.published.value if found.published else None,
            speaker=known.name(one.speaker.name) if one.speaker else None,
            kind=one.speaker.kind if one.speaker else None,
            statement=one,
            text=" ".join(document.text[one.start : min(one.end, one.start + 1200)].split()),
            nodes=nodes(one, found.outlet, document.doc),
            origin=origin,
            outlet=found.outlet.name if found.outlet else None,
        )
        for one, origin in zip(found.statements, origins(found.statements), strict=True)
    ]
