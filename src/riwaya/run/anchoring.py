"""Anchors: what a person means, tied to names as printed and to reports, so that it outlives every rebuild."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from riwaya.arabic.letters import fold
from riwaya.errors import RulingError
from riwaya.link.digest import fingerprint
from riwaya.link.spellings import parts
from riwaya.model import Anchor, Citation, Entity, MentionType, Report
from riwaya.run.whom import AT, Meant
from riwaya.store import Store
from riwaya.tell.bidi import tame

MOST_NAMES = 20
MOST_EVIDENCE = 12
"""Reports that say which of several later namesakes is meant."""

MOST_REPORTS = 40
"""Reports of somebody whose name others share: these alone say who is meant."""

MOST_SEARCHED = 400

_MENTION: dict[str, MentionType] = {"person": "PER", "organisation": "ORG", "place": "LOC"}


def anchored(store: Store, every: Sequence[Entity], meant: Meant, besides: Meant | None = None) -> Anchor:
    """Return the anchor of whom a person means; ``besides`` is the other side of the ruling.

    A name that nobody shares stands for itself in every report to come; a shared name, or a surname alone, only in the
    reports where it is this one's. Raises RulingError where the two sides are one name of one entity.
    """
    entity = meant.entity
    if meant.everywhere:
        return Anchor(name=meant.spelling, names=(meant.spelling,), everywhere=True)
    if meant.report is not None:
        names = _there(meant, meant.report)
        return Anchor(name=names[0], names=names, reports=(cited(meant.report),), only=True)
    if besides is not None and besides.entity.id == entity.id and not besides.everywhere:
        return _by_spelling(store, meant, besides)
    names = _printed(entity)
    only = entity.type == "person" and len(parts(names[0])) < 2
    only = only or any(_namesakes(entity, one) for one in every)
    if only:
        return _by_reports(store, entity, entity.documents)
    lasting = [name for name in names if entity.type != "person" or len(parts(name)) > 1]
    found = map(cited, _reports(store, entity.documents[:MOST_EVIDENCE]))
    return Anchor(name=entity.name, names=tuple(lasting[:MOST_NAMES]), reports=tuple(found))


def _printed(entity: Entity) -> tuple[str, ...]:
    """Return the names of an entity, the usual one of the reports first; one that a person gave comes last."""
    given = entity.variants and any(one.verdict == "renamed" and one.right == entity.name for one in entity.rulings)
    return (*entity.variants, entity.name) if given else (entity.name, *entity.variants)


def _by_reports(store: Store, entity: Entity, documents: Sequence[str]) -> Anchor:
    names = _printed(entity)[:MOST_NAMES]
    found = map(cited, _reports(store, documents[:MOST_REPORTS]))
    return Anchor(name=entity.name, names=names, reports=tuple(found), only=True)


def _namesakes(left: Entity, right: Entity) -> bool:
    if left.id == right.id or left.type != right.type:
        return False
    mine = {fold(name) for name in (left.name, *left.variants) if left.type != "person" or len(parts(name)) > 1}
    return any(fold(name) in mine for name in (right.name, *right.variants))


def _there(meant: Meant, report: Report) -> tuple[str, ...]:
    """Return the names that a report's own annotations have for somebody: the one that was typed, else the fullest."""
    entity, kind = meant.entity, _MENTION[meant.entity.type]
    here = dict.fromkeys(one.entity for one in report.annotations.mentions if one.type == kind)
    known = {fold(name) for name in (entity.name, *entity.variants)}
    found = [name for name in here if fold(name) in known]
    typed = [name for name in found if fold(name) == fold(meant.spelling)]
    return tuple(typed or sorted(found, key=lambda name: -len(parts(name)))[:1]) or (meant.spelling,)


def _by_spelling(store: Store, meant: Meant, besides: Meant) -> Anchor:
    """Return the anchor of one spelling of an entity of which another one is ruled on, or of all its other reports."""
    mine = fold(meant.spelling)
    if besides.report is not None:
        rest = [doc for doc in meant.entity.documents if doc != besides.report.document.id]
        if not rest:
            raise _one_name(store, meant)
        return _by_reports(store, meant.entity, rest)
    found = [
        report
        for report in _reports(store, meant.entity.documents[:MOST_SEARCHED])
        if any(fold(one.entity) == mine for one in report.annotations.mentions)
    ]
    if not found or mine == fold(besides.spelling):
        raise _one_name(store, meant)
    proof = tuple(map(cited, found[:MOST_EVIDENCE]))
    return Anchor(name=meant.spelling, names=(meant.spelling,), reports=proof)


def _one_name(store: Store, meant: Meant) -> RulingError:
    docs = store.names()
    shown = "\n".join(f"  {meant.spelling}{AT}{docs[doc]}" for doc in meant.entity.documents[:MOST_EVIDENCE])
    problem = f"{meant.entity.id} has both under one name, so a report has to say which is which"
    return RulingError(meant.spelling, "ruling", problem, f"Name one of its reports on each side:\n{shown}")


def _reports(store: Store, documents: Iterable[str]) -> list[Report]:
    return [report for doc in documents if (report := store.report(doc)) is not None]


def cited(report: Report) -> Citation:
    """Return a report as a ruling cites it: by its key, and by what it prints, where it has another key."""
    document = report.document
    shown = " ".join(tame(document.doc).split())
    return Citation(key=document.key, doc=shown, print=fingerprint(document.text))
