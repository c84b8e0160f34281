"""One story as the page shows it: everything that its sections need, chosen and counted, nothing yet in HTML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import groupby

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.model import (
    Account,
    Commitment,
    Entity,
    Entry,
    Evidence,
    Failure,
    FigureSeries,
    Instance,
    Position,
    SourceProfile,
    Story,
)
from riwaya.tell.copied import ranked
from riwaya.tell.folding import folded
from riwaya.tell.gaps import KINDS, Gap, gaps
from riwaya.tell.known import Known
from riwaya.tell.limits import Limits
from riwaya.tell.line import Line
from riwaya.tell.origins import Origins
from riwaya.tell.passages import Passage, passage, wanted
from riwaya.tell.people import Person, people
from riwaya.tell.plot import Plotted, plotted
from riwaya.tell.reading import Head, read_through
from riwaya.tell.sharpest import Dispute, sharpest
from riwaya.tell.sheet import Sheet
from riwaya.tell.strip import Bar, bars
from riwaya.tell.tracks import Track, tracks
from riwaya.tell.views import Views
from riwaya.tell.within import within


class StoryPage(Struct, frozen=True, kw_only=True, dict=True):
    """One story: what was read of it, and what its sections show."""

    n: int
    story: Story
    known: Known
    heads: tuple[Head, ...]
    all_lines: tuple[Line, ...]
    missing: tuple[Gap, ...]
    entities: tuple[Entity, ...]
    entries: tuple[Entry, ...]
    sources: tuple[SourceProfile, ...]
    instances: tuple[Instance, ...]
    all_undertakings: tuple[Commitment, ...]
    all_series: tuple[FigureSeries, ...]
    all_accounts: tuple[Account, ...]
    all_positions: tuple[Position, ...]
    sheets: tuple[Sheet, ...]
    passages: dict[Evidence, Passage]
    limits: Limits

    @cached_property
    def by_doc(self) -> dict[str, Head]:
        """Every report of the story by its document id."""
        return {head.doc: head for head in self.heads}

    @cached_property
    def in_page(self) -> dict[str, int]:
        """The numbers of the reports whose texts are in the page, by document id."""
        return {one.report.document.id: one.n for one in self.sheets}

    @cached_property
    def days(self) -> tuple[str, ...]:
        """The days of publication, in order; reports dated more roughly are left out."""
        return tuple(sorted(head.published[:10] for head in self.heads if head.published and len(head.published) > 9))

    @cached_property
    def bars(self) -> tuple[Bar, ...]:
        """The density strip."""
        return bars(self.days)

    @cached_property
    def outlets(self) -> tuple[tuple[str, int], ...]:
        """The outlets and how many reports each has."""
        return _ranked(head.outlet for head in self.heads)

    @cached_property
    def origins(self) -> int:
        """How many known voices stand behind the story: those behind the origins that its sources and accounts name."""
        return len({line.voice for line in self.all_lines if line.voice})

    @cached_property
    def gaps(self) -> tuple[tuple[str, tuple[Gap, ...]], ...]:
        """What is missing, by kind, the gravest first."""
        return _grouped(self.missing)

    @cached_property
    def newest(self) -> tuple[Commitment, ...]:
        """The newest commitments, those that most reports tell of before others of a day."""
        ranked = sorted(self.all_undertakings, key=_weight, reverse=True)
        return tuple(sorted(ranked, key=_last_told, reverse=True)[:4])

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The statements that the page lists."""
        return self.all_lines[: self.limits.rows]

    @cached_property
    def figures(self) -> tuple[tuple[Plotted, ...], tuple[Plotted, ...]]:
        """The series of figures that the page lists with their plots, those at odds first, and those it folds."""
        shown, rest = folded(self.all_series[: self.limits.rows], lambda one: one.main)
        return tuple(map(plotted, shown)), tuple(map(plotted, rest))

    @cached_property
    def sharpest(self) -> tuple[Dispute, ...]:
        """The sharpest disputes, for the head of the story."""
        return sharpest(self.all_accounts, self.all_series)

    @cached_property
    def years(self) -> tuple[tuple[str, tuple[Entry, ...], tuple[Entry, ...]], ...]:
        """The timeline by year, what is folded in each apart; what has no date comes last."""
        shown, rest = folded(self.entries, lambda one: one.main)
        return _years(shown, rest)

    @cached_property
    def processes(self) -> tuple[tuple[Instance, ...], ...]:
        """The instances that the page lists, by process."""
        shown = self.instances[: self.limits.rows]
        return tuple(tuple(group) for _, group in groupby(shown, key=lambda one: (one.process, one.kind)))

    @cached_property
    def undertakings(self) -> tuple[Commitment, ...]:
        """The commitments that the page lists, those with the longest history first."""
        return self.all_undertakings[: self.limits.rows]

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        """The accounts that the page lists, the best attested first."""
        return self.limits.within(self.all_accounts)

    @cached_property
    def positions(self) -> tuple[Position, ...]:
        """The positions that the page lists, actor after actor."""
        return self.all_positions[: self.limits.rows]

    @cached_property
    def tracks(self) -> tuple[Track, ...]:
        """The positions that the page lists, drawn as lines over time."""
        return tracks(self.positions)

    def passage(self, place: Evidence) -> Passage | None:
        """Return the words of an evidence with what stands around them, where the page holds them."""
        if place in self.passages:
            return self.passages[place]
        report = next((one.report for one in self.sheets if one.report.document.id == place.doc), None)
        return passage(report, place) if report else None

    def printed_by(self, docs: Iterable[str]) -> int:
        """Return how many outlets the reports are by; one of unknown outlet counts for none."""
        heads = (self.by_doc[doc] for doc in docs if doc in self.by_doc)
        return len({fold(head.outlet) for head in heads if head.outlet})

    def places(self, docs: Iterable[str]) -> list[Evidence]:
        """Return where the reports begin, to open them."""
        return [Evidence(doc=doc, start=0, end=0) for doc in docs]

    def source(self, entry: Entry) -> Evidence:
        """Return the evidence that the words of a line of the timeline are taken from, else its first."""
        for place in entry.evidence:
            text = self._texts.get(place.doc, "")
            if " ".join(entry.what.split()) in " ".join(text[place.start : place.end].split()):
                return place
        return entry.evidence[0]

    def who(self, entry: Entry) -> tuple[str, ...]:
        """Return those who take part in it, each once however it is spelt."""
        return tuple({fold(name): name for name in reversed([self.known.name(one) for one in entry.who])}.values())[
            ::-1
        ]

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {one.report.document.id: one.report.document.text for one in self.sheets}

    @cached_property
    def everybody(self) -> tuple[Person, ...]:
        """Every person, the most often reported first."""
        return people(self.entities, self.all_lines)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """The people that the page shows."""
        return self.everybody[: self.limits.people]

    @cached_property
    def bodies(self) -> tuple[tuple[str, tuple[Entity, ...]], ...]:
        """Organisations and places, the most often reported first."""
        return _bodies(self.entities)


def story_page(
    n: int, story: Story, views: Views, failures: Sequence[Failure], sheets: tuple[Sheet, ...], limits: Limits
) -> StoryPage:
    """Return the story with all that its sections show; its reports are read once through."""
    entities, sources = within(views.entities(story.id), story), ranked(views.sources(story.id))
    accounts, positions = tuple(views.accounts(story.id)), tuple(views.positions(story.id))
    series = tuple(views.figures(story.id))
    shown = wanted(limits.within(accounts), positions[: limits.rows], sources, series[: limits.rows])
    known = Known(entities)
    read = read_through(views.reports(story.id), known, Origins(sources), shown)
    return StoryPage(
        n=n,
        story=story,
        known=known,
        heads=tuple(read.heads),
        all_lines=tuple(read.lines),
        missing=(*gaps((), failures), *read.missing),
        entities=entities,
        entries=tuple(views.timeline(story.id)),
        sources=sources,
        instances=tuple(views.processes(story.id)),
        all_undertakings=tuple(views.commitments(story.id)),
        all_series=series,
        all_accounts=accounts,
        all_positions=positions,
        sheets=sheets,
        passages=read.passages,
        limits=limits,
    )


def _ranked(names: Iterable[str | None]) -> tuple[tuple[str, int], ...]:
    """Return the distinct names, most frequent first; spellings with one folded form are one, the first stands."""
    spelt: dict[str, str] = {}
    number: Counter[str] = Counter()
    for name in names:
        if name:
            spelt.setdefault(fold(name), name)
            number[fold(name)] += 1
    return tuple((spelt[key], n) for key, n in sorted(number.items(), key=lambda item: (-item[1], item[0])))


def _weight(one: Commitment) -> int:
    return len({place.doc for place in one.evidence})


def _last_told(one: Commitment) -> str:
    return max((turn.date or "" for turn in one.history), default="")[:10]


def _grouped(missing: Sequence[Gap]) -> tuple[tuple[str, tuple[Gap, ...]], ...]:
    kinds: dict[str, list[Gap]] = {kind: [] for kind in KINDS}
    for gap in missing:
        kinds[gap.kind].append(gap)
    return tuple((kind, tuple(found)) for kind, found in kinds.items() if found)


def _years(
    shown: Sequence[Entry], rest: Sequence[Entry]
) -> tuple[tuple[str, tuple[Entry, ...], tuple[Entry, ...]], ...]:
    years: dict[str, tuple[list[Entry], list[Entry]]] = {}
    for which, entries in enumerate((shown, rest)):
        for one in entries:
            years.setdefault(_year(one), ([], []))[which].append(one)
    found: list[tuple[str, list[Entry], list[Entry]]] = []
    for year in sorted(years, key=_undated_last):
        first, others = years[year]
        if found and not found[-1][1]:  # a year of which all is folded has no heading of its own
            found[-1] = (year, first, found[-1][2] + others)
        elif found and not first:
            found[-1][2].extend(others)
        else:
            found.append((year, first, others))
    return tuple((year, tuple(first), tuple(others)) for year, first, others in found)


def _undated_last(year: str) -> str:
    return year or "9999"


def _year(entry: Entry) -> str:
    return entry.date[:4] if entry.date[:4].isdigit() else ""


def _bodies(entities: Sequence[Entity]) -> tuple[tuple[str, tuple[Entity, ...]], ...]:
    ranked = sorted(entities, key=lambda one: (-len(one.documents), -len(one.evidence), one.name))
    kinds = (("organisations", "organisation"), ("places", "place"))
    groups = ((key, tuple(one for one in ranked if one.type == kind)[:60]) for key, kind in kinds)
    return tuple((key, found) for key, found in groups if found)
