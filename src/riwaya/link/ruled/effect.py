"""What a person's rulings on stories, copies, events and claims make of what was linked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from riwaya.link.digest import Digest
from riwaya.link.ruled.pairs import Pairs
from riwaya.link.ruled.places import Places
from riwaya.link.ruled.regrouped import regrouped
from riwaya.link.stories import order
from riwaya.model import Copy, Entry, Evidence, Judgement, Outcome, Story


class Rulings:
    """A person's rulings on pairs of reports and passages, by kind, as they stand in a set of reports."""

    def __init__(self, places: Places) -> None:
        self.stories = Pairs(places.of("story"))
        self.copies = Pairs(places.of("copy"), following=False)
        self.events = Pairs(places.of("event"))
        self.claims = Pairs(places.of("claim"))

    def outcomes(self) -> tuple[Outcome, ...]:
        """Return what became of them."""
        return tuple(one for each in (self.stories, self.copies, self.events, self.claims) for one in each.outcomes())


def ruled_groups(groups: Sequence[Sequence[int]], digests: Sequence[Digest], ruled: Pairs) -> list[list[int]]:
    """Return the reports of each story as ruled; a report that goes with neither side by itself goes by its names."""
    if not ruled:
        return [list(group) for group in groups]
    names = {at: frozenset(one.name for one in digests[at].appearances) for group in groups for at in group}

    def near(at: int, heads: Sequence[int]) -> float:
        return max(_likeness(names[at], names[head]) for head in heads)

    def place(at: int) -> Evidence:
        return Evidence(doc=digests[at].id, start=0, end=1)

    made = regrouped(groups, place, ruled, near)
    made = [sorted(group, key=lambda at: order(digests[at])) for group in made]
    return sorted(made, key=lambda group: order(digests[group[0]]))


def _likeness(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / max(len(left | right), 1)


def ruled_story(story: Story, ruled: Pairs) -> Story:
    """Return a story with the marks of the rulings on its reports."""
    marks = ruled.marks(Evidence(doc=doc, start=0, end=1) for doc in story.documents) if ruled else ()
    return replace(story, rulings=marks) if marks else story


def ruled_copies(copies: Mapping[str, Sequence[Copy]], ruled: Pairs) -> dict[str, list[Copy]]:
    """Return the copies of each report as ruled: what was ruled no copy is none, what was ruled one is one."""
    verdicts = {(one.doc, other.doc): told for told, one, other in ruled.held()}
    found: dict[str, list[Copy]] = {}
    for copy in (copy for doc in copies for copy in copies[doc]):
        if not any(pair in verdicts for pair in ((copy.doc, copy.original), (copy.original, copy.doc))):
            found.setdefault(copy.doc, []).append(copy)
    known = {frozenset((copy.doc, copy.original)): copy for doc in copies for copy in copies[doc]}
    for (later, original), told in verdicts.items():
        if told.verdict == "same":
            before = known.get(frozenset((later, original)))
            found.setdefault(later, []).append(_copy(later, original, before, ruled))
    return {doc: sorted(found[doc], key=lambda one: one.original) for doc in (*copies, *found) if doc in found}


def _copy(later: str, original: str, before: Copy | None, ruled: Pairs) -> Copy:
    """Return a copy that a person ruled: with the passages that were found, if any; else without a share."""
    ends = (Evidence(doc=later, start=0, end=1), Evidence(doc=original, start=0, end=1))
    marks = tuple(one for one in ruled.marks(ends[:1]) if one in ruled.marks(ends[1:]))
    if before is None:
        evidence = tuple(place for told, *sides in ruled.held() for place in sides if told.id == marks[-1].id)
        return Copy(doc=later, original=original, score=0.0, basis="ruled", evidence=evidence, rulings=marks)
    if before.doc == later:
        return replace(before, basis="ruled", rulings=marks)
    turned = tuple(replace(one, doc=one.original, original=one.doc) for one in before.passages)
    return replace(before, doc=later, original=original, basis="ruled", passages=turned, rulings=marks)


def ruled_entries(entries: Iterable[Entry], documents: Sequence[str], ruled: Pairs) -> list[Entry]:
    """Return the lines of a story's timeline as ruled: two that tell one event are one line, one of two events two.

    ``documents`` are the story's, in its order. The line with more evidence gives a joined one its words; one that was
    parted off has the words that were ruled on.
    """
    every = list(entries)
    if not ruled:
        return every
    groups = [[(number, place) for place in one.evidence] for number, one in enumerate(every)]

    def near(one: tuple[int, Evidence], heads: Sequence[tuple[int, Evidence]]) -> float:
        return float(any(one[1].doc == head[1].doc for head in heads))

    made = [_line(group, every, documents, ruled) for group in regrouped(groups, lambda one: one[1], ruled, near)]
    made += [one for one in every if not one.evidence]
    return sorted(made, key=_place)


def _place(one: Entry) -> tuple[bool, str, str, str, int]:
    first = one.evidence[0] if one.evidence else Evidence(doc="", start=0, end=0)
    return not one.date, one.from_ or one.date, one.date, first.doc, first.start


def _line(
    group: Sequence[tuple[int, Evidence]], every: Sequence[Entry], documents: Sequence[str], ruled: Pairs
) -> Entry:
    counts: dict[int, int] = {}
    for number, _ in group:
        counts[number] = counts.get(number, 0) + 1
    base = every[max(counts, key=lambda number: (counts[number], -number))]
    places = tuple(dict.fromkeys(place for _, place in group))
    marks = ruled.marks(places)
    if places == base.evidence:
        return replace(base, rulings=marks) if marks else base
    docs = {place.doc for place in places}
    what = base.what if base.evidence[0] in places else _words(places, ruled) or base.what
    return replace(
        base,
        what=what,
        headline=base.headline if base.headline and base.headline.evidence.doc in docs else None,
        first=next((doc for doc in documents if doc in docs), base.first),
        came=tuple(one for one in base.came if one.evidence.doc in docs),
        inferred=tuple(doc for doc in base.inferred if doc in docs),
        evidence=places,
        rulings=marks,
    )


def _words(places: Sequence[Evidence], ruled: Pairs) -> str | None:
    sides = ((place, words) for told, *both in ruled.held() for place, words in zip(both, _sides(told), strict=True))
    return next((words for place, words in sides if any(place.doc == one.doc for one in places)), None)


def _sides(told: Judgement) -> tuple[str, str]:
    return told.left.names[0], told.right.names[0]
