"""One person in many reports: full names joined across spellings where something besides the name speaks for it.

A surname alone joins a full name only within its story and only if one fits, or by an office that only one of that
surname holds. A name that two worlds share (a striker, a minister) is two people unless a story has both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from msgspec import Struct
from rapidfuzz.distance import OSA

from riwaya.link.appearances import Appearance
from riwaya.link.offices import Office, domain, office
from riwaya.link.spellings import alike, given_name, parts, same_name, sound

MOST_IN_BLOCK = 60

Seen = tuple[int, Appearance]  # the index of the report, and who appears there


class _Name(Struct):
    """Everybody of exactly one name: where they appear, in which stories and offices."""

    parts: tuple[str, ...]
    seen: list[Seen]
    stories: set[int]
    offices: set[Office]
    titles: set[Office]


def people(seen: Sequence[Seen], story: Sequence[int]) -> list[list[Seen]]:
    """Return the appearances of each person; ``story[i]`` is the story of report ``i``.

    ``أنطون برينكر`` and ``انتون برينكر`` are one where they share a story or an office; ``برينكر`` alone is he in a
    story with no other Brinker.
    Misses: people who are only ever called by a nickname or a title.
    """
    full = [
        one for group in _by_name(one for one in seen if len(parts(one[1].name)) > 1) for one in _worlds(group, story)
    ]
    names = [_name(group, story) for group in full]
    groups = _Groups(len(names))
    for left, right in _alike(names):
        groups.join(left, right)
    joined = groups.lists(names)
    return _with_surnames(joined, [one for one in seen if len(parts(one[1].name)) <= 1], story)


def _by_name(seen: Iterable[Seen]) -> list[list[Seen]]:
    found: dict[tuple[str, ...], list[Seen]] = {}
    for one in seen:
        found.setdefault(parts(one[1].name), []).append(one)
    return list(found.values())


def _name(seen: list[Seen], story: Sequence[int]) -> _Name:
    offices = {office(role.title) for _, one in seen for role in one.roles}
    return _Name(
        parts(seen[0][1].name),
        seen,
        {story[at] for at, _ in seen},
        {one for one in offices if one.country and one.words},
        offices,
    )


def _worlds(seen: list[Seen], story: Sequence[int]) -> Iterator[list[Seen]]:
    """Keep two people of one name apart whose titles are of two worlds and whose stories are others."""
    worlds: dict[int, set[str]] = {}
    for at, one in seen:
        worlds.setdefault(story[at], set()).update(filter(None, (domain(role.title) for role in one.roles)))
    single = {where: next(iter(told)) for where, told in worlds.items() if len(told) == 1}
    known = sorted(set(single.values()))
    if len(known) < 2 or any(len(told) > 1 for told in worlds.values()) or len(parts(seen[0][1].name)) > 2:
        yield seen
        return
    largest = max(known, key=lambda name: (list(single.values()).count(name), name))
    for name in known:
        yield [one for one in seen if single.get(story[one[0]], largest) == name]


# ── other spellings of a full name ──────────────────────────────────────────────────────────────────────────────


def _alike(names: Sequence[_Name]) -> Iterator[tuple[int, int]]:
    """Yield pairs of names of one person: alike, and of one story or office; a shorter form only if one fits."""
    longer: dict[int, list[int]] = {}
    for left, right in _blocked(names):
        one, other = names[left], names[right]
        if not (same_name(one.parts, other.parts) or _slipped(one, other)) or not _supported(one, other):
            continue
        if len(one.parts) == len(other.parts):
            yield left, right
        else:
            short, long = (left, right) if len(one.parts) < len(other.parts) else (right, left)
            longer.setdefault(short, []).append(long)
    for short, candidates in sorted(longer.items()):
        if all(same_name(names[one].parts, names[other].parts) for one, other in combinations(candidates, 2)):
            yield from ((short, long) for long in candidates)


def _slipped(left: _Name, right: _Name) -> bool:
    """Say whether one is the other misspelt: first names agree, surnames but for two letters, and one title in full."""
    if len(left.parts) != 2 or len(right.parts) != 2 or left.parts[0] != right.parts[0]:
        return False
    one, other = left.parts[1], right.parts[1]
    if min(len(one), len(other)) < 5 or OSA.distance(one, other, score_cutoff=2) > 2:
        return False
    return any(len(title.words) > 1 or title.country for title in left.titles & right.titles)


def _supported(left: _Name, right: _Name) -> bool:
    return not left.stories.isdisjoint(right.stories) or not left.offices.isdisjoint(right.offices)


def _blocked(names: Sequence[_Name]) -> list[tuple[int, int]]:
    blocks: dict[tuple[str, str], list[int]] = {}
    for at, one in enumerate(names):
        first, last = sound(one.parts[0]), sound(one.parts[-1])
        for key in {(first, last), (first, one.parts[-1][:2]), (one.parts[0][:1], last), (first, sound(one.parts[1]))}:
            blocks.setdefault(key, []).append(at)
    return sorted({pair for block in blocks.values() if len(block) <= MOST_IN_BLOCK for pair in combinations(block, 2)})


# ── surnames alone ──────────────────────────────────────────────────────────────────────────────────────────────


def _with_surnames(full: list[list[Seen]], alone: Sequence[Seen], story: Sequence[int]) -> list[list[Seen]]:
    here: dict[int, set[int]] = {}
    holders: dict[tuple[str, Office], set[int]] = {}
    for number, group in enumerate(full):
        for at, one in group:
            here.setdefault(story[at], set()).add(number)
            for held in _held(one):
                holders.setdefault((parts(one.name)[-1], held), set()).add(number)
    named = [parts(name) for name in (group[0][1].name for group in full)]
    rest: dict[tuple[int, tuple[str, ...]], list[Seen]] = {}
    for at, one in alone:
        key = parts(one.name)
        fits = {number for number in here.get(story[at], ()) if key and _fits(key[0], named[number])}
        if not fits and key:
            fits = {number for held in _held(one) for number in holders.get((key[0], held), ())}
        if len(fits) == 1:
            full[fits.pop()].append((at, one))
        elif key:
            rest.setdefault((story[at], key), []).append((at, one))
    return [*full, *rest.values()]


def _held(one: Appearance) -> set[Office]:
    return {held for role in one.roles if (held := office(role.title)).country and held.words}


def _fits(surname: str, name: tuple[str, ...]) -> bool:
    return any(alike(surname, part) for part in name[1:]) or (surname == name[0] and not given_name(surname))


class _Groups:
    """Which numbers have been joined, directly or by others."""

    def __init__(self, size: int) -> None:
        self._parents = list(range(size))

    def find(self, at: int) -> int:
        while self._parents[at] != at:
            self._parents[at] = self._parents[self._parents[at]]
            at = self._parents[at]
        return at

    def join(self, left: int, right: int) -> None:
        left, right = sorted((self.find(left), self.find(right)))
        self._parents[right] = left

    def lists(self, names: Sequence[_Name]) -> list[list[Seen]]:
        found: dict[int, list[Seen]] = {}
        for at, name in enumerate(names):
            found.setdefault(self.find(at), []).extend(name.seen)
        return list(found.values())
