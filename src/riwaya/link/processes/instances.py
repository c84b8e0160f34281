"""The instances of one series in a story: number, date, place, heads, tracks and outcome, gaps shown as gaps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from riwaya.arabic.letters import fold
from riwaya.link.commitments.pledges import Pledge
from riwaya.link.digest import Digest
from riwaya.link.processes.headed import Meeting
from riwaya.link.processes.sittings import Sitting
from riwaya.link.processes.told import Said, agreed_date, distance, fit, near, within
from riwaya.link.processes.tracks import Agenda
from riwaya.model import Calling, EntityType, Evidence, Instance, InstanceStatus

Name = Mapping[tuple[int, EntityType, str], str]

FROM_ONE = 12  # a series that is numbered so low began with 1
MOST_TRACKS = 16
_DOCUMENTS = frozenset(
    map(fold, ("بيان", "إعلان", "بيان مشترك", "بيان ختامي"))
)  # what both sides issue speaks for both
MET = frozenset({"talks", "summit", "conference", "assembly"})  # who meets on its day heads it; no ballot, no trial


class Reports(Struct):
    """A story: its id, its reports as indexes, and what is kept of all reports."""

    id: str
    members: Sequence[int]
    digests: Sequence[Digest]
    names: Name


class Process:
    """One series of a story under work."""

    def __init__(self, story: Reports, said: Sequence[Said]) -> None:
        self.story, self.digests, self.names, self.members = story.id, story.digests, story.names, story.members
        self.said = [self._numbered(one, said) for one in said]
        self.kind = said[0].series.sort
        self._rank = {report: at for at, report in enumerate(dict.fromkeys(one.report for one in said))}
        self._last: dict[int, int] = {}
        for one in self.said:
            if one.sitting.number and one.sitting.which != "counted":
                self._last[one.report] = max(self._last.get(one.report, 0), one.sitting.number)
        self.name = self._title(said)
        self.under = self._basis(said)

    def _title(self, said: Sequence[Said]) -> str:
        """Return the name that most reports have; of equals the fuller one."""
        reports: dict[str, set[int]] = {}
        for one in said:
            reports.setdefault(one.series.name, set()).add(one.report)
        return max(reports, key=lambda name: (len(reports[name]), len(name.split()), name))

    def _basis(self, said: Sequence[Said]) -> Calling | None:
        """Return the agreement that the series stands under: it shares a word of its name; with its year if known.

        ``الحوار الاستراتيجي`` stands under ``اتفاق الإطار الاستراتيجي`` where reports of it name that.
        """
        own = {stem for one in said for stem in one.series.qualities}
        found = [
            (basis.dated, len(basis.stems), -at, basis)
            for at, report in enumerate(dict.fromkeys(one.report for one in said))
            for basis in self.digests[report].talks.bases
            if len(basis.stems) > 1 and not own.isdisjoint(basis.stems)
        ]
        if not found:
            return None
        best = max(found, key=lambda each: (*each[:3], -each[3].start))
        report = list(dict.fromkeys(one.report for one in said))[-best[2]]
        spot = Evidence(doc=self.digests[report].id, start=best[3].start, end=best[3].end)
        return Calling(name=best[3].name, evidence=spot)

    def _numbered(self, one: Said, said: Sequence[Said]) -> Said:
        """Number the present round by what the report counts before it: ``استكمالا للجولات الثلاث السابقة`` → 4."""
        sitting = one.sitting
        if sitting.number is not None or sitting.previous is None or sitting.which != "current":
            return one
        return Said(one.report, replace(sitting, number=sitting.previous + 1), one.series)

    def instances(self) -> list[Instance]:
        """Return the instances by number and date, gaps among them."""
        told = [one for one in self.said if one.sitting.which != "counted"]
        told = self._current(told)
        groups: list[list[Said]] = []
        for one in sorted((one for one in told if one.sitting.number), key=self._dated_first):
            fits = [group for group in groups if group[0].sitting.number == one.sitting.number and fit(one, group)]
            best = min(fits, key=lambda group: distance(one, group), default=None)
            groups.append([one]) if best is None else best.append(one)
        for one in (one for one in told if not one.sitting.number and one.sitting.when):
            close = [group for group in groups if near(one, group)]
            if len(close) == 1:
                close[0].append(one)
        found = [self._instance(sorted(group, key=self._order)) for group in groups]
        found.sort(key=lambda one: (one.number or 0, one.from_ or "9999"))
        return list(self._with_gaps(found))

    def _current(self, told: Sequence[Said]) -> list[Said]:
        """Of what one report says of its present round let number and date come together."""
        numbers: dict[int, set[int]] = {}
        for one in told:
            if one.sitting.which == "current" and one.sitting.number:
                numbers.setdefault(one.report, set()).add(one.sitting.number)
        found = []
        for one in told:
            known = numbers.get(one.report, set())
            if one.sitting.which == "current" and not one.sitting.number and len(known) == 1:
                one = Said(one.report, replace(one.sitting, number=next(iter(known))), one.series)
            found.append(one)
        return found

    def _dated_first(self, one: Said) -> tuple[bool, int, int, int]:
        return one.sitting.when is None, -len(one.sitting.when.value) if one.sitting.when else 0, *self._order(one)

    def _order(self, one: Said) -> tuple[int, int]:
        return self._rank[one.report], one.sitting.start

    def _instance(self, group: Sequence[Said]) -> Instance:
        first = next((one for one in group if one.sitting.which == "numbered"), group[0])
        value, low, high = agreed_date([one for one in group if one.sitting.when])
        counted = first.sitting.which != "numbered"
        heads = tuple(dict.fromkeys(self._person(one.report, name) for one in group for name in one.sitting.heads))
        met = self._met(group, low, high) if self.kind in MET else ()
        surely = self._dated_tracks(group) or not first.series.bare  # «المحادثات» of an undated round may be any
        tracks = [item for _, agenda in self._agendas(group) for item in agenda.items] if surely else []
        outcomes = [one.sitting.outcome_words for one in group if one.sitting.outcome]
        agreed = [pledge.what for _, pledge in self._agreed(group, low, high)]
        inferred = [
            ("number", counted),
            ("heads", bool(met) and not set(met) <= set(heads)),
            ("tracks", bool(tracks) and not self._dated_tracks(group)),
            ("outcome", bool(agreed)),
        ]
        places = [self.names.get((one.report, "place", one.sitting.place), one.sitting.place) for one in group]
        return Instance(
            story=self.story,
            process=self.name,
            kind=self.kind,
            number=first.sitting.number,
            name=_best_name(group),
            date=value,
            from_=low,
            until=high,
            status=_status(group, low, max(self.digests[one.report].published[:10] for one in group)),
            where=tuple(dict.fromkeys(filter(None, places))),
            online=any(one.sitting.online for one in group),
            heads=tuple(dict.fromkeys((*heads, *met))),
            tracks=tuple(dict.fromkeys(tracks))[:MOST_TRACKS],
            outcome=tuple(dict.fromkeys((*outcomes, *agreed))),
            inferred=tuple(name for name, is_so in inferred if is_so),
            called=self._called(group),
            under=self.under,
            evidence=tuple(dict.fromkeys(self._evidence(group))),
        )

    def _person(self, report: int, name: str) -> str:
        return self.names.get((report, "person", name), name)

    def _called(self, group: Sequence[Said]) -> tuple[Calling, ...]:
        found: dict[tuple[int, str, str | None], Calling] = {}
        for one in group:
            sitting = one.sitting
            if sitting.called:
                spot = Evidence(doc=self.digests[one.report].id, start=sitting.start, end=sitting.end)
                day = sitting.when.value if sitting.when else None
                calling = Calling(name=sitting.called, date=day, where=sitting.place or None, evidence=spot)
                found.setdefault((one.report, sitting.called, day), calling)
        return tuple(found.values())

    def _evidence(self, group: Sequence[Said]) -> Iterator[Evidence]:
        for one in group:
            yield Evidence(doc=self.digests[one.report].id, start=one.sitting.told[0], end=one.sitting.told[1])
        for report, agenda in self._agendas(group):
            yield Evidence(doc=self.digests[report].id, start=agenda.start, end=agenda.end)
        low, high = agreed_date([one for one in group if one.sitting.when])[1:]
        for report, meeting in self._meetings(group, low, high):
            yield Evidence(doc=self.digests[report].id, start=meeting.start, end=meeting.end)
        for report, pledge in self._agreed(group, low, high):
            yield Evidence(doc=self.digests[report].id, start=pledge.start, end=pledge.end)

    # ── what only the report as a whole gives it ────────────────────────────────────────────────────────────────

    def _present(self, group: Sequence[Said]) -> list[int]:
        """Return the reports whose present round this is: the last that they number."""
        reports = dict.fromkeys(one.report for one in group)
        return [report for report in reports if self._last.get(report) == group[0].sitting.number]

    def _dated_tracks(self, group: Sequence[Said]) -> bool:
        """Say whether a report with an agenda dates this instance itself, so that its talks are sure to be these."""
        dated = {one.report for one in group if one.sitting.when is not None}
        return any(report in dated for report, _ in self._agendas(group))

    def _agendas(self, group: Sequence[Said]) -> list[tuple[int, Agenda]]:
        return [(report, agenda) for report in self._present(group) for agenda in self.digests[report].talks.agendas]

    def _meetings(self, group: Sequence[Said], low: str | None, high: str | None) -> Iterator[tuple[int, Meeting]]:
        for report in self._present(group):
            published = self.digests[report].published[:10]
            for meeting in self.digests[report].talks.meetings:
                when = meeting.day or (published if meeting.delegations else "")
                if when and low and high and within(when, low, high):
                    yield report, meeting

    def _met(self, group: Sequence[Said], low: str | None, high: str | None) -> tuple[str, ...]:
        people = [self._person(at, name) for at, one in self._meetings(group, low, high) for name in one.people]
        return tuple(dict.fromkeys(people))

    def _agreed(self, group: Sequence[Said], low: str | None, high: str | None) -> Iterator[tuple[int, Pledge]]:
        """Yield what two sides are told to have agreed on the days of an instance, in any report of the story.

        Where a report tells the outcome itself, only what the two say in that report, or their document does.
        """
        told = {one.report for one in group if one.sitting.outcome}
        for report in (told or self.members) if self.kind == "talks" and low and high else ():
            published = self.digests[report].published[:10] if report in told else ""
            for pledge in self.digests[report].pledges:
                day = pledge.day or published
                both = pledge.joint or (report in told and fold(pledge.said_by).removeprefix("ال") in _DOCUMENTS)
                if both and pledge.force == "firm" and (low or "") <= day < (high or ""):
                    yield report, pledge

    # ── gaps ────────────────────────────────────────────────────────────────────────────────────────────────────

    def _with_gaps(self, found: Sequence[Instance]) -> Iterator[Instance]:
        if not found:
            return
        low = found[0].number or 1
        expected = 1 if low <= FROM_ONE and self.kind in ("talks", "trial") else low
        for one in found:
            number = one.number or expected
            if number > expected:
                yield Instance(
                    story=self.story,
                    process=self.name,
                    kind=self.kind,
                    number=expected,
                    last=number - 1,
                    status="not-reported",
                    evidence=one.evidence[:1],
                )
            yield one
            expected = max(expected, number + 1)


def _status(group: Sequence[Said], low: str | None, last: str) -> InstanceStatus | None:
    """Return ``done`` where a report has it behind it, ``planned`` where one has it before it, else nothing.

    What begins (``low``) after the ``last`` report that tells of it is planned, whatever its verb.
    """
    if low and last and low[:10] > last:
        return "planned"
    if any(one.sitting.held or one.sitting.outcome for one in group):
        return "done"
    return "planned" if any(one.sitting.planned for one in group) else None


def _best_name(group: Sequence[Said]) -> str:
    """Return the fullest of what reports call it: with its number, not ``جولته الأولى``, with its series."""
    named = [one.sitting for one in group if one.sitting.called]
    if not named:
        return ""

    def fullness(one: Sitting) -> tuple[bool, bool, bool, int, str]:
        return one.which == "numbered", one.called.startswith("ال"), one.series is not None, -one.start, one.called

    return max(named, key=fullness).called
