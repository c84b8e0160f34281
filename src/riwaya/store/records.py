"""Annotation records into the store: the whole record as JSON, and beside it the rows that people query."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, Table, func, select, update

from riwaya.model import Annotations, Claim, Clues, Document, Failure, Published, Span, Statement
from riwaya.store import dating, failures
from riwaya.store.about import note
from riwaya.store.documents import document, forget
from riwaya.store.inserting import insert_all
from riwaya.store.schema import articles, clues, figures, mentions, records, statements, times, versions

LARGEST = 1e300
"""Numbers beyond this stay in the record only: a database's float holds no larger ones."""

Row = dict[str, object]


class Annotated(Struct, frozen=True, kw_only=True):
    """What came of one document: its learned form, a digest of all inputs, and the record or the failure.

    Neither is there where the digest was the one already stored: nothing was done again.
    """

    document: Document
    digest: str
    record: Annotations | None = None
    clues: Clues | None = None
    dated: Published | None = None  # what other reports say of its date, with which the record was made
    failure: Failure | None = None
    again: bool = False  # it stays on the waiting list: what went wrong may go right in the next run


class Waiting(Struct, frozen=True, kw_only=True):
    """A document to be annotated, with the digest under which that was done before (empty: never).

    ``dated`` is what other reports say of its date.
    """

    document: Document
    digest: str
    article: int = 0
    dated: Published | None = None


def put(connection: Connection, done: Sequence[Annotated]) -> set[str]:
    """Store what came of the documents and take them off the waiting list; return the ids of those that changed."""
    found = _current(connection, [item.document.id for item in done])
    fresh = [item for item in done if (item.record or item.failure) and item.document.id in found]
    good = [(found[item.document.id], item, item.record) for item in fresh if item.record is not None]
    bad = [item.failure for item in fresh if item.failure is not None]
    if fresh:
        forget(connection, [found[item.document.id].version for item in fresh if found[item.document.id].annotated])
        _insert(connection, good)
        note(connection, "to_link", "yes")
    failures.clear(connection, [item.document.key for _, item, _ in good], ("annotate",))
    failures.put(connection, bad)
    settled = [found[item.document.id].article for item in done if item.document.id in found and not item.again]
    connection.execute(update(articles).where(articles.c.id.in_(settled)).values(pending=False))
    return {item.document.id for item in fresh}


class _Version(Struct, frozen=True):
    version: int
    article: int
    record: str
    annotated: bool


def _current(connection: Connection, documents: Sequence[str]) -> dict[str, _Version]:
    columns = (versions.c.document, versions.c.id, versions.c.article, versions.c.record, records.c.version)
    query = select(*columns).join_from(versions, records, isouter=True)
    rows = connection.execute(query.where(versions.c.document.in_(documents), versions.c.current))
    return {row[0]: _Version(row[1], row[2], row[3], row[4] is not None) for row in rows}


def _insert(connection: Connection, done: Iterable[tuple[_Version, Annotated, Annotations]]) -> None:
    rows: dict[Table, list[Row]] = {records: [], mentions: [], times: [], figures: [], statements: [], clues: []}
    for version, item, record in done:
        text = item.document.text
        rows[records].append(_head(version, item, record))
        rows[mentions] += _mentions(version.version, text, record)
        rows[times] += _times(version.version, text, record)
        rows[figures] += _figures(version.version, text, record)
        rows[statements] += _statements(version.version, text, record)
        rows[clues] += dating.rows(version.version, item.clues, item.dated)
    for table, values in rows.items():
        insert_all(connection, table, values)


def _head(version: _Version, item: Annotated, record: Annotations) -> Row:
    learned = msgspec.json.encode(msgspec.structs.replace(item.document, text="")).decode()
    return {
        "version": version.version,
        "digest": item.digest,
        "published": record.published.value if record.published else None,
        "basis": record.published.basis if record.published else None,
        "record": msgspec.json.encode(record).decode(),
        "learned": None if learned == version.record else learned,
    }


def _mentions(version: int, text: str, record: Annotations) -> Iterable[Row]:
    statement = _holders([one.claim.mentions for one in record.statements])
    for number, item in enumerate(record.mentions):
        yield {
            "version": version,
            "number": number,
            "starts": item.start,
            "ends": item.end,
            "text": text[item.start : item.end],
            "type": item.type,
            "entity": item.entity,
            "statement": statement.get(number),
            "by": item.by,
        }


def _times(version: int, text: str, record: Annotations) -> Iterable[Row]:
    statement = _holders([one.claim.times for one in record.statements])
    for number, item in enumerate(record.times):
        yield {
            "version": version,
            "number": number,
            "starts": item.start,
            "ends": item.end,
            "text": text[item.start : item.end],
            "type": item.type,
            "value": item.value,
            "mod": item.mod,
            "from_date": item.from_,
            "until_date": item.until,
            "statement": statement.get(number),
            "by": item.by,
        }


def _figures(version: int, text: str, record: Annotations) -> Iterable[Row]:
    statement = _holders([one.claim.figures for one in record.statements])
    for number, item in enumerate(record.figures):
        yield {
            "version": version,
            "number": number,
            "starts": item.start,
            "ends": item.end,
            "text": text[item.start : item.end],
            "amount": _float(item.number),
            "upper": _float(item.upper),
            "relation": item.relation,
            "counted": item.counted,
            "statement": statement.get(number),
            "by": item.by,
        }


def _float(number: float | int | None) -> float | None:
    return float(number) if number is not None and abs(number) < LARGEST else None


def _statements(version: int, text: str, record: Annotations) -> Iterable[Row]:
    for number, item in enumerate(record.statements):
        yield {
            "version": version,
            "number": number,
            "starts": item.start,
            "ends": item.end,
            "text": text[item.start : item.end],
            "mode": item.mode,
            "stance": item.cue.stance,
            "cue": text[item.cue.start : item.cue.end],
            **_said_by(item),
            "parent": item.parent,
            **_claimed(text, item.claim),
            "by": item.by,
        }


def _said_by(item: Statement) -> Row:
    return {
        "speaker": item.speaker.name if item.speaker else None,
        "speaker_kind": item.speaker.kind if item.speaker else None,
        "occasion": item.occasion.name if item.occasion else None,
        "occasion_date": item.occasion.date if item.occasion else None,
        "occasion_place": item.occasion.place if item.occasion else None,
        "chain": " < ".join(link.name for link in item.chain),
    }


def _claimed(text: str, claim: Claim) -> Row:
    return {
        "negated": claim.negated,
        "modality": claim.modality,
        "future": claim.future,
        "condition": _printed(text, claim.condition),
        "deadline": _printed(text, claim.deadline),
        "due": claim.deadline.until if claim.deadline else None,
    }


def _printed(text: str, span: Span | None) -> str | None:
    return text[span.start : span.end] if span else None


def _holders(held: Iterable[Iterable[int]]) -> dict[int, int]:
    """Return index of an annotation → number of the statement in whose content it stands."""
    return {item: number for number, items in enumerate(held) for item in items}


def waiting(connection: Connection, after: int, size: int, undated: bool = False) -> list[Waiting]:
    """Return the next ``size`` documents that wait for annotation, past the article ``after``.

    With ``undated`` only those that have been annotated and give no day by themselves.
    """
    columns = (articles.c.id, versions.c.record, versions.c.text, records.c.digest, clues.c.dated)
    query = select(*columns).join_from(articles, versions)
    query = query.join(records, records.c.version == versions.c.id, isouter=True)
    query = query.join(clues, clues.c.version == versions.c.id, isouter=True)
    query = query.where(articles.c.pending, versions.c.current, articles.c.id > after)
    query = query.where(clues.c.undated) if undated else query
    rows = connection.execute(query.order_by(articles.c.id).limit(size)).all()
    return [
        Waiting(article=row[0], document=document(row[1], row[2]), digest=row[3] or "", dated=dating.published(row[4]))
        for row in rows
    ]


def stale(connection: Connection) -> None:
    """Put every article on the waiting list: the annotators have changed."""
    connection.execute(update(articles).where(~articles.c.pending).values(pending=True))


def count_waiting(connection: Connection) -> int:
    """Return how many articles wait for annotation."""
    return connection.scalar(select(func.count()).select_from(articles).where(articles.c.pending)) or 0
