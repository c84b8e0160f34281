"""A person's rulings on who is who, applied to what link found by itself.

A ruling names each side by what outlives a rebuild (see ``Anchor``): that leads to one *home*, the group in which most
of its reports are (``everywhere``: to all), and there to the side's own appearances, its *seeds*. ``same`` joins the
homes. ``different`` parts a home: what was not ruled on goes with the side that it shares a name, a title, a world or a
story with, else with the larger one. Where two rulings cannot both hold, the one that parts wins, and the outcome of
the other tells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.link.digest import Digest
from riwaya.link.joined import Joined
from riwaya.link.people import Seen
from riwaya.link.ruled.pairs import mark
from riwaya.link.splitting import Marks, conflicting, split
from riwaya.model import Anchor, Citation, Effect, EntityType, Judgement, Outcome, Ruled

Groups = Sequence[Sequence[Seen]]


class Decided(Struct):
    """Groups as the rulings leave them, the names and marks that some of them get, and what became of each ruling."""

    groups: list[list[Seen]]
    names: dict[int, str] = {}
    marks: dict[int, tuple[Ruled, ...]] = {}
    places: dict[str, tuple[Effect, int | None, int | None, tuple[str, ...]]] = {}


class _Side(Struct):
    """Where an anchor leads: the group, the appearances there, or why to none."""

    home: int = -1
    seeds: tuple[int, ...] = ()
    effect: Effect = "in-effect"


def decided(groups: Groups, digests: Sequence[Digest], story: Sequence[int], rulings: Iterable[Judgement]) -> Decided:
    """Return the groups of one kind as the rulings on that kind leave them; without any they stay as they are.

    ``ناجي الحلواني`` the minister and the striker in one group, ruled different in two reports → two groups.
    Misses: a ruling cannot part two people whom one report's own annotations take for one.
    """
    ordered = sorted(rulings, key=lambda one: (one.at, one.id))
    if not ordered:
        return Decided(groups=[list(group) for group in groups])
    return _Table(groups, digests, story, ordered).decided()


def outcomes(judgements: Iterable[Judgement], found: Decided, ids: Sequence[str]) -> list[Outcome]:
    """Return what became of each judgement; ``ids`` gives the entity of each group."""
    told = []
    for one in judgements:
        effect, left, right, against = found.places[one.id]
        names = [ids[at] if at is not None else None for at in (left, right)]
        told.append(Outcome(judgement=one.id, effect=effect, left=names[0], right=names[1], against=against))
    return told


class _Table:
    """All appearances of one kind by number, the groups they are in, and the rulings on them."""

    def __init__(
        self, groups: Groups, digests: Sequence[Digest], story: Sequence[int], rulings: Sequence[Judgement]
    ) -> None:
        self._groups, self._story, self._rulings = groups, story, rulings
        self._seen = [one for group in groups for one in group]
        self._home = [number for number, group in enumerate(groups) for _ in group]
        self._folded = {name: fold(name) for name in {one.name for _, one in self._seen}}
        self._cited = _Cited(digests, (side for one in rulings for side in (one.left, one.right)))
        self._in_report, self._of_name = self._indexes()
        self._sides = {one.id: (self._side(one.left), self._side(one.right)) for one in rulings}
        self._effects: dict[str, Effect] = {}
        self._against: dict[str, tuple[str, ...]] = {}

    def _indexes(self) -> tuple[dict[int, list[int]], dict[str, list[int]]]:
        """Return the appearances in cited reports by report, and those of anchors' names by name."""
        wanted = {fold(name) for one in self._rulings for side in (one.left, one.right) for name in side.names}
        in_report: dict[int, list[int]] = {}
        of_name: dict[str, list[int]] = {}
        for number, (at, one) in enumerate(self._seen):
            if at in self._cited.reports:
                in_report.setdefault(at, []).append(number)
            if (name := self._folded[one.name]) in wanted:
                of_name.setdefault(name, []).append(number)
        return in_report, of_name

    # ── where an anchor leads ───────────────────────────────────────────────────────────────────────────────────

    def _side(self, anchor: Anchor) -> _Side:
        names = list(dict.fromkeys(map(fold, anchor.names)))
        if anchor.everywhere:
            every = sorted(number for name in names for number in self._of_name.get(name, ()))
            return _Side(self._home[every[0]], tuple(every)) if every else _Side(effect="no-name")
        reports = sorted({at for cited in anchor.reports for at in self._cited(cited)})
        evident = [number for at in reports for number in self._named(at, names)]
        if evident:
            homes = Counter(self._home[number] for number in evident)
            home = min(homes, key=lambda one: (-homes[one], one))
        elif anchor.only:
            return _Side(effect="no-name" if reports else "no-report")
        else:
            found = {self._home[number] for name in names for number in self._of_name.get(name, ())}
            if len(found) != 1:
                return _Side(effect="several" if found else "no-name")
            home = found.pop()
        seeds = {number for number in evident if self._home[number] == home}
        if not anchor.only:
            seeds |= {n for name in names for n in self._of_name.get(name, ()) if self._home[n] == home}
        return _Side(home, tuple(sorted(seeds)))

    def _named(self, at: int, names: Sequence[str]) -> list[int]:
        """Return whom a report has by these names: by the fullest name there, else by the one form that fits."""
        here = self._in_report.get(at, [])
        found = [number for number in here if self._folded[self._seen[number][1].name] in names]
        if not found:
            found = [number for number in here if any(fold(spot.form) in names for spot in self._seen[number][1].spots)]
        return found if len(found) == 1 else []

    # ── what the rulings make of the groups ─────────────────────────────────────────────────────────────────────

    def decided(self) -> Decided:
        marks = self._parted()
        joined = self._joined(marks)
        found = Decided(groups=[])
        where: dict[int, int] = {}
        for part in self._parts(marks, joined):
            where.update(dict.fromkeys(part, len(found.groups)))
            found.groups.append([self._seen[number] for number in part])
        self._tell(found, where)
        return found

    def _parted(self) -> Marks:
        """Return the marks of ``different``: an appearance marked on one side stays apart from all on the other."""
        marks: Marks = {}
        for one in self._of("different"):
            left, right = (set(side.seeds) for side in self._sides[one.id])
            if not left - right or not right - left:
                self._effects[one.id] = "one-name"
                continue
            for turn, seeds in enumerate((left - right, right - left)):
                for number in seeds:
                    marks.setdefault(number, set()).add((one.id, turn))
        return marks

    def _joined(self, marks: Marks) -> Joined:
        """Join the seeds of each ``same``, the earlier ruling first, but never what a ``different`` keeps apart."""
        joined = Joined()
        for one in self._of("same"):
            seeds = [number for side in self._sides[one.id] for number in side.seeds]
            every = joined.together(seeds)
            apart = conflicting(mark for number in every for mark in marks.get(number, ()))
            if apart:
                self._effects[one.id] = "contradicted"
                self._against[one.id] = self._in_the_way(one, sorted(apart))
            else:
                joined.join(seeds)
        return joined

    def _of(self, verdict: str) -> list[Judgement]:
        """Return the rulings of that verdict that lead somewhere; note of the others why they don't."""
        found = []
        for one in self._rulings:
            if one.verdict == verdict:
                told = self._sides[one.id] if verdict != "renamed" else self._sides[one.id][:1]
                self._effects[one.id] = next((side.effect for side in told if side.home < 0), "in-effect")
                if self._effects[one.id] == "in-effect":
                    found.append(one)
        return found

    def _parts(self, marks: Marks, joined: Joined) -> list[list[int]]:
        """Return the numbers of the appearances of each group to be, in the order of the groups that there were."""
        homes = Joined()
        for one in joined.lists():
            homes.join({self._home[number] for number in one})
        starts = [0]
        for group in self._groups:
            starts.append(starts[-1] + len(group))
        parts: list[list[int]] = []
        for home in range(len(self._groups)):
            members = homes.members(home)
            if home == min(members):
                numbers = [number for one in sorted(members) for number in range(starts[one], starts[one + 1])]
                parts += split(numbers, self._seen, self._home, self._story, marks, joined)
        return parts

    def _in_the_way(self, one: Judgement, apart: Sequence[str]) -> tuple[str, ...]:
        """Return the rulings that ``one`` contradicts: one that keeps apart, and those that lead from side to side."""
        seeds = {
            each.id: {n for side in self._sides[each.id] for n in side.seeds} for each in self._of_now("same", one)
        }
        left, right = (set(side.seeds) for side in self._sides[apart[0]])
        paths: list[tuple[str, ...]] = [(ruling,) for ruling in seeds if seeds[ruling] & left]
        met = {path[-1] for path in paths}
        for path in paths:  # grows as it goes: the shortest way first
            if seeds[path[-1]] & right:
                return (apart[0], *(ruling for ruling in path if ruling != one.id))
            for other in seeds:
                if other not in met and seeds[other] & seeds[path[-1]]:
                    met.add(other)
                    paths.append((*path, other))
        return (apart[0],)

    def _of_now(self, verdict: str, last: Judgement) -> list[Judgement]:
        """Return the rulings of that verdict that have been applied, and ``last``."""
        return [
            one
            for one in self._rulings
            if one.verdict == verdict
            and (one is last or ((one.at, one.id) < (last.at, last.id) and self._effects[one.id] == "in-effect"))
        ]

    # ── what is told of it ──────────────────────────────────────────────────────────────────────────────────────

    def _tell(self, found: Decided, where: Mapping[int, int]) -> None:
        self._of("renamed")
        marks: dict[int, list[Ruled]] = {}
        for one in self._rulings:
            left, right = (_most(side.seeds, where) for side in self._sides[one.id])
            effect = self._effects[one.id]
            if one.verdict == "renamed" and left is not None:
                found.names[left] = one.right.name
            found.places[one.id] = (effect, left, right, self._against.get(one.id, ()))
            if effect == "in-effect":
                for group in sorted({at for at in (left, right) if at is not None}):
                    marks.setdefault(group, []).append(mark(one))
        found.marks = {group: tuple(told) for group, told in marks.items()}


def _most(seeds: Sequence[int], where: Mapping[int, int]) -> int | None:
    groups = Counter(where[number] for number in seeds)
    return min(groups, key=lambda one: (-groups[one], one)) if groups else None


class _Cited:
    """The reports that rulings rest on: by key, else by what is printed there."""

    def __init__(self, digests: Sequence[Digest], anchors: Iterable[Anchor]) -> None:
        cited = [one for anchor in anchors for one in anchor.reports]
        keys, prints = {one.key for one in cited}, {one.print for one in cited if one.print}
        self._by_key: dict[str, list[int]] = {}
        self._by_print: dict[str, list[int]] = {}
        for at, one in enumerate(digests):
            if one.key in keys:
                self._by_key.setdefault(one.key, []).append(at)
            if one.print in prints:
                self._by_print.setdefault(one.print, []).append(at)
        self.reports = {at for one in cited for at in self(one)}

    def __call__(self, cited: Citation) -> list[int]:
        return self._by_key.get(cited.key) or self._by_print.get(cited.print, [])


def of_kind(judgements: Iterable[Judgement], kind: EntityType) -> list[Judgement]:
    """Return the judgements on people, on organisations or on places."""
    return [one for one in judgements if one.kind == kind]
