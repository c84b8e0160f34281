"""The tables of what was read and annotated, report by report."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Float, ForeignKey, Index, Integer, LargeBinary, Table

from riwaya.store.schema.base import Words, metadata, of_version, span

about = Table(
    "about",
    metadata,
    Column("name", Words, primary_key=True),
    Column("value", Words, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("key", Words, nullable=False, unique=True),
    Column("pending", Boolean, nullable=False),  # to be annotated, or annotated again
)
Index("articles_pending", articles.c.id, sqlite_where=articles.c.pending, postgresql_where=articles.c.pending)

versions = Table(
    "versions",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("article", ForeignKey("articles.id"), nullable=False, index=True),
    Column("number", Integer, nullable=False),  # counts from 1, the oldest
    Column("current", Boolean, nullable=False),
    Column("document", Words, nullable=False, unique=True),  # Document.id
    Column("doc", Words, nullable=False, index=True),
    Column("title", Words),
    Column("outlet", Words),
    Column("author", Words),
    Column("given", Words),
    Column("url", Words),
    Column("text", Words, nullable=False),
    Column("record", Words, nullable=False),  # the Document as read, its text left out
)

failures = Table(
    "failures",
    metadata,
    Column("key", Words, primary_key=True),
    Column("stage", Words, primary_key=True),
    Column("doc", Words, nullable=False),
    Column("reason", Words, nullable=False),
)

paragraphs = Table(
    "paragraphs",
    metadata,
    Column("article", ForeignKey("articles.id"), primary_key=True),
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("counted", Boolean, nullable=False),  # else the article only asks how often the key is counted
    sqlite_with_rowid=False,
)
Index("paragraphs_key", paragraphs.c.key, paragraphs.c.counted)

records = Table(
    "annotations",
    metadata,
    Column("version", ForeignKey("versions.id"), primary_key=True, autoincrement=False),
    Column("digest", Words, nullable=False),  # of all that the annotations follow from
    Column("published", Words),
    Column("basis", Words),
    Column("record", Words, nullable=False),
    Column("learned", Words),  # the Document with learned furniture, where that differs from versions.record
)

mentions = Table(
    "mentions",
    metadata,
    *of_version(),
    *span(),
    Column("text", Words, nullable=False),
    Column("type", Words, nullable=False),
    Column("entity", Words, nullable=False),
    Column("statement", Integer),  # in whose content it stands: its number
    Column("by", Words, nullable=False),
    sqlite_with_rowid=False,
)

times = Table(
    "times",
    metadata,
    *of_version(),
    *span(),
    Column("text", Words, nullable=False),
    Column("type", Words, nullable=False),
    Column("value", Words),
    Column("mod", Words),
    Column("from_date", Words),
    Column("until_date", Words),
    Column("statement", Integer),  # in whose content it stands: its number
    Column("by", Words, nullable=False),
    sqlite_with_rowid=False,
)

figures = Table(
    "figures",
    metadata,
    *of_version(),
    *span(),
    Column("text", Words, nullable=False),
    Column("amount", Float),
    Column("upper", Float),
    Column("relation", Words, nullable=False),
    Column("counted", Words, nullable=False),
    Column("statement", Integer),  # in whose content it stands: its number
    Column("by", Words, nullable=False),
    sqlite_with_rowid=False,
)

statements = Table(
    "statements",
    metadata,
    *of_version(),
    *span(),
    Column("text", Words, nullable=False),
    Column("mode", Words, nullable=False),
    Column("stance", Words, nullable=False),
    Column("cue", Words, nullable=False),
    Column("speaker", Words),
    Column("speaker_kind", Words),
    Column("occasion", Words),
    Column("occasion_date", Words),  # TIMEX3
    Column("occasion_place", Words),
    Column("chain", Words, nullable=False),  # outermost first, joined by " < "
    Column("parent", Integer),
    Column("negated", Boolean),
    Column("modality", Words),
    Column("future", Words),
    Column("condition", Words),
    Column("deadline", Words),
    Column("due", Words),  # when the deadline ends
    Column("by", Words, nullable=False),
    sqlite_with_rowid=False,
)

clues = Table(
    "clues",
    metadata,
    Column("version", ForeignKey("versions.id"), primary_key=True, autoincrement=False),
    Column("undated", Boolean, nullable=False),  # its own words give no day
    Column("record", Words, nullable=False),  # the Clues, whatever other reports say
    Column("dated", Words),  # the Published that the other reports give it
)
Index("clues_undated", clues.c.version, sqlite_where=clues.c.undated, postgresql_where=clues.c.undated)

digests = Table(
    "digests",
    metadata,
    Column("version", ForeignKey("versions.id"), primary_key=True, autoincrement=False),
    Column("by", Words, nullable=False),  # the version of the code that made it
    Column("head", LargeBinary, nullable=False),
    Column("lines", LargeBinary, nullable=False),
    Column("wording", LargeBinary, nullable=False),
)

OF_VERSION = (mentions, times, figures, statements, clues, digests)
