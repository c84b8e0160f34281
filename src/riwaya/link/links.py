"""From reports to links: stories, entities, timeline and sources of a set of reports, whatever order they come in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

from msgspec import Struct
from msgspec.structs import replace

from riwaya.link.dependence.copies import compared
from riwaya.link.dependence.judgements import by_document, judgements
from riwaya.link.dependence.sheet import Sheet
from riwaya.link.dependence.windows import Window as Compared
from riwaya.link.dependence.windows import windows
from riwaya.link.digest import Digest
from riwaya.link.entities import Known, entities
from riwaya.link.kept import Held, Kept
from riwaya.link.packed import packed
from riwaya.link.ruled.effect import Rulings, ruled_copies, ruled_groups, ruled_story
from riwaya.link.ruled.places import Places
from riwaya.link.stories import beside as neighboured
from riwaya.link.stories import central, parted, story, story_id, streamed
from riwaya.link.task import Placed, Spread, Task, lines
from riwaya.link.task import inputs as marked
from riwaya.model import Copy, Evidence, Judgement, Lines, Links, Report, Story, Window


def link(reports: Iterable[Report], rulings: Sequence[Judgement] = ()) -> Links:
    """Return what a set of reports says together: stories, entities (as a person ruled), timeline, sources, accounts.

    The result depends on the set alone: ``link(reports) == link(reversed(reports))``.
    """
    return linked(Held(reports), rulings)


def linked(kept: Kept, rulings: Sequence[Judgement] = (), spread: Spread | None = None) -> Links:
    """Return what the reports that are ``kept`` say together; of stories that are as they were only the story.

    First by digests of a few kilobytes: which reports belong together, who is who, what is copied; then story by story
    over whole reports, where ``spread`` may have several at work.
    """
    return _Linking(kept, rulings).links(spread or _here(kept))


def _here(kept: Kept) -> Spread:
    def spread(tasks: Iterable[Task]) -> Iterator[Lines]:
        for task in tasks:
            yield lines(task, list(kept.reports(task.story.documents)))

    return spread


class _Ready(Struct, frozen=True):
    """A story and its reports (indexes, in its order), with the mark of what its lines follow from."""

    group: Sequence[int]
    story: Story
    inputs: str
    unchanged: bool


class _Linking:
    """One linking under way."""

    def __init__(self, kept: Kept, rulings: Sequence[Judgement]) -> None:
        self._kept = kept
        self._digests = sorted(kept.heads(), key=lambda one: (one.key, one.id))
        places = Places(rulings, self._digests, kept.reports)
        self._events, self._claims = tuple(places.of("event")), tuple(places.of("claim"))
        self._ruled = Rulings(places)
        self._windows = self._copied()
        found = by_document(copy for window in self._windows.values() for copy in window.copies)
        self._copies = ruled_copies(found, self._ruled.copies)
        groups, self._stream = streamed(self._digests, kept.stream(), kept.version)
        self._groups = ruled_groups(groups, self._digests, self._ruled.stories)
        where = [0] * len(self._digests)
        for number, group in enumerate(self._groups):
            for at in group:
                where[at] = number
        self._known = entities(self._digests, where, rulings, kept.met(), kept.version)
        self._before = kept.before()

    def _copied(self) -> dict[int, Window]:
        """Return the copies of each window; where its reports are those of before, so are its copies."""
        sheets, before = [one.sheet for one in self._digests], self._kept.windows()
        found: dict[int, Window] = {}
        for window in windows(sheets):
            number = window.eras[0] if window.eras else 0
            mark = self._mark(window)
            known = before.get(number)
            if known is None or known.mark != mark:
                known = self._compared(window, mark, [sheets[at] for at in window.among], found.values())
            found[number] = known
        return found

    def _compared(self, window: Compared, mark: str, sheets: Sequence[Sheet], earlier: Iterable[Window]) -> Window:
        wordings = self._kept.wordings([one.id for one in sheets])
        worded = [replace(one, wording=wording) for one, wording in zip(sheets, wordings, strict=True)]
        found = compared(window, worded, [pair for one in earlier for pair in one.prints])
        copies = judgements(found.copies, worded).values()
        return Window(mark, tuple(copy for some in copies for copy in some), tuple(found.prints))

    def _mark(self, window: Compared) -> str:
        digests = [self._digests[at] for at in window.among]
        told = (self._kept.version, window.eras, window.last, [(one.id, one.mark) for one in digests])
        return blake2b(packed(told), digest_size=12).hexdigest()

    def links(self, spread: Spread) -> Links:
        """Return all that is said, the lines of changed stories worked out by ``spread``."""
        ready = [self._ready(group) for group in self._groups]
        done = list(spread(self._whole(one) for one in ready if not one.unchanged))
        return Links(
            stories=tuple(neighboured([one.story for one in ready], self._groups, self._digests)),
            entities=self._known.entities,
            timeline=tuple(line for one in done for line in one.timeline),
            sources=tuple(line for one in done for line in one.sources),
            processes=tuple(line for one in done for line in one.processes),
            commitments=tuple(line for one in done for line in one.commitments),
            figures=tuple(line for one in done for line in one.figures),
            accounts=tuple(line for one in done for line in one.accounts),
            positions=tuple(line for one in done for line in one.positions),
            outcomes=(*self._known.outcomes, *self._ruled.outcomes()),
            inputs={one.story.id: one.inputs for one in ready},
            unchanged=frozenset(one.story.id for one in ready if one.unchanged),
            entity_inputs=self._known.inputs,
            same=self._known.same,
            stream=self._stream,
            windows=self._windows,
        )

    def _ready(self, group: Sequence[int]) -> _Ready:
        """Return a story with what its lines follow from; it is made anew only where that has changed."""
        bare = self._bare(group)
        reports = ((one.id, one.mark, self._who(at)) for at, one in ((at, self._digests[at]) for at in sorted(group)))
        inputs = marked(self._kept.version, bare, reports, (self._copied_in(bare), *self._ruled_on(bare)))
        before = self._before.get(bare.id)
        unchanged = before is not None and before.inputs == inputs
        one = replace(before.story, neighbours=(), rulings=()) if before and unchanged else self._story(group)
        return _Ready(group, ruled_story(one, self._ruled.stories), inputs, unchanged)

    def _whole(self, one: _Ready) -> Task:
        """Return the task of a story with the lines of its digests, which are in memory as long as it is under way."""
        task = self._task(one.group)
        return replace(task, story=one.story, digests=tuple(self._kept.whole([each.id for each in task.digests])))

    def _task(self, group: Sequence[int]) -> Task:
        ordered, known, story = sorted(group), self._known.names, self._bare(group)
        events, claims = self._ruled_on(story)
        return Task(
            story=story,
            digests=tuple(self._digests[at] for at in ordered),
            names=tuple(
                (number, one.type, one.name, known[at, one.type, one.name])
                for number, at in enumerate(ordered)
                for one in self._digests[at].appearances
                if (at, one.type, one.name) in known
            ),
            copies=self._copied_in(story),
            events=events,
            claims=claims,
        )

    def _bare(self, group: Sequence[int]) -> Story:
        """Return a story of which no more is known than its reports."""
        docs = tuple(self._digests[at].id for at in group)
        return Story(id=story_id(self._digests[group[0]]), title="", documents=docs)

    def _copied_in(self, story: Story) -> tuple[Copy, ...]:
        return tuple(copy for doc in story.documents for copy in self._copies.get(doc, ()))

    def _ruled_on(self, story: Story) -> tuple[tuple[Placed, ...], tuple[Placed, ...]]:
        """Return the rulings on events and on claims, where one touches the story."""
        inside = frozenset(story.documents)
        return _touching(inside, self._events), _touching(inside, self._claims)

    def _who(self, at: int) -> str:
        """Return what each name of a report comes down to; the report's mark tells the names themselves."""
        known = self._known.names
        return "\x1f".join([known.get((at, one.type, one.name), "") for one in self._digests[at].appearances])

    def _story(self, group: Sequence[int]) -> Story:
        digests, known = self._digests, self._known
        title = digests[central(group, digests)]
        people, places = (_names(group, digests, known, kind) for kind in ("person", "place"))
        one = story([digests[at] for at in group], title, people, places)
        return replace(one, parts=parted(group, digests))


def _touching(docs: frozenset[str], placed: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """Return all rulings of a kind where one touches the reports: one leads to the next."""
    sides = (side for _, *both in placed for side in both)
    return placed if any(isinstance(side, Evidence) and side.doc in docs for side in sides) else ()


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
