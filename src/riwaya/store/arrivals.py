"""Documents as they arrive in one run: which are new, which are known, and which version of an article is current.

The order within a run decides nothing: of several versions that come in one run, the current one is that with the
latest given date, then the longest. A later run overrules an earlier one, but for the time when a text was found: that
is the earliest, whoever came by later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Connection, select, update

from riwaya.errors import BadDocument
from riwaya.model import Document, Failure
from riwaya.store import failures
from riwaya.store.documents import chunks, document, put, record_of
from riwaya.store.recurrence import Keys
from riwaya.store.schema import articles, versions

MOST = 1000
"""Versions that wait in memory to be settled."""

Rank = tuple[str, int, str, str]
"""Given date, length, id, record."""


class Counted(Struct, frozen=True, kw_only=True):
    """What came of documents: new articles, changed ones, known ones, and those that no store can hold."""

    added: tuple[Document, ...] = ()
    changed: int = 0
    unchanged: int = 0
    refused: int = 0

    def __add__(self, other: Counted) -> Counted:
        return Counted(
            added=self.added + other.added,
            changed=self.changed + other.changed,
            unchanged=self.unchanged + other.unchanged,
            refused=self.refused + other.refused,
        )


class Arrivals:
    """What one run has seen so far. ``keys`` gives the keys of a document's paragraphs."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._seen: dict[str, bool] = {}  # keys of articles whose current version came in this run; True: new ones
        self._later: list[Document] = []
        self._settled: dict[str, dict[str, Rank]] = defaultdict(dict)  # by key: the versions that this run has brought

    def take(self, connection: Connection, batch: Sequence[Document]) -> Counted:
        """Store what is new among the documents; other versions of known articles wait until ``settle``."""
        good, refused = _storable(batch)
        failures.put(connection, refused)
        failures.clear(connection, [item.key for item, _ in good], ("read", "store"))
        known = _current(connection, [item.key for item, _ in good])
        new = []
        for item, record in (_as_first_found(item, record, known.get(item.key)) for item, record in good):
            if item.key not in known:
                new.append((item, record))
                known[item.key] = (item.id, record)
                self._seen[item.key] = True
            elif known[item.key] == (item.id, record):
                self._seen.setdefault(item.key, False)
            else:
                self._later.append(item)
        added, _ = put(connection, new, self._keys)
        counted = Counted(added=tuple(item for item, _ in new), unchanged=len(good) - len(added), refused=len(refused))
        return counted + self.settle(connection) if len(self._later) > MOST else counted

    def settle(self, connection: Connection) -> Counted:
        """Store the versions that wait, and make the right one of each article current."""
        by_key: dict[str, list[Document]] = defaultdict(list)
        for item in self._later:
            by_key[item.key].append(item)
        self._later = []
        changed = 0
        for some in chunks(by_key, 200):
            known = self._known(connection, some)
            order = [item for key in some for item in _ranked(by_key[key] + known[key])]
            _, other = put(connection, [(item, record_of(item)) for item in order], self._keys)
            for item in order:
                self._settled[item.key][item.id] = rank(item)
            _renumber(connection, [self._settled[key] for key in some])
            changed += sum(not self._seen.setdefault(key, False) for key in other)
        return Counted(changed=changed, unchanged=-changed)

    def _known(self, connection: Connection, keys: Sequence[str]) -> dict[str, list[Document]]:
        """Return the versions of those articles that this run has stored, the current ones among them."""
        columns = (articles.c.key, versions.c.current, versions.c.record, versions.c.text)
        query = select(*columns).join_from(articles, versions).where(articles.c.key.in_(keys))
        found: dict[str, list[Document]] = defaultdict(list)
        for key, current, record, text in connection.execute(query):
            item = document(record, text)
            if (current and key in self._seen) or item.id in self._settled.get(key, ()):
                found[key].append(item)
        return found


def _ranked(found: Iterable[Document]) -> list[Document]:
    """Return the versions, the one to be current last; of one text with different metadata the highest alone.

    When that text was found is the earliest time that any of them has.
    """
    every = list(found)
    first: dict[str, str] = {}
    for item in every:
        if item.crawled:
            first[item.id] = min(item.crawled, first.get(item.id, item.crawled))
    ranked = sorted((replace(item, crawled=first.get(item.id)) for item in every), key=rank)
    last = {item.id: item for item in ranked}
    return [item for item in ranked if last[item.id] is item]


def _as_first_found(item: Document, record: str, known: tuple[str, str] | None) -> tuple[Document, str]:
    """Return a document with its record; a text that is there already stays found when it was found first."""
    if known is None or known[0] != item.id or known[1] == record:
        return item, record
    before = document(known[1], item.text).crawled
    if before is None or (item.crawled or before) < before:
        return item, record
    item = replace(item, crawled=before)
    return item, record_of(item)


def rank(item: Document) -> Rank:
    """Return what decides which version of an article is current: the highest.

    Raises BadDocument where no database can hold the document.
    """
    return item.given or "", len(item.text), item.id, record_of(item)


def _storable(batch: Iterable[Document]) -> tuple[list[tuple[Document, str]], list[Failure]]:
    good, refused = [], []
    for item in batch:
        try:
            good.append((item, record_of(item)))
        except BadDocument as bad:
            refused.append(Failure(doc=item.doc, key=item.key, stage="store", reason=bad.reason))
    return good, refused


def _current(connection: Connection, keys: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return the id and record of the current version of each article that is there."""
    columns = (articles.c.key, versions.c.document, versions.c.record)
    query = select(*columns).join_from(articles, versions).where(versions.c.current)
    found: dict[str, tuple[str, str]] = {}
    for some in chunks(sorted(set(keys)), 500):
        found.update({row[0]: (row[1], row[2]) for row in connection.execute(query.where(articles.c.key.in_(some)))})
    return found


def _renumber(connection: Connection, settled: Iterable[Mapping[str, Rank]]) -> None:
    """Let the numbers of each article's versions rise with their rank, whichever came first."""
    for ranks in settled:
        ids = sorted(ranks, key=ranks.__getitem__)
        held: dict[str, int] = {}
        for some in chunks(ids, 500):
            rows = select(versions.c.document, versions.c.number).where(versions.c.document.in_(some))
            held.update((row[0], row[1]) for row in connection.execute(rows))
        for number, mark in zip(sorted(held.values()), ids, strict=True):
            if held[mark] != number:
                connection.execute(update(versions).where(versions.c.document == mark).values(number=number))
