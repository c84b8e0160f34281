"""The same count in several reports."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from riwaya.model.span import Evidence
from riwaya.model.time import Relation

FigureVerdict = Literal["one", "agree", "rises", "falls", "conflict"]


class Count(Struct, frozen=True, kw_only=True):
    """A figure as one report gives it; ``by`` counts (``None``: the outlet itself), ``origin`` is where it comes from.

    ``number`` is ``None`` where the report gives none (``عشرات``, dozens): nothing is read into that. ``counted`` is
    the noun without article and joined words, ``as_of`` the TIMEX3 value of the day that the count is of, ``published``
    that of the report, ``since`` the day from which it runs (``منذ بداية العام``), ``again`` where the
    report repeats it.
    """

    number: float | int | None
    evidence: Evidence
    counted: str = ""
    relation: Relation = "exactly"
    upper: float | int | None = None
    outlet: str | None = None
    by: str | None = None
    origin: str | None = None
    as_of: str | None = None
    since: str | None = None
    published: str | None = None
    again: tuple[Evidence, ...] = ()


class Rivals(Struct, frozen=True, kw_only=True):
    """Two counts of a series (their places in ``counts``) that cannot both be true, and why.

    ``closed``: the number stood from the start. ``below``: a later report has fewer than an earlier one. ``beside``:
    two outlets differ within the hour. ``day``: on one day. ``voices``: one report sets two voices against each other.
    ``headline``: a headline and its text differ.
    """

    left: int
    right: int
    reason: str


class FigureSeries(Struct, frozen=True, kw_only=True):
    """Counts of one thing by the reports of a story, in order of time: ``what`` of which whole (``of``), where.

    ``fate`` is what befell the counted (lexicon/fates.tsv). ``low`` and ``high`` are the conservative and the high
    value of the last day. ``part_of`` is the ``id`` of the series that this one is a part of. ``main`` where it is one
    of the story's figures, no aside.
    """

    id: str
    story: str
    what: str
    of: str | None = None
    fate: str | None = None
    where: tuple[str, ...] = ()
    verdict: FigureVerdict = "one"
    low: float | int | None = None
    high: float | int | None = None
    part_of: str | None = None
    counts: tuple[Count, ...] = ()
    rivals: tuple[Rivals, ...] = ()
    main: bool = True
