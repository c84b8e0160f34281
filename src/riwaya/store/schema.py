"""The tables of a store, on SQLite and PostgreSQL, with names that read well in Datasette.

A store holds no wall clock: the same set of reports and rulings gives the same rows (when a person ruled is a part of
the ruling). ``starts`` and ``ends`` are code points into
``versions.text``. The ``record`` columns hold the whole struct as JSON; the columns beside it are there to be queried.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    inspect,
)
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateColumn

SCHEMA = 6

metadata = MetaData()
Words = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")  # one order of rows everywhere


def _span(optional: bool = False) -> tuple[Column[int], Column[int]]:
    return Column("starts", Integer, nullable=optional), Column("ends", Integer, nullable=optional)


def _of_version() -> tuple[Column[int], Column[int]]:
    """Rows of one version lie side by side: they are written, read and replaced together."""
    return (
        Column("version", ForeignKey("versions.id"), primary_key=True),
        Column("number", Integer, primary_key=True, autoincrement=False),
    )


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
    *_of_version(),
    *_span(),
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
    *_of_version(),
    *_span(),
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
    *_of_version(),
    *_span(),
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
    *_of_version(),
    *_span(),
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

stories = Table(
    "stories",
    metadata,
    Column("id", Words, primary_key=True),
    Column("title", Words, nullable=False),
    Column("from_date", Words),
    Column("until_date", Words),
    Column("reports", Integer, nullable=False),
    Column("record", Words, nullable=False),
)

story_reports = Table(
    "story_reports",
    metadata,
    Column("story", ForeignKey("stories.id"), primary_key=True),
    Column("version", ForeignKey("versions.id"), primary_key=True, index=True),
    Column("number", Integer, nullable=False),  # in order of publication
)

entities = Table(
    "entities",
    metadata,
    Column("id", Words, primary_key=True),
    Column("type", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("romanised", Words, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("record", Words, nullable=False),
)

entity_reports = Table(
    "entity_reports",
    metadata,
    Column("entity", ForeignKey("entities.id"), primary_key=True),
    Column("version", ForeignKey("versions.id"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

timeline = Table(
    "timeline",
    metadata,
    Column("story", ForeignKey("stories.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("date", Words, nullable=False),
    Column("from_date", Words),
    Column("until_date", Words),
    Column("status", Words, nullable=False),
    Column("type", Words, nullable=False),
    Column("what", Words, nullable=False),
    Column("record", Words, nullable=False),
)

sources = Table(
    "sources",
    metadata,
    Column("story", ForeignKey("stories.id"), primary_key=True),
    Column("outlet", Words, primary_key=True),
    Column("reports", Integer, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("own", Integer, nullable=False),
    Column("unnamed", Integer, nullable=False),
    Column("record", Words, nullable=False),
)

processes = Table(
    "processes",
    metadata,
    Column("story", ForeignKey("stories.id"), primary_key=True),
    Column("line", Integer, primary_key=True, autoincrement=False),
    Column("process", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("number", Integer),  # its number in the series
    Column("last", Integer),  # of a gap: the last number that no report tells
    Column("name", Words, nullable=False),
    Column("date", Words),
    Column("from_date", Words),
    Column("until_date", Words),
    Column("status", Words),
    Column("record", Words, nullable=False),
)

commitments = Table(
    "commitments",
    metadata,
    Column("story", ForeignKey("stories.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("who", Words, nullable=False),  # joined by ", "
    Column("what", Words, nullable=False),
    Column("deadline", Words),
    Column("condition", Words),
    Column("status", Words, nullable=False),
    Column("turns", Integer, nullable=False),
    Column("record", Words, nullable=False),
)

figure_series = Table(
    "figure_series",
    metadata,
    Column("story", ForeignKey("stories.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("what", Words, nullable=False),
    Column("part_of", Words),
    Column("fate", Words),
    Column("verdict", Words, nullable=False),
    Column("low", Float),
    Column("high", Float),
    Column("counts", Integer, nullable=False),
    Column("record", Words, nullable=False),
)

accounts = Table(
    "accounts",
    metadata,
    Column("story", ForeignKey("stories.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("event", Words, nullable=False),
    Column("date", Words),
    Column("witnesses", Integer, nullable=False),
    Column("origins", Integer, nullable=False),  # distinct known ones: a lower bound
    Column("unknown", Integer, nullable=False),  # witnesses without a known origin
    Column("disputed", Integer, nullable=False),  # details in which witnesses contradict each other
    Column("record", Words, nullable=False),
)

positions = Table(
    "positions",
    metadata,
    Column("story", ForeignKey("stories.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("who", Words, nullable=False),
    Column("matter", Words, nullable=False),
    Column("date", Words),
    Column("kind", Words, nullable=False),
    Column("shift", Words, nullable=False),
    Column("text", Words, nullable=False),
    Column("record", Words, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("id", Words, primary_key=True),
    Column("kind", Words, nullable=False),
    Column("verdict", Words, nullable=False),
    Column("left", Words, nullable=False),
    Column("right", Words, nullable=False),
    Column("by", Words, nullable=False),
    Column("at", Words, nullable=False),
    Column("why", Words, nullable=False),
    Column("effect", Words),  # what link made of it; none before it was linked
    Column("left_entity", Words),
    Column("right_entity", Words),
    Column("against", Words, nullable=False),  # ids of judgements that it contradicts
    Column("record", Words, nullable=False),
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

story_inputs = Table(
    "story_inputs",
    metadata,
    Column("story", ForeignKey("stories.id"), primary_key=True),
    Column("inputs", Words, nullable=False),  # a mark of all that the story's lines follow from
)

stream = Table(
    "stream",
    metadata,
    Column("document", Words, primary_key=True),
    Column("mark", Words, nullable=False),  # of all by which the report is compared
    Column("day", Integer, nullable=False),
    Column("into", Words),  # the document whose story it joined
    Column("on_day", Integer),
)

copy_windows = Table(
    "copy_windows",
    metadata,
    Column("era", Integer, primary_key=True, autoincrement=False),  # the first that is compared in it
    Column("record", Words, nullable=False),
)

OF_VERSION = (mentions, times, figures, statements, clues, digests)

VIEWS = {
    "reports": """
SELECT v.id AS version, a.key, v.doc, v.title, v.outlet, n.published, n.basis, v.url, v.number AS version_number,
  (SELECT count(*) FROM statements s WHERE s.version = v.id) AS statements
FROM versions v JOIN articles a ON a.id = v.article LEFT JOIN annotations n ON n.version = v.id WHERE v.current""",
    "who_said_what": """
SELECT s.speaker, s.speaker_kind, s.stance, s.mode, s.text, s.chain, s.occasion,
  s.occasion_date, s.occasion_place, v.outlet, n.published, v.doc, v.title,
  s.version, s.starts, s.ends, s.negated, s.modality, s.future,
  s.condition, s.deadline, s.due
FROM statements s JOIN versions v ON v.id = s.version JOIN annotations n ON n.version = v.id""",
    "names": """
SELECT entity AS name, type, count(DISTINCT version) AS reports, count(*) AS mentions
FROM mentions GROUP BY entity, type""",
    "story_timeline": """
SELECT s.title AS story_title, t.date, t.status, t.type, t.what, t.story, t.number
FROM timeline t JOIN stories s ON s.id = t.story""",
    "story_processes": """
SELECT s.title AS story_title, p.process, p.kind, p.number, p.name, p.date, p.status, p.story
FROM processes p JOIN stories s ON s.id = p.story""",
    "who_undertook_what": """
SELECT s.title AS story_title, c.who, c.what, c.deadline, c.condition, c.status, c.turns, c.story
FROM commitments c JOIN stories s ON s.id = c.story""",
    "story_figures": """
SELECT s.title AS story_title, f.what, f.fate, f.verdict, f.low, f.high, f.counts, f.story
FROM figure_series f JOIN stories s ON s.id = f.story""",
    "who_stands_behind": """
SELECT s.title AS story_title, a.event, a.date, a.witnesses, a.origins, a.unknown, a.disputed, a.story
FROM accounts a JOIN stories s ON s.id = a.story""",
    "who_holds_what": """
SELECT s.title AS story_title, p.who, p.matter, p.date, p.kind, p.shift, p.text, p.story
FROM positions p JOIN stories s ON s.id = p.story""",
    "not_read": "SELECT stage, reason, count(*) AS reports FROM failures GROUP BY stage, reason",
}

_SEARCH = {
    "sqlite": ("CREATE VIRTUAL TABLE search USING fts5(words, content='', tokenize='unicode61 remove_diacritics 0')",),
    "postgresql": (
        "CREATE TABLE search (version integer PRIMARY KEY REFERENCES versions (id), words tsvector NOT NULL)",
        "CREATE INDEX search_words ON search USING gin (words)",
    ),
}


def create(connection: Connection) -> None:
    """Make every table and view in an empty database and note the schema's version, in one transaction."""
    metadata.create_all(connection)
    for order in _SEARCH[connection.dialect.name]:
        connection.exec_driver_sql(order)
    _create_views(connection)
    connection.execute(about.insert(), [{"name": "schema", "value": str(SCHEMA)}])


def _create_views(connection: Connection) -> None:
    for name, select in VIEWS.items():
        connection.exec_driver_sql(f"CREATE VIEW {name} AS {select}")


def widen(connection: Connection) -> None:
    """Give the tables of an earlier schema the columns that they lack, and make the views again."""
    for name in VIEWS:
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")
    for table in metadata.sorted_tables:
        there = {column["name"] for column in inspect(connection).get_columns(table.name)}
        for column in table.columns:
            if column.name not in there:
                new = CreateColumn(column).compile(dialect=connection.dialect)
                connection.exec_driver_sql(f"ALTER TABLE {table.name} ADD COLUMN {new}")
    _create_views(connection)
