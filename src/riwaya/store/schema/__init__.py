"""The tables of a store, on SQLite and PostgreSQL, with names that read well in Datasette.

A store holds no wall clock: the same set of reports and rulings gives the same rows (when a person ruled is a part of
the ruling). ``starts`` and ``ends`` are code points into
``versions.text``. The ``record`` columns hold the whole struct as JSON; the columns beside it are there to be queried.
"""

from __future__ import annotations

from riwaya.store.schema.base import metadata
from riwaya.store.schema.links import (
    accounts,
    commitments,
    copy_windows,
    entities,
    entity_inputs,
    entity_reports,
    figure_series,
    judgements,
    positions,
    processes,
    sources,
    stories,
    story_inputs,
    story_reports,
    stream,
    timeline,
)
from riwaya.store.schema.making import SCHEMA, create, widen
from riwaya.store.schema.reports import (
    OF_VERSION,
    about,
    articles,
    clues,
    digests,
    failures,
    figures,
    mentions,
    paragraphs,
    records,
    statements,
    times,
    versions,
)
from riwaya.store.schema.views import VIEWS

__all__ = [
    "OF_VERSION",
    "SCHEMA",
    "VIEWS",
    "about",
    "accounts",
    "articles",
    "clues",
    "commitments",
    "copy_windows",
    "create",
    "digests",
    "entities",
    "entity_inputs",
    "entity_reports",
    "failures",
    "figure_series",
    "figures",
    "judgements",
    "mentions",
    "metadata",
    "paragraphs",
    "positions",
    "processes",
    "records",
    "sources",
    "statements",
    "stories",
    "story_inputs",
    "story_reports",
    "stream",
    "timeline",
    "times",
    "versions",
    "widen",
]
