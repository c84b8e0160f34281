"""The views as rows: one dict a row, with the words it rests on; what ``riwaya show VIEW --json`` prints.

The fields of each view are those of the table in DESIGN.md ("Interfaces that stay stable"); ``organisations``,
``places`` and ``gaps`` come on top. Rows name documents by ``Document.doc``: the record's id, or the file's name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from riwaya.tell.rows.accounts import accounts
from riwaya.tell.rows.entities import entities
from riwaya.tell.rows.figures import figures
from riwaya.tell.rows.naming import Namer, Names, Row
from riwaya.tell.rows.processes import commitments, positions, processes
from riwaya.tell.rows.sources import sources
from riwaya.tell.rows.statements import article, articles, statements
from riwaya.tell.rows.stories import missing, stories, timeline
from riwaya.tell.views import Views

__all__ = ["VIEWS", "Names", "Row", "article", "rows"]

Maker = Callable[[Views, str | None, Namer], Iterator[Row]]


def rows(view: str, views: Views, story: str | None = None) -> Iterator[Row]:
    """Yield the rows of a view, of one story or of all; ``evidence`` is ``[{doc, start, end}]`` in code points.

    Raises KeyError for a view that is not in ``VIEWS``.
    """
    return VIEWS[view](views, story, Names(views))


VIEWS: dict[str, Maker] = {
    "stories": stories,
    "timeline": timeline,
    "people": entities("person"),
    "organisations": entities("organisation"),
    "places": entities("place"),
    "statements": statements,
    "figures": figures,
    "processes": processes,
    "commitments": commitments,
    "accounts": accounts,
    "positions": positions,
    "sources": sources,
    "article": articles,
    "gaps": missing,
}
"""Every view by its name on the command line."""
