"""The timeline of a story: what its reports date, the same event of several reports as one entry.

Two happenings are one if their dates agree as far as both are known, and they share actors and words; the finer date,
the surer status (done before planned) and the earliest report stand for both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from riwaya.link.candidates import Candidates
from riwaya.link.digest import Digest
from riwaya.link.encounters import encounters, main_people
from riwaya.link.entries import FINENESS, entry
from riwaya.link.fulfilled import fulfil
from riwaya.link.happening import Happening
from riwaya.link.likeness import Told, Weigher, likeness, merged, shared
from riwaya.link.partial import completed
from riwaya.link.stray import of_the_story
from riwaya.link.undated import dated_by_others
from riwaya.link.weight import weak
from riwaya.model import EntityType, Entry, Instance

MOST_HAPPENINGS = 12_000  # of one story: of a larger one each report gives its lead and its first dates only
ENOUGH = 3  # dated entries of a story beside which an undated one of a single report is none
MOST_ENTRIES = 1000  # of one story: of a larger one those that most reports tell

Name = Mapping[tuple[int, EntityType, str], str]


def timeline(
    story: str,
    members: Sequence[int],
    digests: Sequence[Digest],
    names: Name,
    series: Sequence[Instance] = (),
) -> tuple[Entry, ...]:
    """Return the dated entries of a story, the earliest first, those of unknown date last.

    ``members`` are indexes of its reports in order of publication, ``series`` its numbered instances: a report that
    gives no date, but is known to tell of one of them, tells its event. Of a very large story only the
    ``MOST_ENTRIES`` events that most reports tell are entries. Misses: one event told in words that share nothing; two
    like events of one day (two raids) may become one.
    """
    each = max(1, MOST_HAPPENINGS // max(1, len(members)))
    found = [(at, one) for at in members for one in _first(digests[at].happenings, each)]
    days = [day for at in members if (day := digests[at].day) is not None]
    whole = completed([(at, one) for at, one in found if not (one.pending or one.untimed or one.recurs)], days, shared)
    weigh = Weigher(one for _, one in whole)
    told = [_told(at, digests[at].day, one, names, weigh) for at, one in whole]
    groups = _events(sorted(told, key=_first_precise))
    pending = (_told(at, digests[at].day, one, names, weigh) for at, one in found if one.pending)
    _join_rounds(groups, series, digests)
    fulfil(groups, pending)
    began = min((digests[at].published[:10] for at in members if len(digests[at].published) >= 4), default="")
    joined = merged(groups)
    dated_by_others(joined)
    apart = (_told(at, digests[at].day, one, names, weigh) for at, one in found if one.untimed or one.recurs)
    met = encounters(joined, apart, main_people(digests, members, names))
    strong = [group for group in joined if any(not weak(one.happening) for one in group)]
    strong = of_the_story(strong, len(members))
    entries = [entry(story, group, digests, began) for group in _most_told(strong)]
    entries = [*_without_stray(entries), *(entry(story, group, digests, began) for group in met)]
    return tuple(sorted(entries, key=_place))


def _without_stray(entries: Sequence[Entry]) -> list[Entry]:
    """Leave out what one report alone tells without a date, where the story has dates enough."""
    dated = sum(1 for one in entries if one.date and not one.background)
    if dated < ENOUGH:
        return list(entries)
    return [one for one in entries if one.date or len({each.doc for each in one.evidence}) > 1]


def _first(found: Sequence[Happening], most: int) -> Sequence[Happening]:
    """Return the leads of a report and its first other happenings, so many in all, in their order."""
    if len(found) <= most:
        return found
    return sorted(sorted(found, key=lambda one: (not one.main, one.start))[:most], key=lambda one: one.start)


def _events(told: Iterable[Told]) -> list[list[Told]]:
    """Group happenings: each joins the likest of the events before it that its date allows, or is a new one."""
    groups: list[list[Told]] = []
    dates = Candidates()
    for one in told:
        best, most = -1, 0.0
        for number in dates.near(one.happening, one.day):
            if (value := likeness(one, groups[number])) > most:
                best, most = number, value
        if best >= 0:
            groups[best].append(one)
        else:
            dates.add(len(groups), one.happening, one.day)
            groups.append([one])
    return groups


def _join_rounds(groups: list[list[Told]], series: Sequence[Instance], digests: Sequence[Digest]) -> None:
    """Join what is known to be of one round: a meeting without a date, or a plan and what is told of that day."""
    for one in series:
        spans = [(each.doc, each.start, each.end) for each in one.evidence]
        cited = [group for group in groups if any(_cited(told, spans, digests) for told in group)]
        for home, guest in (*_undated(one, cited), *_fulfilled(cited)):
            home.extend(guest)
            guest.clear()
    groups[:] = [group for group in groups if group]


def _undated(one: Instance, cited: Sequence[list[Told]]) -> Iterator[tuple[list[Told], list[Told]]]:
    homes = [group for group in cited if any(told.happening.date == one.date for told in group)]
    if len(homes) == 1 and "heads" in one.inferred:
        for group in cited:
            if all(not told.happening.date and told.happening.type == "CONSULT" for told in group):
                yield homes[0], group


def _fulfilled(cited: Sequence[list[Told]]) -> Iterator[tuple[list[Told], list[Told]]]:
    """A round that was planned for a day, and the one thing that a later report tells of it on that day."""
    for group in cited:
        if all(told.happening.status == "planned" and told.happening.type == "CONSULT" for told in group):
            day, reports = group[0].happening.date, {told.report for told in group}
            done = [other for other in cited if other[0].happening.date == day and other[0].happening.status == "done"]
            if len(day) == len("2021-07-26") and len(done) == 1 and not reports & {told.report for told in done[0]}:
                yield group, done[0]


def _cited(told: Told, spans: Sequence[tuple[str, int, int]], digests: Sequence[Digest]) -> bool:
    doc, one = digests[told.report].id, told.happening
    return any(doc == at and one.start < end and start < one.end for at, start, end in spans)


def _most_told(groups: list[list[Told]]) -> list[list[Told]]:
    """Return the events that most reports tell; of equals those found first, the finer dated and earlier told."""
    if len(groups) <= MOST_ENTRIES:
        return groups
    return sorted(groups, key=lambda group: -len({one.report for one in group}))[:MOST_ENTRIES]


def _place(one: Entry) -> tuple[bool, str, str, str, int]:
    first = one.evidence[0]
    return not one.date, one.from_ or one.date, one.date, first.doc, first.start


def _first_precise(one: Told) -> tuple[int, int, int]:
    """Finer dates come first, so that a coarse one joins the day that it fits and not the other way round."""
    return -FINENESS.index(one.happening.precision), one.report, one.happening.start


def _told(report: int, day: int | None, one: Happening, names: Name, weigh: Weigher) -> Told:
    def known(found: Iterable[str], *kinds: EntityType) -> tuple[str, ...]:
        named = (next((names[key] for kind in kinds if (key := (report, kind, name)) in names), name) for name in found)
        return tuple(dict.fromkeys(named))

    actors: tuple[EntityType, ...] = ("person", "organisation", "place")
    return Told(
        report,
        day,
        one,
        who=known(one.who, *actors),
        whom=known(one.whom, *actors),
        names=known(one.names, *actors),
        where=known(one.where, "place"),
        words=weigh(one.terms),
    )
