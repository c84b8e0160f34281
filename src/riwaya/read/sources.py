"""Sources to documents: files, folders, standard input and addresses; what cannot be read is a Failure, and said.

What a file is follows from what it holds; its name is only a hint. A SOURCE that the user named and that isn't there
stops the run; anything wrong inside one does not.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from riwaya.errors import BadDocument, SourceError
from riwaya.model import Document, Failure
from riwaya.read.decoding import known_encoding
from riwaya.read.draft import Draft
from riwaya.read.fetch import fetch, is_url
from riwaya.read.html import html_draft
from riwaya.read.layout import document
from riwaya.read.options import ReadOptions
from riwaya.read.plain import plain_draft
from riwaya.read.records import Broken, Record, json_file, json_lines, record_draft
from riwaya.read.tables import table_rows
from riwaya.read.unpack import PACKED, unpacked, whole

_PEEK = 1 << 14
_SUFFIXES = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "json lines",
    ".ndjson": "json lines",
    ".json": "json",
    ".csv": "table",
    ".tsv": "table",
}
_FEED = re.compile(rb"(?:\s|<\?[^>]{0,300}>|<!--(?:[^-]|-(?!->)){0,2000}-->)*<(?:rss|feed|rdf:rdf)[\s>]")
_MARKUP = (b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml", b"<!--", b"<article", b"<div", b"<meta")


def documents(sources: Sequence[str], options: ReadOptions | None = None) -> Iterator[Document | Failure]:
    """Yield a Document or a Failure for every report in ``sources``: files, folders, ``-`` (standard input), addresses.

    Folders are read with all that is in them, sorted by path; a file that two sources name is read once.
    Raises SourceError, before the first report is read, where a file or folder isn't there, or the encoding unknown.
    """
    options = options or ReadOptions()
    if options.encoding is not None and not known_encoding(options.encoding):
        problem = f"no such encoding: {options.encoding[:40]}"
        raise SourceError("encoding", "read", problem, "Try utf-8, utf-16 or windows-1256.")
    for source in sources:
        _require(source)
    return _documents(sources, options)


def place(path: str | Path) -> str:
    """Return the one name that a file has as a source: absolute, without ``..``; links are not followed."""
    return Path(os.path.normpath(os.path.abspath(path))).as_posix()


def _require(source: str) -> None:
    if source == "-" or is_url(source):
        return
    try:
        mode = os.stat(source).st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise SourceError(
            source, "read", "no such file or folder", "Check the name, or give -, a folder or an address."
        ) from error
    except OSError as error:
        raise SourceError(
            source[:200], "read", f"not readable ({error.strerror or error})", "Check its name and its permissions."
        ) from error
    if not os.access(source, os.R_OK):
        raise SourceError(source, "read", "not readable", "Check its permissions.")
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or stat.S_ISFIFO(mode)):
        raise SourceError(source, "read", "neither file nor folder", "Give a file, a folder, - or an address.")


def _documents(sources: Sequence[str], options: ReadOptions) -> Iterator[Document | Failure]:
    seen: set[str] = set()
    for source in sources:
        if source == "-":
            yield from _standard_input(options)
        elif is_url(source):
            yield from _address(source, options)
        else:
            yield from _path(Path(source), seen, options)


def _standard_input(options: ReadOptions) -> Iterator[Document | Failure]:
    if sys.stdin is None:
        yield _failure("-", "stdin", "standard input is closed")
        return
    try:
        yield from _stream(cast(BinaryIO, sys.stdin.buffer), "-", "stdin", options)
    except OSError as error:
        yield _failure("-", "stdin", f"not readable: {error.strerror or error}")


def _path(path: Path, seen: set[str], options: ReadOptions) -> Iterator[Document | Failure]:
    if not path.is_dir():
        yield from _file(path, seen, options, waits=True)
        return
    problems: list[OSError] = []
    for folder, inner, names in os.walk(path, onerror=problems.append):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in inner:
            if Path(folder, name).is_symlink():  # a link may lead round in a circle, or out of what the user named
                yield _failure(place(Path(folder, name)), name, "a link to a folder: not followed; name it as a SOURCE")
        for name in sorted(names):
            if not name.startswith("."):
                yield from _file(Path(folder, name), seen, options)
    for problem in problems:
        where = str(problem.filename)
        yield _failure(place(where), Path(where).name, f"folder not readable: {problem.strerror}")


def _file(path: Path, seen: set[str], options: ReadOptions, waits: bool = False) -> Iterator[Document | Failure]:
    """Read one file; ``waits``: a pipe is read too, which only who names it can mean."""
    key = place(path)
    if key in seen:
        return
    seen.add(key)
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or (waits and stat.S_ISFIFO(mode))):
            yield _failure(key, path.name, "not a file")
            return
        with path.open("rb") as raw:
            yield from _stream(raw, key, path.name, options)
    except OSError as error:
        yield _failure(key, path.name, f"not readable: {error.strerror or error}")


def _address(url: str, options: ReadOptions) -> Iterator[Document | Failure]:
    try:
        page = fetch(url, options)
    except BadDocument as bad:
        yield _failure(url, url, bad.reason)
        return
    kind = "html" if "html" in page.content_type else "json" if "json" in page.content_type else ""
    yield from _stream(io.BytesIO(page.data), page.url, page.url, options, kind=kind, charset=page.charset)


def _failure(key: str, doc: str, reason: str) -> Failure:
    return Failure(doc=doc, key=key, stage="read", reason=reason)


# ── one stream of bytes ─────────────────────────────────────────────────────────────────────────────────────────


def _stream(
    raw: BinaryIO, key: str, doc: str, options: ReadOptions, kind: str = "", charset: str | None = None
) -> Iterator[Document | Failure]:
    try:
        stream = unpacked(raw)
        kind = kind or _kind(doc, stream.peek(_PEEK)[:_PEEK])
        if kind == "feed":
            raise BadDocument("a feed, not an article: give the addresses of its articles")
        reader = _RECORDS.get(kind)
        if reader is not None:
            for record in reader(stream, doc, options):
                yield _record(record, key, doc, options)
            return
        yield _single(whole(stream, options.most_bytes), kind, key, doc, options, charset)
    except BadDocument as bad:
        yield _failure(key, doc, bad.reason)


_RECORDS: dict[str, Callable[[io.BufferedReader, str, ReadOptions], Iterator[Record | Broken]]] = {
    "json lines": json_lines,
    "json": json_file,
    "table": table_rows,
}


def _single(
    data: bytes, kind: str, key: str, doc: str, options: ReadOptions, charset: str | None
) -> Document | Failure:
    if not data.strip():
        return _failure(key, doc, "empty")
    if key == "-":
        key = f"-#{hashlib.sha256(data).hexdigest()[:16]}"
    url = key if is_url(key) else None
    draft: Draft
    if kind == "html":
        draft = html_draft(data, key, doc, options, url=url, charset=charset)
    else:
        draft = plain_draft(data, key, doc, options)
    return _laid_out(draft)


def _record(record: Record | Broken, key: str, doc: str, options: ReadOptions) -> Document | Failure:
    if isinstance(record, Broken):
        return _failure(f"{key}#{record.mark}", record.doc, record.reason)
    draft = None
    try:
        draft = record_draft(record, key, doc, options)
        return document(draft)
    except BadDocument as bad:
        name = draft.doc if draft else doc
        mark = hashlib.sha256(repr(sorted(record.items(), key=str)).encode("utf-8", "replace")).hexdigest()[:16]
        return _failure(draft.key if draft else f"{key}#{mark}", name, bad.reason)


def _laid_out(draft: Draft) -> Document | Failure:
    try:
        return document(draft)
    except BadDocument as bad:
        return _failure(draft.key, draft.doc, bad.reason)


def _kind(name: str, head: bytes) -> str:
    """What a stream holds: by its first bytes, and where they leave it open, by its name."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if _FEED.match(start):
        return "feed"
    if start.startswith(_MARKUP) or (b"<html" in head[:4096].lower()):
        return "html"
    suffix = _suffix(name)
    if start.startswith((b'{"', b"{ ", b"{\n", b"{\r", b"{}")) or (start.startswith(b"[") and suffix == "json"):
        return _json_kind(start, suffix)
    return suffix if suffix in ("table", "json lines", "json") and start else "text" if suffix != "html" else "html"


def _json_kind(start: bytes, suffix: str) -> str:
    first, _, rest = start.partition(b"\n")
    if suffix == "json lines" or (first.rstrip().endswith(b"}") and rest.lstrip().startswith(b"{")):
        return "json lines"
    return "json lines" if first.startswith(b'{"') and suffix != "json" else "json"


def _suffix(name: str) -> str:
    path = Path(name.lower())
    if path.suffix in PACKED:
        path = path.with_suffix("")
    return _SUFFIXES.get(path.suffix, "")
