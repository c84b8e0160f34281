"""One person in many reports: full names joined across spellings where something besides the name speaks for it.

A name that two worlds share (a striker, a minister) is two people unless a story has both. Another spelling joins by a
shared story or office; where it only sounds alike letter by letter, without. What a part of a name alone
joins is in ``surnames``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace
from rapidfuzz.distance import OSA

from riwaya.link.appearances import Appearance
from riwaya.link.joined import Joined
from riwaya.link.offices import Office, domain, office, single
from riwaya.link.spellings import (
    alike,
    echoes,
    given_name,
    heard_alike,
    later_part,
    latin,
    nearly,
    parts,
    same_name,
    sound,
)
from riwaya.link.surnames import with_surnames, world

MOST_IN_BLOCK = 60
SELDOM = 5  # names that one report in so many of the rarer one has both of are one that it spells in two ways
FEW = 10  # a world that one in so many stories tells is a title misread, a name of so few reports a span cut wrong

Seen = tuple[int, Appearance]  # the index of the report, and who appears there


class _Name(Struct):
    """Everybody of exactly one name: where they appear, in which stories, offices (former ones too) and world."""

    parts: tuple[str, ...]
    seen: list[Seen]
    reports: set[int]
    stories: set[int]
    offices: set[Office]
    titles: set[Office]
    world: str


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
    joined = Joined()
    for pair in _alike(names):
        joined.join(pair)
    groups = [[one for at in numbers for one in names[at].seen] for numbers in joined.among(range(len(names)))]
    return with_surnames(groups, [one for one in seen if len(parts(one[1].name)) <= 1], story)


def _by_name(seen: Iterable[Seen]) -> list[list[Seen]]:
    found: dict[tuple[str, ...], list[Seen]] = {}
    for one in seen:
        found.setdefault(parts(one[1].name), []).append(one)
    return list(found.values())


def _name(seen: list[Seen], story: Sequence[int]) -> _Name:
    offices = {replace(office(role.title), former=False) for _, one in seen for role in one.roles}
    return _Name(
        parts(seen[0][1].name),
        seen,
        {at for at, _ in seen},
        {story[at] for at, _ in seen},
        {one for one in offices if one.country and one.words},
        offices,
        world(one for _, one in seen),
    )


def _worlds(seen: list[Seen], story: Sequence[int]) -> Iterator[list[Seen]]:
    """Keep two people of one name apart whose titles are of two worlds and whose stories are others."""
    worlds: dict[int, set[str]] = {}
    for at, one in seen:
        worlds.setdefault(story[at], set()).update(filter(None, (domain(role.title) for role in one.roles)))
    told_one = {where: next(iter(told)) for where, told in worlds.items() if len(told) == 1}
    counts = Counter(told_one.values())
    known = sorted(name for name in counts if counts[name] * FEW > len(told_one))
    if len(known) < 2 or any(len(told) > 1 for told in worlds.values()) or len(parts(seen[0][1].name)) > 2:
        yield seen
        return
    largest = max(known, key=lambda name: (counts[name], name))
    home = {where: name if name in known else largest for where, name in told_one.items()}
    for name in known:
        yield [one for one in seen if home.get(story[one[0]], largest) == name]


# ── other spellings of a full name ──────────────────────────────────────────────────────────────────────────────


def _alike(names: Sequence[_Name]) -> Iterator[tuple[int, int]]:
    """Yield pairs of names of one person: alike, and of one story or office; a shorter form only if one fits."""
    longer: dict[int, list[int]] = {}
    for left, right in _blocked(names):
        one, other = names[left], names[right]
        if not _one_person(one, other):
            continue
        if len(one.parts) == len(other.parts) or heard_alike(one.parts, other.parts):
            yield left, right
        else:
            short, long = (left, right) if len(one.parts) < len(other.parts) else (right, left)
            longer.setdefault(short, []).append(long)
    for short, every in sorted(longer.items()):
        yield from ((short, long) for long in _fitting(names, short, every))


def _fitting(names: Sequence[_Name], short: int, longer: Sequence[int]) -> Sequence[int]:
    """Return the longer names that a shorter one stands for: holders of its office before others, and of one person."""
    held = [one for one in longer if _one_holder(names[short], names[one])] or longer
    best = max(held, key=lambda one: (len(names[one].reports), -one))
    rivals = [one for one in held if len(names[one].reports) * FEW >= len(names[best].reports)]
    same = [one for one in held if one == best or same_name(names[one].parts, names[best].parts)]
    agreed = all(same_name(names[one].parts, names[other].parts) for one, other in combinations(same, 2))
    return same if agreed and set(rivals) <= set(same) else []


def _one_person(left: _Name, right: _Name) -> bool:
    holder = _one_holder(left, right)
    if not holder and _told_apart(left, right):
        return False
    if holder and (later_part(left.parts, right.parts) or _in_office(left.parts, right.parts)):
        return True
    if _supported(left, right) and (
        same_name(left.parts, right.parts) or _slipped(left, right) or _surname_heard(left, right)
    ):
        return True
    apart = left.world and right.world and left.world != right.world
    return not apart and heard_alike(left.parts, right.parts)


def _told_apart(left: _Name, right: _Name) -> bool:
    """Say whether reports name both, more unlike than by a long vowel: then they mean two people."""
    if len(left.reports & right.reports) * SELDOM <= min(len(left.reports), len(right.reports)):
        return False
    return len(left.parts) != len(right.parts) or not all(map(echoes, left.parts, right.parts))


def _one_holder(left: _Name, right: _Name) -> bool:
    return any(single(held) for held in left.offices & right.offices)


def _in_office(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Say whether two names are near enough for one holder of an office that one person holds at a time.

    All but one part agree, and that one is a middle name, or heard alike, or a letter off: ``مولود جاويش أوغلو``.
    """
    differ = [at for at, (one, other) in enumerate(zip(left, right, strict=False)) if not alike(one, other)]
    if len(left) != len(right) or len(differ) != 1:
        return False
    one, other = left[differ[0]], right[differ[0]]
    if given_name(one) and given_name(other):
        return False
    middle = 0 < differ[0] < len(left) - 1
    return middle or sound(one) == sound(other) or OSA.distance(one, other, score_cutoff=1) == 1


def _slipped(left: _Name, right: _Name) -> bool:
    """Say whether one is the other misspelt: all parts but one agree, that but for two letters, and a title in full."""
    if len(left.parts) != len(right.parts):
        return False
    differ = [(one, other) for one, other in zip(left.parts, right.parts, strict=True) if one != other]
    if len(differ) != 1 or all(map(given_name, differ[0])):
        return False
    one, other = differ[0]
    surname = len(left.parts) == 2 and left.parts[0] == right.parts[0]
    most = 2 if surname and min(len(one), len(other)) > 4 else 1
    if min(len(one), len(other)) < 4 or OSA.distance(one, other, score_cutoff=most) > most:
        return False
    return any(len(title.words) > 1 or title.country for title in left.titles & right.titles)


def _surname_heard(left: _Name, right: _Name) -> bool:
    """Say whether only a long vowel of a short surname differs: ``هاري كين`` and ``هاري كاين``."""
    return len(left.parts) == len(right.parts) == 2 and left.parts[0] == right.parts[0] and nearly(*_ends(left, right))


def _ends(left: _Name, right: _Name) -> tuple[str, str]:
    return left.parts[-1], right.parts[-1]


def _supported(left: _Name, right: _Name) -> bool:
    return not left.stories.isdisjoint(right.stories) or not left.offices.isdisjoint(right.offices)


def _blocked(names: Sequence[_Name]) -> list[tuple[int, int]]:
    """Return the pairs worth a look: by sound; by sound of one end in one story or office."""
    blocks: dict[tuple[object, ...], list[int]] = {}
    for at, one in enumerate(names):
        for key in sorted(_keys(one), key=str):
            blocks.setdefault(key, []).append(at)
    return sorted({pair for block in blocks.values() if len(block) <= MOST_IN_BLOCK for pair in combinations(block, 2)})


def _keys(one: _Name) -> set[tuple[object, ...]]:
    first, last = sound(one.parts[0]), sound(one.parts[-1])
    keys: set[tuple[object, ...]] = {(first, last), (sound("".join(one.parts)),), (latin(one.parts[1:]), first[:1])}
    shared: list[object] = [*one.stories, *((held.country, *sorted(held.words)) for held in one.offices)]
    for place in shared:
        keys |= {(place, 0, first), (place, 1, last), (place, 2, first[:1], last[:1])}
    return keys
