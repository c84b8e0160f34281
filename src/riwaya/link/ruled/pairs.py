"""What rulings on one kind of thing make of it: which passages or reports are one, and which are kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from riwaya.link.joined import Joined
from riwaya.model import Effect, Evidence, Judgement, Outcome, Ruled

Placed = tuple[Judgement, Evidence | Effect, Evidence | Effect]


class Pairs:
    """Rulings that hold, as pairs of places; ``same`` reaches from one to the next, unless ``following`` is off.

    A place stands for all that overlaps it by half. Where two rulings cannot both hold, the one that parts wins, and
    the outcome of the other names it and what leads there.
    """

    def __init__(self, placed: Sequence[Placed] = (), following: bool = True) -> None:
        self._following = following
        self._places: list[Evidence] = []
        self._of_doc: dict[str, list[int]] = {}
        self._effects: dict[str, tuple[Effect, tuple[str, ...]]] = {}
        self._joined = Joined()
        self._sides: list[tuple[Judgement, int, int]] = []
        for one, left, right in placed:
            if isinstance(left, str) or isinstance(right, str):
                self._effects[one.id] = (left if isinstance(left, str) else right, ())  # type: ignore[assignment]
            else:
                self._sides.append((one, self._number(left), self._number(right)))
        self._apart = {
            frozenset((left, right)): one.id for one, left, right in self._sides if one.verdict == "different"
        }
        self._held: list[tuple[Judgement, int, int]] = []
        self._settle()

    def _number(self, place: Evidence) -> int:
        """Return the number of a place: that of one which it overlaps, else a new one."""
        for number in self._of_doc.get(place.doc, ()):
            if _overlap(self._places[number], place):
                return number
        self._places.append(place)
        self._of_doc.setdefault(place.doc, []).append(len(self._places) - 1)
        return len(self._places) - 1

    def _settle(self) -> None:
        for one, left, right in self._sides:
            if left == right:
                self._effects[one.id] = ("one-name", ())
                self._apart.pop(frozenset((left, right)), None)
            elif one.verdict == "different":
                self._hold(one, left, right)
        for one, left, right in self._sides:
            if one.verdict == "same" and one.id not in self._effects:
                self._same(one, left, right)

    def _same(self, one: Judgement, left: int, right: int) -> None:
        every = self._joined.together([left, right]) if self._following else {left, right}
        parted = sorted(told for pair, told in self._apart.items() if pair <= every)
        if parted:
            self._effects[one.id] = ("contradicted", self._chain(parted[0], left, right))
            return
        self._hold(one, left, right)
        if self._following:
            self._joined.join([left, right])

    def _hold(self, one: Judgement, left: int, right: int) -> None:
        self._effects[one.id] = ("in-effect", ())
        self._held.append((one, left, right))

    def _chain(self, parting: str, left: int, right: int) -> tuple[str, ...]:
        """Return the ruling that parts, and the shortest way of rulings that join its two sides with the new one."""
        start, end = next(sides for one, *sides in self._sides if one.id == parting)
        steps = [(told.id, a, b) for told, a, b in self._held if told.verdict == "same"] + [("", left, right)]
        ways: dict[int, tuple[str, ...]] = {start: ()}
        queue = [start]
        for at in queue:
            for told, a, b in steps:
                other = b if a == at else a if b == at else None
                if other is not None and other not in ways:
                    ways[other] = (*ways[at], told)
                    queue.append(other)
        return (parting, *filter(None, ways.get(end, ())))

    # ── what they say of two places ─────────────────────────────────────────────────────────────────────────────

    def __bool__(self) -> bool:
        return bool(self._held)

    def group(self, place: Evidence) -> int | None:
        """Return a number that all places share which are ruled to be one; None where nothing is ruled of it."""
        for number in self._of_doc.get(place.doc, ()):
            if _overlap(self._places[number], place):
                return min(self._joined.members(number))
        return None

    def parted(self, left: int, right: int) -> bool:
        """Return whether two groups are ruled to be two."""
        one, other = self._joined.members(left), self._joined.members(right)
        return any(pair & one and pair & other for pair in self._apart) and not one & other

    # ── what is told of them ────────────────────────────────────────────────────────────────────────────────────

    def held(self) -> list[tuple[Judgement, Evidence, Evidence]]:
        """Return the rulings in effect with the places of their sides."""
        return [(one, self._places[left], self._places[right]) for one, left, right in self._held]

    def outcomes(self) -> list[Outcome]:
        """Return what became of each ruling; a side is told by the document that it stands in."""
        sides = {one.id: (self._places[left].doc, self._places[right].doc) for one, left, right in self._sides}
        return [
            Outcome(
                judgement=told,
                effect=effect,
                left=sides[told][0] if told in sides else None,
                right=sides[told][1] if told in sides else None,
                against=against,
            )
            for told, (effect, against) in sorted(self._effects.items())
        ]

    def marks(self, places: Iterable[Evidence]) -> tuple[Ruled, ...]:
        """Return the marks of rulings with a side among the places."""
        if not self._held:
            return ()
        near = [one for one in places if one.doc in self._of_doc]
        found = [
            one
            for one, left, right in self._held
            if any(_overlap(self._places[side], place) for side in (left, right) for place in near)
        ]
        return tuple(mark(one) for one in sorted(found, key=lambda one: (one.at, one.id)))


def mark(one: Judgement) -> Ruled:
    """Return the mark that a ruling leaves on what it is about."""
    return Ruled(
        id=one.id,
        verdict=one.verdict,
        left=one.left.name,
        right=one.right.name,
        by=one.by,
        at=one.at,
        why=one.why,
        left_in=one.left.where,
        right_in=one.right.where,
    )


def _overlap(left: Evidence, right: Evidence) -> bool:
    shared = min(left.end, right.end) - max(left.start, right.start)
    return left.doc == right.doc and 0 < min(left.end - left.start, right.end - right.start) <= 2 * shared
