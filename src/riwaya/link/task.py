"""The work on one story, which depends on nothing but its task and its reports, so that it can be done anywhere.

A story of which nothing changed that its task says need not be done again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b

from msgspec import Struct

from riwaya.link.commitments.joining import commitments
from riwaya.link.digest import Digest
from riwaya.link.packed import packed
from riwaya.link.processes.joining import processes
from riwaya.link.ruled.effect import ruled_entries
from riwaya.link.ruled.pairs import Pairs
from riwaya.link.timeline import timeline
from riwaya.link.who import Who
from riwaya.link.within import within
from riwaya.model import (
    Copy,
    Effect,
    EntityType,
    Evidence,
    Judgement,
    Lines,
    Report,
    Story,
)

Marked = tuple[str, str, str]
"""A report's id, its mark and who is who in it, in the order of its appearances."""

Placed = tuple[Judgement, Evidence | Effect, Evidence | Effect]


class Task(Struct, frozen=True, kw_only=True):
    """All that the lines of a story follow from beside its reports: ``digests`` are theirs, in the order of keys.

    ``names`` say by the index of a digest, kind and name there who is who, ``copies`` are those that its reports hold,
    ``events`` and ``claims`` a person's rulings, if any touches the story.
    """

    story: Story
    digests: tuple[Digest, ...]
    names: tuple[tuple[int, EntityType, str, str], ...] = ()
    copies: tuple[Copy, ...] = ()
    events: tuple[Placed, ...] = ()
    claims: tuple[Placed, ...] = ()


def inputs(version: str, story: Story, reports: Iterable[Marked], rest: object) -> str:
    """Return a mark that changes whenever the lines of a story may; ``version`` is that of the code.

    ``reports`` are its own, in the order of keys, ``rest`` is what else its task says: copies and rulings.
    """
    told = (version, list(reports), story.id, story.documents, rest)
    return blake2b(packed(told), digest_size=12).hexdigest()


Spread = Callable[[Iterable[Task]], Iterator[Lines]]
"""Does the work of several stories, here or elsewhere, and gives the lines of each in the order of the tasks."""


def lines(task: Task, reports: Sequence[Report]) -> Lines:
    """Return the lines of a story; ``reports`` are its, in its order."""
    one, digests = task.story, task.digests
    names = {(at, kind, name): shown for at, kind, name, shown in task.names}
    place = {digest.id: at for at, digest in enumerate(digests)}
    group = [place[doc] for doc in one.documents]
    rounds = processes(one.id, group, digests, names)
    entries = timeline(one.id, group, digests, names, rounds)
    copies: dict[str, list[Copy]] = {}
    for copy in task.copies:
        copies.setdefault(copy.doc, []).append(copy)
    who = Who([digest.id for digest in digests], names)
    beside = within(one, reports, who, copies, Pairs(task.claims))
    return Lines(
        timeline=tuple(ruled_entries(entries, one.documents, Pairs(task.events))),
        sources=beside.sources,
        processes=tuple(rounds),
        commitments=tuple(commitments(one.id, group, digests)),
        figures=beside.figures,
        accounts=beside.accounts,
        positions=beside.positions,
    )
