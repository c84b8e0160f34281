"""A person, organisation or place across reports."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from riwaya.model.name import EntityType
from riwaya.model.span import Evidence

Verdict = Literal["same", "different", "renamed"]

MOST_EVIDENCE = 50
"""The most places that a tenure keeps, the earliest: of one with so many no report can be said to lack it."""


class Tenure(Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A title observed for a person, first and last date of the reports that give it (never a term of office)."""

    title: str
    of: str | None = None
    from_: str | None = None
    until: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Ruled(Struct, frozen=True, kw_only=True):
    """The mark that a person's ruling leaves on an entity: what was ruled of whom, by whom, when (ISO) and why.

    ``left_in`` and ``right_in`` name the report that the name is meant in, where others share it.
    """

    id: str
    verdict: Verdict
    left: str
    right: str
    by: str
    at: str
    why: str = ""
    left_in: str = ""
    right_in: str = ""


class Conflict(Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A title of a person that cannot be true together with ``other``, as reports of those days give both.

    ``holder`` is the other person who is given the office, empty where it is one person with two offices.
    ``evidence`` is for the title, ``against`` for the other.
    """

    title: str
    other: str
    holder: str = ""
    from_: str | None = None
    until: str | None = None
    evidence: tuple[Evidence, ...] = ()
    against: tuple[Evidence, ...] = ()


class Entity(Struct, frozen=True, kw_only=True):
    """A person, organisation or place across reports, with every spelling; ``slips`` are likely misspellings.

    ``romanised`` is the name in Latin letters, for a country or body its English name; ``romanised_by`` is ``lexicon``,
    or ``guess`` where some part of it is listed nowhere. ``countries`` are ISO 3166-1 codes by a person's titles.
    """

    id: str
    type: EntityType
    name: str
    romanised: str = ""
    romanised_by: str = ""
    countries: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    slips: tuple[str, ...] = ()
    roles: tuple[Tenure, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    documents: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    rulings: tuple[Ruled, ...] = ()
