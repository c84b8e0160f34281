"""What every table shares: the metadata, the order of words, the columns of a stretch of text."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Text
from sqlalchemy.dialects import postgresql

metadata = MetaData()
Words = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")  # one order of rows everywhere


def span(optional: bool = False) -> tuple[Column[int], Column[int]]:
    """Return the columns of a stretch of the version's text, in code points."""
    return Column("starts", Integer, nullable=optional), Column("ends", Integer, nullable=optional)


def of_version() -> tuple[Column[int], Column[int]]:
    """Rows of one version lie side by side: they are written, read and replaced together."""
    return (
        Column("version", ForeignKey("versions.id"), primary_key=True),
        Column("number", Integer, primary_key=True, autoincrement=False),
    )
