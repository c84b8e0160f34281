"""Stories: reports that belong together, weeks or months apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from types import MappingProxyType

from msgspec.structs import replace

from riwaya.arabic.tokens import tokens
from riwaya.link.digest import Digest
from riwaya.link.packed import packed
from riwaya.link.stream.group import dot
from riwaya.link.stream.parts import gathered, neighbours, parts
from riwaya.link.stream.point import Vector
from riwaya.link.stream.stream import UNDATED, Item, Joining, Stream
from riwaya.link.terms import token_term
from riwaya.model import Evidence, Neighbour, Part, Story, Streamed

MOST_NAMES = 8
MOST_SHARED = 5
MAIN_DAY = 4  # reports that make a day a story's main one


def identity(kind: str, *parts: str) -> str:
    """Return an id that depends on nothing but its parts: ``story-3f2a…``."""
    return f"{kind}-{blake2b(chr(31).join(parts).encode('utf-8', 'replace'), digest_size=6).hexdigest()}"


def grouped(digests: Sequence[Digest]) -> list[list[int]]:
    """Return which reports form one story, as indexes; within a story by publication, unknown dates last.

    Misses: a report on two matters belongs to one story only.
    """
    return streamed(digests)[0]


def streamed(
    digests: Sequence[Digest], before: Mapping[str, Streamed] = MappingProxyType({}), version: str = ""
) -> tuple[list[list[int]], dict[str, Streamed]]:
    """Return which reports form one story, and what became of each, from which another run goes on.

    ``before`` is what became of reports in an earlier run: the days before the first that has changed since stay as
    they are. What another ``version`` of the code made of them counts for nothing.
    """
    places = sorted(range(len(digests)), key=lambda at: _place(digests[at]))
    marks = {digests[at].id: (_day(digests[at]), _mark(digests[at], version)) for at in places}
    known = {
        doc: Joining(one.into, one.on) for doc, one in before.items() if one.into is not None and one.on is not None
    }
    found = Stream([_item(digests[at]) for at in places], known, _since(marks, before))
    groups = [sorted((places[at] for at in some), key=lambda at: order(digests[at])) for some in found.stories()]
    became = {doc: _became(mark, day, found.joined.get(doc)) for doc, (day, mark) in marks.items()}
    return sorted(groups, key=lambda group: order(digests[group[0]])), became


def _since(marks: Mapping[str, tuple[int, str]], before: Mapping[str, Streamed]) -> int:
    """Return the first day on which reports came, went or changed."""
    fresh = [day for doc, (day, mark) in marks.items() if doc not in before or before[doc].mark != mark]
    gone = [one.day for doc, one in before.items() if doc not in marks or marks[doc][1] != one.mark]
    return min([*fresh, *gone], default=UNDATED + 1)


def _mark(one: Digest, version: str) -> str:
    return blake2b(packed((version, one.published, one.key, one.day, one.point)), digest_size=8).hexdigest()


def _became(mark: str, day: int, joined: Joining | None) -> Streamed:
    return Streamed(mark, day) if joined is None else Streamed(mark, day, joined.into, joined.day)


def _place(one: Digest) -> tuple[int, str, str, str]:
    """Return the place of a report in the stream: by its day, then by what never changes."""
    return _day(one), one.published, one.key, one.id


def _item(one: Digest) -> Item:
    return Item(one.id, _day(one), one.point)


def _day(one: Digest) -> int:
    return UNDATED if one.day is None else one.day


def order(one: Digest) -> tuple[bool, str, str, str]:
    """Return the place of a report among others: by publication, then key."""
    return not one.published, one.published, one.key, one.id


def central(group: Sequence[int], digests: Sequence[Digest]) -> int:
    """Return the report of the story's main day that is most like all others of the story; of equals the earliest.

    The eve and the aftermath share most words with all: ``ترقب لقرار …`` (waiting for the decision) names no story.
    """
    total: Vector = {}
    for at in group:
        for word, weight in digests[at].point.vector().items():
            total[word] = total.get(word, 0) + weight
    # max keeps the first of equals
    return max(_of_the_main_day(group, digests), key=lambda at: dot(digests[at].point.vector(), total))


def _of_the_main_day(group: Sequence[int], digests: Sequence[Digest]) -> Sequence[int]:
    """Return the reports of the day that has most, the earliest of equals; all where no day has many."""
    days = Counter(day for at in group if (day := digests[at].day) is not None)
    most = max(days.values(), default=0)
    if most < MAIN_DAY:
        return group
    main = min(day for day, reports in days.items() if reports == most)
    return [at for at in group if digests[at].day == main]


def parted(group: Sequence[int], digests: Sequence[Digest]) -> tuple[Part, ...]:
    """Return the sub-stories of a story, each under the headline of its most central report."""
    placed = sorted(group, key=lambda at: _place(digests[at]))
    found = parts([_item(digests[at]) for at in placed])
    return tuple(_part([placed[one] for one in some], digests) for some in found)


def _part(group: Sequence[int], digests: Sequence[Digest]) -> Part:
    mine = sorted(group, key=lambda at: order(digests[at]))
    dates = [digests[at].published for at in mine if digests[at].published]
    return Part(
        title=digests[central(mine, digests)].title,
        from_=min(dates)[:10] if dates else None,
        until=max(dates)[:10] if dates else None,
        documents=tuple(digests[at].id for at in mine),
    )


def beside(stories: Sequence[Story], groups: Sequence[Sequence[int]], digests: Sequence[Digest]) -> list[Story]:
    """Return the stories with their neighbours; of each pair the people, places and headline words that both have."""
    whole = [gathered([(at, digests[at].point, _day(digests[at])) for at in group]) for group in groups]
    return [
        replace(one, neighbours=tuple(_neighbour(one, stories[other]) for other in near)) if near else one
        for one, near in zip(stories, neighbours(whole), strict=True)
    ]


def _neighbour(one: Story, other: Story) -> Neighbour:
    names = [name for name in (*one.people, *one.places) if name in (*other.people, *other.places)]
    known = {stem for word in tokens(other.title) if (stem := token_term(word))}
    words = [one.title[word.start : word.end] for word in tokens(one.title) if token_term(word) in known]
    shared = dict.fromkeys((*names, *(word for word in words if not any(word in name for name in names))))
    return Neighbour(story=other.id, title=other.title, shared=tuple(shared)[:MOST_SHARED])


def story_id(first: Digest) -> str:
    """Return the id of the story that begins with a report: later reports that join don't change it."""
    return identity("story", first.key)


def story(members: Sequence[Digest], title: Digest, people: Sequence[str], places: Sequence[str]) -> Story:
    """Return the story of those reports (in order of publication) under the headline of the most central one."""
    dates = [one.published for one in members if one.published]
    spans = [(one.id, one.headline) for one in members if one.headline is not None]
    return Story(
        id=story_id(members[0]),
        title=title.title,
        from_=min(dates)[:10] if dates else None,
        until=max(dates)[:10] if dates else None,
        documents=tuple(one.id for one in members),
        outlets=tuple(sorted({one.outlet for one in members if one.outlet})),
        people=tuple(people[:MOST_NAMES]),
        places=tuple(places[:MOST_NAMES]),
        evidence=tuple(Evidence(doc=doc, start=span.start, end=span.end) for doc, span in spans),
    )
