"""Who is meant by one part of a name alone: ``برينكر``, ``الملك فواز``, ``بن فواز``.

A part alone is never proof: it joins a person where, of all known to these reports, only that one can be meant. In
turn: the one of that name in the story; the one who holds the office given; the one who is called by that part under
that title; the one whose surname it is nearly always, and often. What none of these settles stays with its story, and
names that stand alone everywhere (``رونيتو``, a striker) are one person where nothing tells them apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from riwaya.link.appearances import Appearance
from riwaya.link.offices import Office, domain, office
from riwaya.link.spellings import alike, given_name, nasab, parts

SHARE = 0.95  # of the reports that give a surname in full, those that mean the one person
KNOWN = 3  # titles that must name countries before a title of another country speaks against a person
FEW = 10  # a country that only one in so many titles of a person names is a title misread
STRAY = 20  # a name that one in so many of a person's reports has is two names run together: غوتيريش ترامب
OFTEN = 10  # reports that must give the full name before the surname alone is enough

Seen = tuple[int, Appearance]


def with_surnames(full: Sequence[list[Seen]], alone: Iterable[Seen], story: Sequence[int]) -> list[list[Seen]]:
    """Return the people of ``full`` with the parts of names alone that mean them, and the rest as people of their own.

    ``story[i]`` is the story of report ``i``.
    """
    known = _Known(full, story)
    groups = [list(group) for group in full]
    rest: dict[str, list[tuple[int, list[Seen]]]] = {}
    for (where, key), found in _together(alone, story).items():
        one = known.meant(where, key, [appearance for _, appearance in found])
        if one is not None:
            groups[one] += found
        else:
            rest.setdefault(key, []).append((where, found))
    for key, unknown in rest.items():
        groups += _single_names(key, unknown, known.shared(key))
    return groups


def _together(alone: Iterable[Seen], story: Sequence[int]) -> dict[tuple[int, str], list[Seen]]:
    found: dict[tuple[int, str], list[Seen]] = {}
    for at, one in alone:
        if key := parts(one.name):
            found.setdefault((story[at], key[0]), []).append((at, one))
    return found


class _Known:
    """The people of full names, by story, by part of their names, by office and by title."""

    def __init__(self, full: Sequence[Sequence[Seen]], story: Sequence[int]) -> None:
        self._names = [_names(group) for group in full]
        self._reports = [len({at for at, _ in group}) for group in full]
        self._worlds = [world(one for _, one in group) for group in full]
        self._lands = [_lands(one for _, one in group) for group in full]
        self._here: dict[int, dict[int, None]] = {}
        self._first: dict[str, Counter[int]] = {}
        self._last: dict[str, Counter[int]] = {}
        self._held: dict[tuple[str, Office], Counter[int]] = {}
        self._called: dict[tuple[str, str], Counter[int]] = {}
        for number, group in enumerate(full):
            for at, one in group:
                self._here.setdefault(story[at], {})[number] = None
                self._enter(number, one)

    def _enter(self, number: int, one: Appearance) -> None:
        name = parts(one.name)
        self._last.setdefault(name[-1], Counter())[number] += 1
        self._first.setdefault(name[0], Counter())[number] += 1
        for held in {office(role.title) for role in one.roles}:
            if held.country and held.words:
                self._held.setdefault((name[-1], held), Counter())[number] += 1
            if held.head:
                for part in name:
                    self._called.setdefault((part, held.head), Counter())[number] += 1

    def meant(self, where: int, key: str, seen: Sequence[Appearance]) -> int | None:
        """Return the person whom a part alone means in a story, ``None`` where that isn't certain."""
        held = {office(role.title) for one in seen for role in one.roles}
        lands = {one.country for one in held if one.country}
        bare = nasab(key)
        fits = [number for number in self._fits(where, bare or key) if self._from(number, lands)]
        if len(fits) == 1:
            return fits[0]
        if fits:
            return self._by_title(bare or key, held, set(fits)) or _clear(Counter({n: self._reports[n] for n in fits}))
        found = self._by_title(bare or key, held, None)
        return found if found is not None or bare else self._by_renown(key, world(seen), lands)

    def _fits(self, where: int, key: str) -> list[int]:
        here = self._here.get(where, {})
        exact = [number for number in here if any(_has(key, name) for name in self._names[number])]
        if exact or key in self._last:
            return exact
        return [number for number in here if any(alike(key, part) for name in self._names[number] for part in name[1:])]

    def _by_title(self, key: str, held: Iterable[Office], among: set[int] | None) -> int | None:
        for index in (
            [self._held.get((key, one), Counter()) for one in held],
            [self._called.get((key, one.head), Counter()) for one in held if one.head],
        ):
            found: Counter[int] = sum(index, Counter())
            found = Counter({n: many for n, many in found.items() if among is None or n in among})
            if found:
                return _clear(found)
        return None

    def _by_renown(self, key: str, told: str, lands: set[str]) -> int | None:
        found = max((self._last.get(key, Counter()), self._first.get(key, Counter())), key=Counter.total)
        if given_name(key) or found.total() < OFTEN:
            return None
        one = _clear(found)
        if one is None or not self._from(one, lands):
            return None
        return one if not told or told == self._worlds[one] or not self._worlds[one] else None

    def _from(self, number: int, lands: set[str]) -> bool:
        """Say whether a person may be of these countries, as far as titles tell: another Ronito is Brazilian."""
        own = self._lands[number]
        return not lands or own.total() < KNOWN or any(own[land] * FEW >= own.total() for land in lands)

    def shared(self, key: str) -> bool:
        """Say whether people of full names bear this one: then alone it may be any of them."""
        return key in self._last or given_name(key)


def _names(group: Sequence[Seen]) -> list[tuple[str, ...]]:
    """Return the names of a person by their parts, without strays, of which no part means the person alone.

    ``بوجبا`` is no stray beside ``بوغبا``: each part of a rare spelling sounds like one of a usual name.
    """
    counts = Counter(parts(one.name) for _, one in group)
    usual = [name for name, reports in counts.items() if reports * STRAY >= len(group)]
    known = {part for name in usual for part in name}
    heard = [name for name in counts if all(any(alike(part, one) for one in known) for part in name)]
    return sorted({*usual, *heard})


def _lands(seen: Iterable[Appearance]) -> Counter[str]:
    told = Counter(office(role.title).country for one in seen for role in one.roles)
    del told[""]
    return told


def _has(key: str, name: tuple[str, ...]) -> bool:
    return key in name[1:] or (key == name[0] and not given_name(key))


def _clear(found: Counter[int]) -> int | None:
    """Return the one that nearly all reports mean, ``None`` where they are divided."""
    number, reports = max(found.items(), key=lambda item: (item[1], -item[0]))
    return number if reports >= SHARE * found.total() else None


def world(seen: Iterable[Appearance]) -> str:
    """Return the world that a person's titles speak for by far, empty where none does."""
    told = Counter(found for one in seen for role in one.roles if (found := domain(role.title)))
    ranked = told.most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] >= 3 * ranked[1][1]) else ""


def _single_names(key: str, found: Sequence[tuple[int, list[Seen]]], shared: bool) -> list[list[Seen]]:
    """Return the people of a name that stands alone everywhere: one a world, those of no world with the largest."""
    if shared or given_name(key):
        return [seen for _, seen in found]
    worlds: dict[str, list[list[Seen]]] = {}
    for _, seen in found:
        worlds.setdefault(world(one for _, one in seen), []).append(seen)
    unknown = worlds.pop("", [])
    told = {name: [one for seen in groups for one in seen] for name, groups in sorted(worlds.items())}
    if len(told) != 1:
        return [*told.values(), *unknown]
    (largest,) = told.values()
    return [largest + [one for seen in unknown for one in seen]] if len(largest) >= OFTEN else [largest, *unknown]
