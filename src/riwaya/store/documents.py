"""Documents into the store and out of it: articles by key, their versions, and which one is current."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, Select, bindparam, delete, func, select, update

from riwaya.errors import BadDocument
from riwaya.model import Document
from riwaya.store import recurrence
from riwaya.store.about import note
from riwaya.store.inserting import insert_all
from riwaya.store.recurrence import Keys
from riwaya.store.schema import OF_VERSION, articles, paragraphs, records, versions
from riwaya.store.search import index

LONGEST_KEY = 1000
"""Code points of a key; a database's index takes no longer ones."""

T = TypeVar("T")


class _Article(Struct):
    """An article in memory while a batch is put: version ids and records by document id."""

    id: int
    key: str
    known: dict[str, tuple[int, str]]
    current: str | None
    before: str | None = None  # what was current when the batch began
    new: bool = False
    other: bool = False  # a version or a record came that was not there

    @property
    def changed(self) -> bool:
        return self.other or self.current != self.before


def chunks(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield the items in lists of ``size``, the last one shorter."""
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk


def put(connection: Connection, documents: Sequence[tuple[Document, str]], keys: Keys) -> tuple[set[str], set[str]]:
    """Store the documents, given with their records, each as the current version of its article.

    What is there already changes nothing. Of two of one article the last is current. ``keys`` gives the keys of a
    document's paragraphs. Return the keys of the articles that are new, and of those that changed.
    """
    batch = _Batch(connection, [document.key for document, _ in documents])
    for document, record in documents:
        batch.take(document, record)
    batch.write(keys)
    touched = [article for article in batch.articles.values() if article.changed]
    return {article.key for article in touched if article.new}, {article.key for article in touched if not article.new}


def record_of(document: Document) -> str:
    """Return the document as JSON without its text; raise BadDocument where a database cannot hold it."""
    if len(document.key) > LONGEST_KEY:
        raise BadDocument(f"its name is longer than {LONGEST_KEY} characters")
    if "\0" in document.text or "\0" in "".join((document.key, document.doc, document.id)):
        raise BadDocument("it holds NUL characters: not a text")
    try:
        document.text.encode()
        return msgspec.json.encode(msgspec.structs.replace(document, text="")).decode()
    except UnicodeEncodeError as error:
        raise BadDocument("it holds halves of characters (lone surrogates)") from error


class _Batch:
    """The rows that a batch of documents asks for, gathered first and written together."""

    def __init__(self, connection: Connection, keys: Iterable[str]) -> None:
        self._connection = connection
        self.articles = _known(connection, set(keys))
        self._next_article = 1 + (connection.scalar(select(func.max(articles.c.id))) or 0)
        self._next_version = 1 + (connection.scalar(select(func.max(versions.c.id))) or 0)
        self._new_articles: list[dict[str, object]] = []
        self._new_versions: list[dict[str, object]] = []
        self._new_records: dict[int, dict[str, object]] = {}
        self._documents: dict[str, Document] = {}

    def take(self, document: Document, record: str) -> None:
        article = self.articles.get(document.key) or self._article(document.key)
        version, before = article.known.get(document.id) or (0, None)
        if before is None:
            version = self._version(article, document, record)
        elif before != record:
            self._new_records[version] = {"id_": version, **_columns(document), "record": record}
        article.other |= before != record
        article.current = document.id
        article.known[document.id] = (version, record)
        self._documents[document.key] = document

    def _article(self, key: str) -> _Article:
        article = _Article(id=self._next_article, key=key, known={}, current=None, new=True)
        self._next_article += 1
        self._new_articles.append({"id": article.id, "key": key, "pending": True})
        self.articles[key] = article
        return article

    def _version(self, article: _Article, document: Document, record: str) -> int:
        version, number = self._next_version, len(article.known) + 1
        self._next_version += 1
        row = {"id": version, "article": article.id, "number": number, "current": False, "document": document.id}
        self._new_versions.append({**row, **_columns(document), "text": document.text, "record": record})
        return version

    def write(self, keys: Keys) -> None:
        connection = self._connection
        changed = [article for article in self.articles.values() if article.changed]
        if not changed:
            return
        note(connection, "to_link", "yes")
        insert_all(connection, articles, self._new_articles)
        self._set_current(changed)
        if self._new_versions:
            insert_all(connection, versions, self._new_versions)
            index(connection, ((int(str(row["id"])), str(row["text"])) for row in self._new_versions))
        if self._new_records:
            names = next(iter(self._new_records.values())).keys() - {"id_"}
            order = update(versions).where(versions.c.id == bindparam("id_"))
            connection.execute(
                order.values({name: bindparam(name) for name in names}), list(self._new_records.values())
            )
        self._set_paragraphs(changed, keys)

    def _set_current(self, changed: Sequence[_Article]) -> None:
        """Point each changed article at its current version, and drop what was annotated in another one."""
        current = {article.known[article.current or ""][0] for article in changed}
        for row in self._new_versions:
            row["current"] = row["id"] in current
        old = [article.id for article in changed if not article.new]
        if not old:
            return
        connection = self._connection
        connection.execute(update(articles).where(articles.c.id.in_(old), ~articles.c.pending).values(pending=True))
        mine = versions.c.article.in_(old)
        right = versions.c.id.in_(current)
        connection.execute(update(versions).where(mine, versions.c.current, ~right).values(current=False))
        connection.execute(update(versions).where(mine, ~versions.c.current, right).values(current=True))
        forget(connection, select(versions.c.id).where(mine, ~versions.c.current))

    def _set_paragraphs(self, changed: Sequence[_Article], keys: Keys) -> None:
        connection = self._connection
        old = [article.id for article in changed if not article.new]
        if old:
            recurrence.mark(connection, select(paragraphs.c.key).where(paragraphs.c.article.in_(old)))
            connection.execute(delete(paragraphs).where(paragraphs.c.article.in_(old)))
        recurrence.put(connection, {article.id: self._documents[article.key] for article in changed}, keys)


def _known(connection: Connection, keys: Iterable[str]) -> dict[str, _Article]:
    columns = (articles.c.id, articles.c.key, versions.c.id, versions.c.document, versions.c.current, versions.c.record)
    found: dict[str, _Article] = {}
    for chunk in chunks(sorted(keys), 500):
        rows = connection.execute(select(*columns).join_from(articles, versions).where(articles.c.key.in_(chunk)))
        for article_id, key, version, document, current, record in rows:
            article = found.setdefault(key, _Article(id=article_id, key=key, known={}, current=None))
            article.known[document] = (version, record)
            if current:
                article.current = article.before = document
    return found


def _columns(document: Document) -> dict[str, object]:
    title = document.text[document.title.start : document.title.end] if document.title else None
    return {
        "doc": document.doc,
        "title": title,
        "outlet": _clean(document.outlet.name if document.outlet else None),
        "author": _clean(document.author),
        "given": _clean(document.given),
        "url": _clean(document.url),
    }


def _clean(text: str | None) -> str | None:
    """Metadata for reading only: the record has it as it came."""
    return text.replace("\0", "\ufffd") if text else text


def forget(connection: Connection, gone: Select[tuple[int]] | Sequence[int]) -> None:
    """Delete the annotation records of those versions, with their rows."""
    for table in (*OF_VERSION, records):
        connection.execute(delete(table).where(table.c.version.in_(gone)))


def document(record: str, text: str) -> Document:
    """Return the document whose record and text those are."""
    return msgspec.structs.replace(_DECODER.decode(record), text=text)


_DECODER = msgspec.json.Decoder(Document)


def versions_of(connection: Connection, key: str) -> list[Document]:
    """Return every version of the article, the oldest first."""
    columns = select(versions.c.record, versions.c.text).join_from(versions, articles).where(articles.c.key == key)
    return [document(*row) for row in connection.execute(columns.order_by(versions.c.number))]
