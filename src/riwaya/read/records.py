"""Records of JSON, JSON Lines and tables: which field of a record is what, and the draft that follows.

Names of fields are known in several forms (title, headline, العنوان …); ``ReadOptions.fields`` overrules them.
``extracted``, ``fetched`` and their like are when a crawler came by: a report appeared then or before, never after.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import IO

import msgspec

from riwaya.arabic.dates import parse_date
from riwaya.errors import BadDocument
from riwaya.read.decoding import decode, repair
from riwaya.read.draft import Draft, compose
from riwaya.read.options import ReadOptions
from riwaya.read.plain import clean
from riwaya.read.unpack import rows, whole

_ALIASES: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "head", "heading", "name", "العنوان", "عنوان"),
    "text": (
        "text",
        "body",
        "content",
        "articlebody",
        "article",
        "fulltext",
        "story",
        "maintext",
        "النص",
        "نص",
        "المحتوى",
    ),
    "published": (
        "published",
        "publisheddate",
        "publishedat",
        "datepublished",
        "publicationdate",
        "pubdate",
        "publishdate",
        "date",
        "datetime",
        "التاريخ",
        "تاريخ",
    ),
    "author": ("author", "authors", "byline", "writer", "creator", "الكاتب", "كاتب"),
    "outlet": ("outlet", "source", "publisher", "sourcename", "sitename", "newspaper", "المصدر", "مصدر", "الصحيفة"),
    "url": ("url", "link", "uri", "href", "canonicalurl", "الرابط", "رابط"),
    "id": ("id", "guid", "uid", "docid", "articleid", "recordid", "المعرف"),
}
_CRAWLED = ("extracted", "fetched", "crawled", "scraped", "retrieved", "downloaded")
_TAG = re.compile(r"</?(?:p|br|div|span|a|strong|b|em|i|h[1-6]|ul|li|img)\b[^<>]{0,500}>", re.IGNORECASE)
_BLOCK = re.compile(r"</?(?:p|br|div|h[1-6]|ul|li)\b[^<>]{0,500}>", re.IGNORECASE)
_SAMPLED = 100
Record = Mapping[str, object]


class Row(dict[str, object]):
    """A record with what its decoding has to say of it."""

    notes: tuple[str, ...] = ()


class Fields(msgspec.Struct, frozen=True):
    """Which name a file has for each field of ours."""

    names: dict[str, str]

    def get(self, record: Record, field: str) -> str:
        """Return that field of a record as text, HTML entities resolved; empty where there is none."""
        value = record.get(self.names.get(field, ""))
        if isinstance(value, list | tuple):
            value = "، ".join(_name(one) for one in value if _name(one))
        return _name(value)


def _name(value: object) -> str:
    if isinstance(value, Mapping):
        value = value.get("name")
    if value is None or isinstance(value, bool):
        return ""
    return str(value) if not isinstance(value, list | dict) else ""


def fields_of(names: Iterator[str] | list[str], options: ReadOptions) -> Fields:
    """Return the mapping for records with these field names; raises BadDocument where no field holds the text."""
    known = {re.sub(r"[\W_]", "", name.lower()): name for name in names}
    found = dict(options.fields)
    for field, aliases in _ALIASES.items():
        match = next((known[alias] for alias in aliases if alias in known), None)
        if match is not None:
            found.setdefault(field, match)
    if "text" not in found:
        listed = ", ".join(sorted(known.values())[:12]) or "none"
        raise BadDocument(f"no field holds the text (fields: {listed}); name it with --map text=NAME")
    return Fields(found)


def record_draft(record: Record, source: str, label: str, options: ReadOptions) -> Draft:
    """Return the draft of one record; ``source`` is the file's path, ``label`` its name for people."""
    if not isinstance(record, Mapping):
        raise BadDocument(f"not a record but {type(record).__name__}")
    fields = fields_of(list(record), options)
    title = re.sub(r"\s+", " ", _text(fields.get(record, "title"))).strip()
    byline = re.sub(r"\s+", " ", _text(fields.get(record, "author"))).strip()
    body = _text(fields.get(record, "text")).strip()
    if not body and not title:
        raise BadDocument("empty: neither title nor text")
    text, title_at, byline_at = compose(title, byline, body)
    _, wrong = repair(text)
    if wrong is not None:
        text, title_at, byline_at = compose(*(repair(part)[0] for part in (title, byline, body)))
    url, own = fields.get(record, "url").strip(), fields.get(record, "id").strip()
    identity = own or url or hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
    return Draft(
        key=url or f"{source}#{identity}",
        doc=own or url or f"{label}#{identity}",
        text=text,
        url=url or None,
        title=title_at,
        byline=byline_at,
        outlet=fields.get(record, "outlet").strip() or options.outlet,
        given=_given(fields.get(record, "published")),
        crawled=_crawled(record),
        notes=_notes(record, fields, wrong),
    )


def _given(printed: str) -> str | None:
    """A publication time as ISO; Unix seconds and milliseconds too. Unreadable stays unknown."""
    return parse_date(printed) if printed else None


def _crawled(record: Record) -> str | None:
    """When a crawler came by, as ISO: the earliest of the fields that say so."""
    found = (_given(_name(record[name])) for name in record if name.lower() in _CRAWLED)
    return min((moment for moment in found if moment), default=None)


def _notes(record: Record, fields: Fields, wrong: str | None) -> tuple[str, ...]:
    notes = list(record.notes) if isinstance(record, Row) else []
    notes += [] if wrong is None else [f"mojibake repaired: UTF-8 had been read as {wrong}"]
    printed = fields.get(record, "published")
    if printed and _given(printed) is None:
        notes.append(f"publication time not understood: {printed[:40]}")
    if not printed:
        notes += [f"{name} is the crawl time, not the publication" for name in record if name.lower() in _CRAWLED]
    return tuple(notes)


def _text(value: str) -> str:
    """Field text without markup: tags of blocks become line breaks, entities their characters."""
    if "<" in value and _TAG.search(value):
        value = _TAG.sub("", _BLOCK.sub("\n", value))
    if "&" in value:
        value = html.unescape(value)
    return clean(value)


# ── files of records ────────────────────────────────────────────────────────────────────────────────────────────


class Broken(msgspec.Struct, frozen=True):
    """A record that cannot be read: its place for people (``news.jsonl:17``), a hash for its key, and why."""

    doc: str
    mark: str
    reason: str


def json_lines(stream: IO[bytes], label: str, options: ReadOptions) -> Iterator[Record | Broken]:
    """Yield the records of a JSON Lines stream; a line cut in half is Broken and the others are kept."""
    yield from mapped(_json_lines(stream, label, options), options)


def _json_lines(stream: IO[bytes], label: str, options: ReadOptions) -> Iterator[Record | Broken]:
    for number, line in enumerate(rows(stream, options.most_bytes), 1):
        place = f"{label}:{number}"
        if isinstance(line, BadDocument):
            yield Broken(place, f"line {number}", line.reason)
        elif line.strip():
            yield _json_line(line, place, options)


def _json_line(line: bytes, place: str, options: ReadOptions) -> Record | Broken:
    notes: tuple[str, ...] = ()
    try:
        found = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        try:
            decoded = decode(line, options.encoding)
            found, notes = msgspec.json.decode(decoded.text), decoded.notes
        except (msgspec.DecodeError, BadDocument, RecursionError) as error:
            return Broken(place, _mark(line), f"not a whole JSON record: {error}")
    except RecursionError:
        return Broken(place, _mark(line), "not a record: nested too deeply")
    if isinstance(found, dict):
        return noted(found, notes)
    return Broken(place, _mark(line), f"not a record but {type(found).__name__}")


def noted(record: dict[str, object], notes: tuple[str, ...]) -> Record:
    """Return the record with ``notes`` on it."""
    if not notes:
        return record
    row = Row(record)
    row.notes = notes
    return row


def _mark(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()[:16]


def json_file(stream: IO[bytes], label: str, options: ReadOptions) -> Iterator[Record | Broken]:
    """Yield the records of a JSON file: an array, an object with one inside (``articles``), or one record."""
    text = decode(whole(stream, 10 * options.most_bytes), options.encoding).text
    try:
        found = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        raise BadDocument(f"not whole JSON: {error}") from error
    if isinstance(found, dict):
        lists = [value for value in found.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
        found = lists[0] if len(lists) == 1 and not _has_text(found, options) else [found]
    yield from mapped(_json_records(found if isinstance(found, list) else [found], label), options)


def _json_records(found: list[object], label: str) -> Iterator[Record | Broken]:
    for number, record in enumerate(found, 1):
        if isinstance(record, dict):
            yield record
        else:
            yield Broken(f"{label}:{number}", f"record {number}", f"not a record but {type(record).__name__}")


def mapped(records: Iterator[Record | Broken], options: ReadOptions) -> Iterator[Record | Broken]:
    """Yield ``records``; raises BadDocument where ``options.fields`` names a field that the first hundred lack."""
    seen: dict[str, None] = {}
    held: list[Record | Broken] = []
    while len(held) < _SAMPLED and not seen.keys() >= set(options.fields.values()):
        record = next(records, None)
        if record is None:
            break
        held.append(record)
        if not isinstance(record, Broken):
            seen.update(dict.fromkeys(record))
    if seen:
        require_fields(seen, options, "field")
    yield from held
    yield from records


def require_fields(names: Iterable[str], options: ReadOptions, what: str) -> None:
    """Raise BadDocument where a name that the user gave for one of our fields is not among ``names``."""
    known = list(names)
    for field, name in options.fields.items():
        if name not in known:
            listed = ", ".join(one[:40] for one in known[:12]) or "none"
            raise BadDocument(f"no {what} {name} for --map {field}={name} ({what}s: {listed})")


def _has_text(record: Record, options: ReadOptions) -> bool:
    try:
        return bool(fields_of(list(record), options).get(record, "text"))
    except BadDocument:
        return False
