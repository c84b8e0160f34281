"""The tables of what was linked: stories and their views, a person's rulings, what is kept for the next link."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Float, ForeignKey, Integer, Table

from riwaya.store.schema.base import Words, metadata


def _of_story(name: str, *columns: Column[Any], number: str = "number") -> Table:
    """Return the table of a view of stories: a row a line, in order, with the whole line as JSON."""
    return Table(
        name,
        metadata,
        Column("story", ForeignKey("stories.id"), primary_key=True),
        Column(number, Integer, primary_key=True, autoincrement=False),
        *columns,
        Column("record", Words, nullable=False),
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

timeline = _of_story(
    "timeline",
    Column("date", Words, nullable=False),
    Column("from_date", Words),
    Column("until_date", Words),
    Column("status", Words, nullable=False),
    Column("type", Words, nullable=False),
    Column("what", Words, nullable=False),
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

processes = _of_story(
    "processes",
    Column("process", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("number", Integer),  # its number in the series
    Column("last", Integer),  # of a gap: the last number that no report tells
    Column("name", Words, nullable=False),
    Column("date", Words),
    Column("from_date", Words),
    Column("until_date", Words),
    Column("status", Words),
    number="line",
)

commitments = _of_story(
    "commitments",
    Column("who", Words, nullable=False),  # joined by ", "
    Column("what", Words, nullable=False),
    Column("deadline", Words),
    Column("condition", Words),
    Column("status", Words, nullable=False),
    Column("turns", Integer, nullable=False),
)

figure_series = _of_story(
    "figure_series",
    Column("what", Words, nullable=False),
    Column("part_of", Words),
    Column("fate", Words),
    Column("verdict", Words, nullable=False),
    Column("low", Float),
    Column("high", Float),
    Column("counts", Integer, nullable=False),
)

accounts = _of_story(
    "accounts",
    Column("event", Words, nullable=False),
    Column("date", Words),
    Column("witnesses", Integer, nullable=False),
    Column("origins", Integer, nullable=False),  # distinct known ones: a lower bound
    Column("unknown", Integer, nullable=False),  # witnesses without a known origin
    Column("disputed", Integer, nullable=False),  # details in which witnesses contradict each other
)

positions = _of_story(
    "positions",
    Column("who", Words, nullable=False),
    Column("matter", Words, nullable=False),
    Column("date", Words),
    Column("kind", Words, nullable=False),
    Column("shift", Words, nullable=False),
    Column("text", Words, nullable=False),
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

entity_inputs = Table(
    "entity_inputs",
    metadata,
    Column("entity", ForeignKey("entities.id"), primary_key=True),
    Column("inputs", Words, nullable=False),  # a mark of all that the entity follows from
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
