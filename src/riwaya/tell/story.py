"""One story as the page shows it: everything that its sections need, chosen and counted, nothing yet in HTML."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.model import Entity, Entry, Evidence, Failure, Report, SourceProfile, Statement, Story
from riwaya.tell.chain import Node, nodes
from riwaya.tell.figures import Count, counts, disputed
from riwaya.tell.gaps import Gap, gaps
from riwaya.tell.known import Known
from riwaya.tell.origin import origins
from riwaya.tell.sheet import Sheet, title
from riwaya.tell.strip import Bar, bars
from riwaya.tell.views import Views


class Limits(Struct, frozen=True, kw_only=True):
    """How much one page holds, so that a store of thousands still makes a page that opens."""

    stories: int = 25
    articles: int = 40
    articles_in_all: int = 100
    letters: int = 30_000
    rows: int = 250
    people: int = 80


class Line(Struct, frozen=True, kw_only=True):
    """A statement as a line of the page."""

    doc: str
    published: str | None
    speaker: str | None
    kind: str | None
    statement: Statement
    text: str
    nodes: tuple[Node, ...]
    origin: str | None
    outlet: str | None

    @property
    def evidence(self) -> Evidence:
        """The words of the statement."""
        return Evidence(doc=self.doc, start=self.statement.start, end=self.statement.end)


class Person(Struct, frozen=True, kw_only=True):
    """A person's card: the entity and the statements that carry its name."""

    entity: Entity
    lines: tuple[Line, ...]


class Head(Struct, frozen=True, kw_only=True):
    """A report in the story's list, whether or not its text is in the page."""

    doc: str
    name: str
    title: str
    outlet: str | None
    published: str | None
    basis: str | None


class StoryPage(Struct, frozen=True, kw_only=True):
    """What the sections of one story show."""

    n: int
    story: Story
    heads: tuple[Head, ...]
    outlets: tuple[str, ...]
    origins: tuple[tuple[str, int], ...]
    bars: tuple[Bar, ...]
    first: str | None
    last: str | None
    gaps: tuple[tuple[str, tuple[Gap, ...]], ...]
    commitments: tuple[tuple[Line, ...], ...]
    disputes: tuple[tuple[Count, ...], ...]
    years: tuple[tuple[str, tuple[Entry, ...]], ...]
    people: tuple[Person, ...]
    bodies: tuple[tuple[str, tuple[Entity, ...]], ...]
    lines: tuple[Line, ...]
    figures: tuple[tuple[Count, ...], ...]
    sources: tuple[SourceProfile, ...]
    sheets: tuple[Sheet, ...]
    known: Known
    by_doc: dict[str, Head]
    in_page: dict[str, int]
    left_lines: int = 0
    left_people: int = 0
    left_figures: int = 0


def story_page(
    n: int, story: Story, views: Views, failures: Sequence[Failure], sheets: tuple[Sheet, ...], limits: Limits
) -> StoryPage:
    """Return the story with all that its sections show; the store is read once through."""
    known = Known(views.entities(story.id))
    lines: list[Line] = []
    figures: list[Count] = []
    missing = list(gaps((), failures))
    heads: list[Head] = []
    for report in views.reports(story.id):
        lines += statement_lines(report, known)
        figures += counts([report])
        missing += gaps([report], ())
        heads.append(_head(report))
    figures.sort(key=lambda count: count.series)
    people = _people(views.entities(story.id), lines)
    groups, at_odds = _series(figures), disputed(figures)
    days = [head.published[:10] for head in heads if head.published and len(head.published) >= 10]
    return StoryPage(
        n=n,
        story=story,
        heads=tuple(heads),
        outlets=tuple(name for name, _ in _ranked(head.outlet for head in heads)),
        origins=_ranked(line.origin for line in lines),
        bars=bars(days),
        first=min(days, default=None),
        last=max(days, default=None),
        gaps=_grouped(missing),
        commitments=_newest(line for line in lines if line.statement.cue.stance == "committing")[:4],
        disputes=tuple(filter(None, (tuple(one for one in group if one.evidence in at_odds) for group in groups))),
        years=_years(views.timeline(story.id)),
        people=people[: limits.people],
        bodies=_bodies(views.entities(story.id)),
        lines=tuple(lines[: limits.rows]),
        figures=groups[: limits.rows],
        sources=tuple(views.sources(story.id)),
        sheets=sheets,
        known=known,
        by_doc={head.doc: head for head in heads},
        in_page={one.report.document.id: one.n for one in sheets},
        left_lines=max(0, len(lines) - limits.rows),
        left_people=max(0, len(people) - limits.people),
        left_figures=max(0, len(groups) - limits.rows),
    )


def statement_lines(report: Report, known: Known) -> list[Line]:
    """Return the statements of a report as lines, speakers under the name that the story knows them by."""
    document, found = report.document, report.annotations
    return [
        Line(
            doc=document.id,
            published=found.published.value if found.published else None,
            speaker=known.name(one.speaker.name) if one.speaker else None,
            kind=one.speaker.kind if one.speaker else None,
            statement=one,
            text=" ".join(document.text[one.start : min(one.end, one.start + 1200)].split()),
            nodes=nodes(one, found.outlet, document.doc),
            origin=origin,
            outlet=found.outlet.name if found.outlet else None,
        )
        for one, origin in zip(found.statements, origins(found.statements), strict=True)
    ]


def _head(report: Report) -> Head:
    found = report.annotations
    return Head(
        doc=report.document.id,
        name=report.document.doc,
        title=title(report),
        outlet=found.outlet.name if found.outlet else None,
        published=found.published.value if found.published else None,
        basis=found.published.basis if found.published else None,
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


def _newest(lines: Iterable[Line]) -> tuple[tuple[Line, ...], ...]:
    """Return the lines, newest first; what one speaker is told to have said in the same words is one."""
    same: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in lines:
        same[fold(line.speaker or ""), fold(line.text)].append(line)
    return tuple(sorted(map(tuple, same.values()), key=lambda group: group[-1].published or "", reverse=True))


def _grouped(missing: list[Gap]) -> tuple[tuple[str, tuple[Gap, ...]], ...]:
    order = ("not-read", "not-dated", "coarsely-dated", "no-outlet", "not-attributed", "time-unresolved", "oddity")
    kinds: dict[str, list[Gap]] = {kind: [] for kind in order}
    for gap in missing:
        kinds[gap.kind].append(gap)
    return tuple((kind, tuple(found)) for kind, found in kinds.items() if found)


def _years(entries: Sequence[Entry]) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    dated = sorted(entries, key=lambda entry: _year(entry) or "9999")
    return tuple((year, tuple(group)) for year, group in groupby(dated, key=_year))


def _year(entry: Entry) -> str:
    return entry.date[:4] if entry.date[:4].isdigit() else ""


def _people(entities: Sequence[Entity], lines: Sequence[Line]) -> tuple[Person, ...]:
    said: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.speaker and line.kind == "person":
            said[fold(line.speaker)].append(line)
    people = [one for one in entities if one.type == "person"]
    cards = [Person(entity=one, lines=tuple(said[fold(one.name)])) for one in people]
    return tuple(sorted(cards, key=lambda card: (-len(card.entity.documents), -len(card.lines), card.entity.name)))


def _bodies(entities: Sequence[Entity]) -> tuple[tuple[str, tuple[Entity, ...]], ...]:
    ranked = sorted(entities, key=lambda one: (-len(one.documents), -len(one.evidence), one.name))
    kinds = (("organisations", "organisation"), ("places", "place"))
    groups = ((key, tuple(one for one in ranked if one.type == kind)[:60]) for key, kind in kinds)
    return tuple((key, found) for key, found in groups if found)


def _series(figures: Sequence[Count]) -> tuple[tuple[Count, ...], ...]:
    """Return the figures by what they count, the series that most reports count first."""
    groups = [tuple(group) for _, group in groupby(figures, key=lambda count: count.series)]
    return tuple(
        sorted(groups, key=lambda group: (-len({one.evidence.doc for one in group}), -len(group), group[0].series))
    )
