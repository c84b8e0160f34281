"""Plain text files: ``Document.text`` is the decoded file, newlines and all, without its byte order mark."""

from __future__ import annotations

from riwaya.read.decoding import decode
from riwaya.read.draft import Draft
from riwaya.read.options import ReadOptions


def plain_draft(data: bytes, key: str, doc: str, options: ReadOptions) -> Draft:
    """Return the draft of a text file; raises BadDocument where it is binary."""
    decoded = decode(data, options.encoding)
    return Draft(key=key, doc=doc, text=clean(decoded.text), outlet=options.outlet, notes=decoded.notes)


def clean(text: str) -> str:
    """Return ``text`` with what no store can hold replaced: NUL and lone surrogates."""
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    if text.isascii():
        return text
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
