"""From reports to links: stories, entities, timeline and sources of a set of reports, whatever order they come in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec.structs import replace

from riwaya.link.commitments.joining import commitments
from riwaya.link.dependence.copies import copied
from riwaya.link.dependence.judgements import judgements
from riwaya.link.digest import Digest, digest, forget
from riwaya.link.entities import Known, entities
from riwaya.link.processes.joining import processes
from riwaya.link.ruled.effect import Rulings, ruled_copies, ruled_entries, ruled_groups, ruled_story
from riwaya.link.ruled.places import Places
from riwaya.link.sources import profiles
from riwaya.link.stories import beside as neighboured
from riwaya.link.stories import central, grouped, parted, story
from riwaya.link.timeline import timeline
from riwaya.link.who import Who
from riwaya.link.within import Within, within
from riwaya.model import Commitment, Copy, Entry, Instance, Judgement, Links, Report, SourceProfile, Story

Reader = Callable[[Sequence[str]], Iterable[Report]]
"""Gives reports by their document ids."""


def link(reports: Iterable[Report], rulings: Sequence[Judgement] = (), read: Reader | None = None) -> Links:
    """Return what a set of reports says together: stories, entities (as a person ruled), timeline, sources, accounts.

    The reports are read twice: once one at a time, of each only a digest of some kilobytes is kept; then story by
    story, by ``read``. Without it they are all kept in memory. The result depends on the set alone:
    ``link(reports) == link(reversed(reports))``.
    """
    if read is None:
        reports = list(reports)
        read = _held(reports)
    places = Places(rulings)
    digests = sorted((digest(report) for report in places.noting(reports)), key=lambda one: (one.key, one.id))
    ruled = Rulings(places)
    sheets = [one.sheet for one in digests]
    found = copied(sheets)
    copies = ruled_copies(judgements(found, sheets), ruled.copies)
    forget(digests)
    groups = ruled_groups(grouped(digests), digests, ruled.stories)
    where = [0] * len(digests)
    for number, group in enumerate(groups):
        for at in group:
            where[at] = number
    known = entities(digests, where, rulings)
    stories: list[Story] = []
    entries: list[Entry] = []
    sources: list[SourceProfile] = []
    series: list[Instance] = []
    bonds: list[Commitment] = []
    beside: list[Within] = []
    who = Who([one.id for one in digests], known.names)
    for group in groups:
        members = [digests[at] for at in group]
        title = digests[central(group, digests)]
        one = story(members, title, _names(group, digests, known, "person"), _names(group, digests, known, "place"))
        one = replace(ruled_story(one, ruled.stories), parts=parted(group, digests))
        stories.append(one)
        rounds = processes(one.id, group, digests, known.names)
        series += rounds
        entries += ruled_entries(timeline(one.id, group, digests, known.names, rounds), one.documents, ruled.events)
        bonds += commitments(one.id, group, digests)
        sources += profiles(one.id, [(member.id, member.outlet, member.told) for member in members], copies)
        beside.append(within(one, list(read(one.documents)), who, _among(one, copies), ruled.claims))
    return Links(
        stories=tuple(neighboured(stories, groups, digests)),
        entities=known.entities,
        timeline=tuple(entries),
        sources=tuple(sources),
        processes=tuple(series),
        commitments=tuple(bonds),
        figures=tuple(series for one in beside for series in one.figures),
        accounts=tuple(account for one in beside for account in one.accounts),
        positions=tuple(position for one in beside for position in one.positions),
        outcomes=(*known.outcomes, *ruled.outcomes()),
    )


def _held(reports: Iterable[Report]) -> Reader:
    by_id = {report.document.id: report for report in reports}
    return lambda docs: [by_id[doc] for doc in docs]


def _among(story: Story, copies: Mapping[str, Sequence[Copy]]) -> list[Copy]:
    """Return the copies between two reports of the story."""
    inside = set(story.documents)
    return [copy for doc in story.documents for copy in copies.get(doc, ()) if copy.original in inside]


def _names(group: Sequence[int], digests: Sequence[Digest], known: Known, kind: str) -> list[str]:
    """Return the people or places of a story, those in most of its reports first."""
    counts: dict[str, int] = {}
    weight: dict[str, int] = {}
    for at in group:
        for one in digests[at].appearances:
            if one.type == kind:
                name = known.names.get((at, one.type, one.name), one.name)  # «؟» is nobody
                counts[name] = counts.get(name, 0) + 1
                weight[name] = weight.get(name, 0) + sum(spot.count for spot in one.spots)
    return sorted(counts, key=lambda name: (-counts[name], -weight[name], name))
