"""What a reader must know before reading on: the sharpest disputes of a story, each with its sides and their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.model import Account, Cell, Count, Detail, DetailKind, Evidence, FigureSeries, Relation, Witness

MOST = 3
_MOST_SIDES = 3
_GRAVE: tuple[DetailKind, ...] = ("number", "polarity", "actor", "place", "date", "headline", "modality")


class Side(Struct, frozen=True, kw_only=True):
    """One version: its value as printed, else the number; who has it; the words of the first report with it."""

    value: str
    evidence: Evidence
    by: tuple[str, ...] = ()
    reports: int = 1
    relation: Relation = "exactly"


class Dispute(Struct, frozen=True, kw_only=True):
    """What is disputed and the sides, what most reports have first; ``kind`` is that of a detail."""

    what: str
    kind: DetailKind
    sides: tuple[Side, ...]
    at: str = ""

    @property
    def reports(self) -> int:
        """How many reports take a side."""
        return sum(side.reports for side in self.sides)


def sharpest(accounts: Sequence[Account], series: Sequence[FigureSeries]) -> tuple[Dispute, ...]:
    """Return at most three disputes: of accounts the best attested first, then figures in conflict; no words twice.

    ``المصابون: 12 (بيان حكومة مرجانة) ≠ 20 (مصادر طبية)``. Of one account its gravest detail comes first, its others
    only where nothing else is disputed. Misses: how far two values lie apart is not weighed.
    """
    attested = sorted(accounts, key=lambda one: (-one.origins, -len(one.witnesses)))
    ranked = [list(_of_account(one)) for one in attested]
    first = [found[0] for found in ranked if found]
    figures = sorted((one for one in map(_of_series, series) if one), key=lambda one: -one.reports)
    rest = [one for found in ranked for one in found[1:]]
    return tuple(_distinct([*first[: MOST - 1], *figures, *first[MOST - 1 :], *rest]))[:MOST]


def _distinct(found: Iterable[Dispute]) -> Iterator[Dispute]:
    """Leave out what rests on words that stand in an earlier one."""
    taken: list[Evidence] = []
    for one in found:
        places = [side.evidence for side in one.sides]
        if sum(any(_overlap(place, other) for other in taken) for place in places) < len(places):
            taken += places
            yield one


def _overlap(left: Evidence, right: Evidence) -> bool:
    return left.doc == right.doc and left.start < right.end and right.start < left.end


def _of_account(account: Account) -> Iterator[Dispute]:
    disputed = (one for one in account.details if one.disputed)
    for detail in sorted(disputed, key=lambda one: _GRAVE.index(one.kind) if one.kind in _GRAVE else len(_GRAVE)):
        sides = _sides(detail, account.witnesses)
        if len(sides) > 1:
            yield Dispute(what=detail.what or account.event, kind=detail.kind, sides=sides, at=account.event)


def _sides(detail: Detail, witnesses: Sequence[Witness]) -> tuple[Side, ...]:
    """Return the sides of a detail: numbers by their value, anything else by what contradicts and what it does."""
    versions: dict[str, list[Cell]] = {}
    for cell in detail.cells:
        if cell.verdict != "lacks" and cell.evidence:
            version = fold(cell.value or "") if detail.kind == "number" else cell.verdict
            versions.setdefault(version, []).append(cell)
    sides = [side for cells in versions.values() if (side := _side(cells, witnesses))]
    return tuple(sorted(sides, key=lambda side: -side.reports)[:_MOST_SIDES])


def _side(cells: Sequence[Cell], witnesses: Sequence[Witness]) -> Side | None:
    (first, *_) = cells
    held = [witnesses[cell.witness] for cell in cells]
    names = (one.origin or one.speaker or one.outlet for one in held)
    if first.evidence is None:
        return None
    return Side(
        value=first.value or "",
        evidence=first.evidence,
        by=tuple(dict.fromkeys(name for name in names if name)),
        reports=len({one.doc for one in held}),
    )


def _of_series(series: FigureSeries) -> Dispute | None:
    """Return the counts of a series that rival each other, under their numbers."""
    if series.verdict != "conflict":
        return None
    places = dict.fromkeys(place for rivals in series.rivals for place in (rivals.left, rivals.right))
    counts = [series.counts[place] for place in places]
    firsts: dict[float | int | None, Count] = {}
    for one in counts:
        firsts.setdefault(one.number, one)
    sides = [_counted(one, series) for one in firsts.values()]
    ordered = sorted(sides, key=lambda side: -side.reports)[:_MOST_SIDES]
    return Dispute(what=series.what, kind="number", sides=tuple(ordered)) if len(ordered) > 1 else None


def _counted(count: Count, series: FigureSeries) -> Side:
    same = [one for one in series.counts if one.number == count.number]
    names = (one.by or one.outlet for one in same)
    return Side(
        value=f"{count.number or 0:,}",
        evidence=count.evidence,
        by=tuple(dict.fromkeys(name for name in names if name)),
        reports=len({one.evidence.doc for one in same}),
        relation=count.relation,
    )
