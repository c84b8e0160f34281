"""What was read: the document, what frames it, when it appeared, and what could not be read."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from riwaya.model.span import Span

Basis = Literal["given", "stated", "inferred"]
FurnitureKind = Literal[
    "related", "share", "url", "caption", "sidebar", "headline", "recurring", "other-article", "navigation"
]
FrameKind = Literal["section", "dateline", "byline", "credit", "date", "brand"]
OutletBasis = Literal["given", "dateline", "credit", "brand"]
Stage = Literal["read", "annotate", "link", "store"]


class Furniture(Span, frozen=True, kw_only=True):
    """Text that is on the page and not of the article: ``اقرأ أيضاً: …`` (read also). Nothing is extracted from it."""

    kind: FurnitureKind
    by: str = ""


class Frame(Span, frozen=True, kw_only=True):
    """Text of the article that is not its content: section line, dateline, byline, credit line."""

    kind: FrameKind
    by: str = ""


class Outlet(Struct, frozen=True, kw_only=True):
    """Who published the report, as printed, and where that is read from."""

    name: str
    basis: OutletBasis
    start: int | None = None
    end: int | None = None


class Published(Struct, frozen=True, kw_only=True):
    """When the report appeared: a TIMEX3 date or date-time as coarse as the evidence, and that evidence.

    ``trace`` says in one English line how the value follows; ``rivals`` are the values that other clues speak for;
    ``others`` are the document ids of the reports that date this one, where its own words don't.
    """

    value: str
    basis: Basis
    evidence: tuple[Span, ...] = ()
    trace: str = ""
    rivals: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


class Document(Struct, frozen=True, kw_only=True):
    """One version of one report, as read.

    ``key`` is the report (source and URL, path or record id); ``id`` is this version of it: a hash of key, title
    and text. ``doc`` is the short name that people see (file name, record id or URL). ``given`` is the publication
    time that metadata claims, ``crawled`` when somebody came by and found it published, both as ISO; ``published`` is
    what reading alone can say (given or stated); inference belongs to ``annotate``. ``notes`` tell the user what was
    odd: ``decoded as windows-1256``.
    """

    id: str
    key: str
    doc: str
    text: str
    url: str | None = None
    title: Span | None = None
    outlet: Outlet | None = None
    author: str | None = None
    given: str | None = None
    crawled: str | None = None
    published: Published | None = None
    furniture: tuple[Furniture, ...] = ()
    frame: tuple[Frame, ...] = ()
    headings: tuple[Span, ...] = ()
    language: str = "ar"
    notes: tuple[str, ...] = ()


class Failure(Struct, frozen=True, kw_only=True):
    """A report that a stage could not take, and why; the run goes on without it."""

    doc: str
    key: str
    stage: Stage
    reason: str
