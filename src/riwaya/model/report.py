"""What one report says: every annotation over its document."""

from __future__ import annotations

from msgspec import Struct

from riwaya.model.document import Document, Frame, Furniture, Outlet, Published
from riwaya.model.name import Mention, Named, Person
from riwaya.model.span import Span
from riwaya.model.statement import Said, Statement, Told
from riwaya.model.time import Figure, Time


class Sentence(Span, frozen=True, kw_only=True):
    """A sentence of the title or the body; ``paragraph`` counts from 0, the title is paragraph -1."""

    paragraph: int


class Clues(Struct, frozen=True, kw_only=True):
    """What one report gives to the dating of a batch: its own date, its telling words, and the days that it names.

    ``words`` are stems, the most telling first, ``weights`` their parts of a unit vector in thousandths; ``said`` and
    ``printed`` (the words as they stand in the text) are there where the report's own words give no day, ``told``
    where they do.
    """

    id: str
    key: str
    doc: str
    outlet: str = ""
    published: Published | None = None
    crawled: str | None = None
    words: tuple[str, ...] = ()
    weights: tuple[int, ...] = ()
    printed: tuple[str, ...] = ()
    said: tuple[Said, ...] = ()
    told: tuple[Told, ...] = ()


class Annotations(Struct, frozen=True, kw_only=True):
    """The annotation record of one report: one line of ``riwaya annotate``."""

    doc: str
    id: str
    outlet: Outlet | None = None
    title: Span | None = None
    published: Published | None = None
    furniture: tuple[Furniture, ...] = ()
    frame: tuple[Frame, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    times: tuple[Time, ...] = ()
    figures: tuple[Figure, ...] = ()
    mentions: tuple[Mention, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()
    statements: tuple[Statement, ...] = ()
    notes: tuple[str, ...] = ()


class Report(Struct, frozen=True, kw_only=True):
    """A document with its annotations: what ``link`` and ``tell`` work on."""

    document: Document
    annotations: Annotations
