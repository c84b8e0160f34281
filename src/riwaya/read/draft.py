"""What a format reader hands on: the text with what its format alone can say of it."""

from __future__ import annotations

from msgspec import Struct

from riwaya.model import Span


class Draft(Struct, frozen=True, kw_only=True):
    """A report before its layout is read. ``outlet``, ``given`` and ``crawled`` are what metadata claims.

    ``title`` and ``byline`` are spans where the format itself sets them apart (HTML, records), else ``None``.
    """

    key: str
    doc: str
    text: str
    url: str | None = None
    title: Span | None = None
    byline: Span | None = None
    outlet: str | None = None
    author: str | None = None
    given: str | None = None
    crawled: str | None = None
    notes: tuple[str, ...] = ()


def compose(title: str, byline: str, body: str) -> tuple[str, Span | None, Span | None]:
    """Return title, byline and body as one text, a line each, with the spans of the first two; absent ones left out."""
    text = "\n".join(part for part in (title, byline, body) if part)
    head = Span(start=0, end=len(title)) if title else None
    start = len(title) + 1 if title else 0
    return text, head, Span(start=start, end=start + len(byline)) if byline else None
