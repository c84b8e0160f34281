"""A group parted as a person ruled: marked appearances by their marks, the others by what they share with a part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import starmap

from riwaya.arabic.letters import fold
from riwaya.link.joined import Joined
from riwaya.link.offices import domain, office
from riwaya.link.people import Seen

Mark = tuple[str, int]
"""A judgement of ``different``, and on which side of it (0, 1) an appearance is."""

Marks = dict[int, set[Mark]]
Block = Sequence[int]
"""Appearances that stay together: one, or those that a person joined."""

Shared = tuple[set[object], set[object], set[object], set[object]]
"""Names, titles, worlds (sport, state), stories: from what tells most to what tells least."""


def conflicting(marks: Iterable[Mark]) -> set[str]:
    """Return the judgements on both sides of which a set of marks is."""
    every = set(marks)
    return {ruling for ruling, turn in every if (ruling, 1 - turn) in every}


def split(
    numbers: Block, seen: Sequence[Seen], home: Sequence[int], story: Sequence[int], marks: Marks, joined: Joined
) -> list[list[int]]:
    """Return the appearances in as few parts as the marks allow, each in order, the part of the first one first.

    What a person joined stays together. The rest goes with a part of its own ``home`` by name, title, world, story in
    this order, as far as one of these tells; what nothing tells of goes with the largest.
    """
    if not conflicting(mark for number in numbers for mark in marks.get(number, ())):
        return [list(numbers)]
    return _Splitting(seen, home, story, marks).parts(joined.among(numbers))


class _Part:
    """A part as it grows: who is in it, what they share, and what keeps others out."""

    def __init__(self) -> None:
        self.members: list[int] = []
        self.homes: set[int] = set()
        self.marks: set[Mark] = set()
        self.shared: Shared = (set(), set(), set(), set())

    def take(self, block: Block, homes: set[int], marks: set[Mark], shared: Shared) -> None:
        self.members += block
        self.homes |= homes
        self.marks |= marks
        for mine, theirs in zip(self.shared, shared, strict=True):
            mine.update(theirs)


class _Splitting:
    def __init__(self, seen: Sequence[Seen], home: Sequence[int], story: Sequence[int], marks: Marks) -> None:
        self._seen, self._home, self._story, self._marks = seen, home, story, marks

    def parts(self, blocks: Sequence[Block]) -> list[list[int]]:
        """Return the parts: first the marked blocks in their order, then the others by what they share."""
        parts: list[_Part] = []
        for block in blocks:
            if marks := self._marks_of(block):
                free = [part for part in parts if not conflicting(part.marks | marks)]
                chosen = (_nearest(self._shared(block), free) or free[0]) if free else _Part()
                if not free:
                    parts.append(chosen)
                self._give(block, chosen)
        self._spread([block for block in blocks if not self._marks_of(block)], parts)
        return sorted(sorted(part.members) for part in parts)

    def _marks_of(self, block: Block) -> set[Mark]:
        return {mark for number in block for mark in self._marks.get(number, ())}

    def _homes(self, block: Block) -> set[int]:
        return {self._home[number] for number in block}

    def _shared(self, block: Block) -> Shared:
        found: Shared = (set(), set(), set(), set())
        for at, one in (self._seen[number] for number in block):
            found[0].add(fold(one.name))
            found[1].update(held for role in one.roles if (held := office(role.title)).words)
            found[2].update(world for role in one.roles if (world := domain(role.title)))
            found[3].add(self._story[at])
        return found

    def _give(self, block: Block, part: _Part) -> None:
        part.take(block, self._homes(block), self._marks_of(block), self._shared(block))

    def _spread(self, rest: Sequence[Block], parts: Sequence[_Part]) -> None:
        """Give what has no mark to the parts, in rounds: what one round gives tells the next one more."""
        while rest:
            near = [(block, _nearest(self._shared(block), self._at_home(block, parts))) for block in rest]
            found = [(block, part) for block, part in near if part is not None]
            if not found:
                break
            list(starmap(self._give, found))  # all at once: their order decides nothing
            rest = [block for block, part in near if part is None]
        given = [(block, _largest(self._at_home(block, parts) or parts)) for block in rest]
        for block, part in given:
            self._give(block, part)

    def _at_home(self, block: Block, parts: Sequence[_Part]) -> list[_Part]:
        homes = self._homes(block)
        return [part for part in parts if part.homes & homes]


def _largest(parts: Sequence[_Part]) -> _Part:
    return max(parts, key=lambda part: len(part.members))  # max keeps the first of equals


def _nearest(shared: Shared, parts: Sequence[_Part]) -> _Part | None:
    """Return the one part that shares most tellingly, None where none does or several do."""
    left = list(parts)
    for at, mine in enumerate(shared):
        left = [part for part in left if not mine.isdisjoint(part.shared[at])] or left
        if len(left) == 1:
            return left[0]
    return None
