"""A stretch of text, and the words that a line rests on."""

from __future__ import annotations

from msgspec import Struct


class Span(Struct, frozen=True, kw_only=True):
    """A stretch of ``Document.text``, half-open, in code points."""

    start: int
    end: int


class Evidence(Struct, frozen=True, kw_only=True):
    """The words that a line of the dossier rests on; ``doc`` is a document id (version)."""

    doc: str
    start: int
    end: int
