"""A statement as a line of the page: who said it, in which words, and through which hands it came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from riwaya.model import Evidence, Origin, Report, Statement
from riwaya.tell.chain import Node, chains
from riwaya.tell.claim import facts
from riwaya.tell.known import Known
from riwaya.tell.origins import Origins
from riwaya.tell.words import Both


class Line(Struct, frozen=True, kw_only=True):
    """A statement as a line of the page; ``who`` is the id of the person that speaks.

    ``voice`` is who stands behind the origin. ``depth`` counts the statements that it stands within, ``around`` is the
    speaker of the next of them; ``continued`` is a sentence of the same quotation as the line before.
    """

    doc: str
    published: str | None
    speaker: str | None
    kind: str | None
    who: str | None = None
    statement: Statement
    text: str
    nodes: tuple[Node, ...]
    origin: str | None
    outlet: str | None
    voice: str | None = None
    depth: int = 0
    around: str = ""
    continued: bool = False
    facts: tuple[tuple[str, Both | str], ...] = ()

    @property
    def evidence(self) -> Evidence:
        """The words of the statement."""
        return Evidence(doc=self.doc, start=self.statement.start, end=self.statement.end)

    @property
    def origin_kind(self) -> str | None:
        """What the origin is, where it has the name of a node and no more."""
        return next((node.kind for node in self.nodes if node.origin and node.name == self.origin), None)


def statement_lines(report: Report, known: Known, origins: Origins) -> list[Line]:
    """Return the statements of a report as lines, speakers and origins under the names that the story knows them by."""
    each = zip(origins.of(report), chains(report, origins.names(report)), strict=True)
    return [_line(report, n, origin, chain, known) for n, (origin, chain) in enumerate(each)]


def _line(report: Report, n: int, origin: Origin | None, chain: Sequence[Node], known: Known) -> Line:
    document, found = report.document, report.annotations
    one = found.statements[n]
    around = [] if one.parent is None else list(_around(found.statements, one))
    outer = around[0].speaker if around else None
    return Line(
        doc=document.id,
        published=found.published.value if found.published else None,
        speaker=known.name(one.speaker.name, document.id) if one.speaker else None,
        kind=one.speaker.kind if one.speaker else None,
        who=_who(one, document.id, known),
        statement=one,
        text=" ".join(document.text[one.start : min(one.end, one.start + 1200)].split()),
        nodes=tuple(_node(node, document.id, known) for node in chain),
        origin=origin.name if origin else None,
        voice=origin.voice if origin else None,
        outlet=found.outlet.name if found.outlet else None,
        depth=len(around),
        around=known.name(outer.name, document.id) if outer else "",
        continued=n > 0 and one.quote is not None and one.quote == found.statements[n - 1].quote,
        facts=facts(report, one),
    )


def _around(statements: Sequence[Statement], one: Statement) -> Iterator[Statement]:
    """Yield the statements that one stands within, the next first."""
    while one.parent is not None:
        one = statements[one.parent]
        yield one


def _node(node: Node, doc: str, known: Known) -> Node:
    return replace(node, name=_called(node.name, doc, known)) if node.kind not in ("outlet", "report") else node


def _called(name: str, doc: str, known: Known) -> str:
    """Return the name that a person, or whomever a person ruled on, has in this story; else the printed one."""
    entity = known.here(name, doc)
    return entity.name if entity and (entity.type == "person" or entity.rulings) else name


def _who(statement: Statement, doc: str, known: Known) -> str | None:
    speaker = statement.speaker
    person = known.here(speaker.name, doc, "person") if speaker and speaker.kind == "person" else None
    return person.id if person else None
