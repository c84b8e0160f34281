"""Stories: reports that belong together, weeks or months apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b

from riwaya.link.clusters import clusters
from riwaya.link.digest import Digest
from riwaya.link.similarity import Point, Vector, dot, neighbours
from riwaya.model import Evidence, Story

MOST_NAMES = 8


def identity(kind: str, *parts: str) -> str:
    """Return an id that depends on nothing but its parts: ``story-3f2a…``."""
    return f"{kind}-{blake2b(chr(31).join(parts).encode('utf-8', 'replace'), digest_size=6).hexdigest()}"


def grouped(digests: Sequence[Digest], found: Sequence[Point], copies: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return which reports form one story, as indexes; within a story by publication, unknown dates last.

    ``digests`` come sorted by key, ``found`` are their points; ``copies`` are pairs of which one repeats
    the other's text: they are neighbours whatever their words.
    Misses: a report on two matters belongs to one story only.
    """
    pairs = [*neighbours(found), *((left, right, 1.0) for left, right in copies)]
    groups = [sorted(group, key=lambda at: order(digests[at])) for group in clusters(found, pairs)]
    return sorted(groups, key=lambda group: order(digests[group[0]]))


def order(one: Digest) -> tuple[bool, str, str, str]:
    """Return the place of a report among others: by publication, then key."""
    return not one.published, one.published, one.key, one.id


def central(group: Sequence[int], found: Sequence[Vector]) -> int:
    """Return the report that is most like all others of its story; of equals the earliest."""
    total: Vector = {}
    for at in group:
        for word, weight in found[at].items():
            total[word] = total.get(word, 0.0) + weight
    return max(group, key=lambda at: round(dot(found[at], total), 9))  # max keeps the first of equals


def story(members: Sequence[Digest], title: Digest, people: Sequence[str], places: Sequence[str]) -> Story:
    """Return the story of those reports (in order of publication) under the headline of the most central one.

    Its id is that of its first report, so that later reports that join don't change it.
    """
    dates = [one.published for one in members if one.published]
    spans = [(one.id, one.headline) for one in members if one.headline is not None]
    return Story(
        id=identity("story", members[0].key),
        title=title.title,
        from_=min(dates)[:10] if dates else None,
        until=max(dates)[:10] if dates else None,
        documents=tuple(one.id for one in members),
        outlets=tuple(sorted({one.outlet for one in members if one.outlet})),
        people=tuple(people[:MOST_NAMES]),
        places=tuple(places[:MOST_NAMES]),
        evidence=tuple(Evidence(doc=doc, start=span.start, end=span.end) for doc, span in spans),
    )
