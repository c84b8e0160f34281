"""One report as the page shows it: its text in pieces, a note for each annotation, its earlier versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from riwaya.model import Document, Report, Span, Statement, Time
from riwaya.tell.claim import facts as claims
from riwaya.tell.compare import Change, changes
from riwaya.tell.dates import spoken
from riwaya.tell.margin import Beside, beside
from riwaya.tell.pieces import Paragraph, marks, named, paragraphs
from riwaya.tell.reckoning import reckoning
from riwaya.tell.words import Both, word

_ENTITY = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_QUOTED = 100
"""Letters of an annotation that its note repeats, so that one knows it again; all of them stand in the text."""
_MOST_VERSIONS = 3


class Note(Struct, frozen=True, kw_only=True):
    """What is said about an annotation; ``facts`` are pairs of a word key and a text."""

    id: str
    layer: str
    words: str
    head: Both
    name: str | None = None
    kind: str | None = None
    facts: tuple[tuple[str, Both | str], ...] = ()


class Sheet(Struct, frozen=True, kw_only=True):
    """A report on the page; ``n`` numbers it there; ``margin`` has what stands beside a paragraph, by its offset."""

    n: int
    report: Report
    title: str
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]
    margin: dict[int, tuple[Beside, ...]]
    cut: bool
    comparisons: tuple[tuple[Change, ...], ...] = ()

    @property
    def outlet(self) -> str | None:
        """The outlet's name, where it is known."""
        outlet = self.report.annotations.outlet
        return outlet.name if outlet else None


def sheet(n: int, report: Report, versions: Sequence[Document], limit: int) -> Sheet:
    """Return the report as the page shows it, its text up to ``limit`` code points."""
    text = report.document.text
    older = [one for one in versions if one.id != report.document.id][-_MOST_VERSIONS:]
    pairs = pairwise([*older, report.document])
    lines = paragraphs(text, marks(report), limit)
    return Sheet(
        n=n,
        report=report,
        title=title(report),
        paragraphs=lines,
        notes=tuple(notes(report)),
        margin=beside(report, lines),
        cut=len(text) > limit,
        comparisons=tuple(tuple(changes(old, new)) for old, new in pairs),
    )


def title(report: Report) -> str:
    """Return the headline in one line, else the first words of the text."""
    text, span = report.document.text, report.annotations.title
    words = text[span.start : span.end] if span else text.strip()[:120]
    return " ".join(words.split())[:300]


def notes(report: Report) -> Iterator[Note]:
    """Yield a note for every annotation of the report; ids are those of ``pieces.marks``."""
    text, found = report.document.text, report.annotations
    for n, statement in enumerate(found.statements):
        yield _statement(report, n, statement)
    for n, time in enumerate(found.times):
        yield _time(text, n, time)
    for n, figure in enumerate(found.figures):
        number = "" if figure.number is None else f"{figure.number:,}"
        upper = "" if figure.upper is None else f"–{figure.upper:,}"
        facts = (("count", f"{number}{upper}"), ("what", figure.counted))
        head = word(f"relation.{figure.relation}")
        yield Note(id=f"g{n}", layer="fg", words=_words(text, figure), head=head, facts=facts)
    yield from _named(report)
    for n, piece in enumerate(found.furniture):
        why = (("rule", word("fu")),)
        head = word(f"furniture.{piece.kind}")
        yield Note(id=f"f{n}", layer="fu", words=_words(text, piece), head=head, facts=why)
    for n, frame in enumerate(found.frame):
        yield Note(id=f"r{n}", layer="fr", words=_words(text, frame), head=word(f"frame.{frame.kind}"))


def _words(text: str, span: Span) -> str:
    words = " ".join(text[span.start : min(span.end, span.start + _QUOTED)].split())
    return words if span.end - span.start <= _QUOTED else f"{words}…"


def _statement(report: Report, n: int, statement: Statement) -> Note:
    text = report.document.text
    cue = text[statement.cue.start : statement.cue.end]
    facts: list[tuple[str, Both | str]] = [("cue", cue), (f"quote.{statement.mode}", "")]
    if statement.candidates:
        facts.append(("why.several", "، ".join(statement.candidates)))
    facts += claims(report, statement)
    return Note(
        id=f"s{n}",
        layer="st",
        words=_words(text, statement),
        head=word(f"stance.{statement.cue.stance}"),
        facts=tuple(facts),
    )


def _time(text: str, n: int, time: Time) -> Note:
    facts: list[tuple[str, Both | str]] = [(f"type.{time.type}", time.value or "—")]
    if time.from_ and time.until and time.type in ("DATE", "TIME"):
        facts += [("from", spoken(time.from_)), ("until", spoken(time.until))]
    if time.anchor:
        facts.append(("anchor", spoken(time.anchor)))
    if time.rule:
        facts.append(("rule", reckoning(time.rule)))
    head = spoken(time.value, time.mod) if time.value else word("gap.time-unresolved")
    return Note(id=f"t{n}", layer="tm", words=_words(text, time), head=head, facts=tuple(facts))


def _named(report: Report) -> Iterator[Note]:
    people = {one.name: one for one in report.annotations.people}
    for (kind, name), n in named(report).items():
        facts: list[tuple[str, Both | str]] = []
        if kind == "PER" and name in people:
            one = people[name]
            facts = [(key, "، ".join(v)) for key, v in (("roles", one.roles), ("variants", one.variants)) if v]
        what = _ENTITY[kind]
        yield Note(
            id=f"e{n}", layer="nm", words="", head=word(f"kind.{what}"), name=name, kind=what, facts=tuple(facts)
        )
