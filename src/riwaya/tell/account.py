"""An account as a table: the witnesses of one origin side by side, a row for each detail, the opposite of each cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.model import Account, Cell, CellVerdict, Detail, Evidence, Merge, MergeReason, Unknown, Witness
from riwaya.tell.chains import numbered

_MOST = 40
_FOLDED_FROM = 7
"""So many witnesses fit a screen; where there are more, those of one origin stand in one column that unfolds."""
_WEIGHT: dict[CellVerdict, int] = {"contradicts": 2, "says": 1, "lacks": 0}


class Group(Struct, frozen=True, kw_only=True):
    """Witnesses that share an origin, or why they have none; ``members`` are their places in the account.

    ``near`` are those whose words say something else beside the claim: they are not counted.
    """

    members: tuple[int, ...]
    origin: str | None = None
    unknown: Unknown | None = None
    number: int | None = None
    near: bool = False
    folded: bool = False


class Said(Struct, frozen=True, kw_only=True):
    """A cell: what a witness has of a detail; ``against`` are the words that cannot stand beside its own."""

    verdict: CellVerdict = "lacks"
    value: str | None = None
    evidence: Evidence | None = None
    against: Evidence | None = None


class Together(Struct, frozen=True, kw_only=True):
    """The cells of a group: ``whole`` is its gravest, which ``number`` have; ``mixed``: some have another."""

    cells: tuple[Said, ...]
    whole: Said
    number: int
    mixed: bool


class Row(Struct, frozen=True, kw_only=True):
    """A detail beside all groups."""

    detail: Detail
    groups: tuple[Together, ...]


class Table(Struct, frozen=True, kw_only=True, dict=True):
    """The table of an account; ``left`` witnesses are not shown."""

    groups: tuple[Group, ...]
    rows: tuple[Row, ...]
    left: int = 0

    @cached_property
    def words(self) -> dict[Evidence, int]:
        """Every words that a cell opens, once, numbered."""
        said = [cell for row in self.rows for group in row.groups for cell in (*group.cells, group.whole)]
        places = (place for cell in said for place in (cell.evidence, cell.against) if place)
        return {place: n for n, place in enumerate(dict.fromkeys(places))}


def tabled(account: Account) -> Table:
    """Return the table: a column a witness, those of one origin together, known origins first; disputed rows first.

    A cell without words says nothing: it is shown as lacking. Misses: witnesses beyond forty are only counted.
    """
    groups = _groups(account)
    ordered = sorted(account.details, key=lambda detail: not detail.disputed)
    rows = (Row(detail=detail, groups=_cells(detail, groups)) for detail in ordered)
    kept = tuple(row for row in rows if any(group.number for group in row.groups))
    return Table(groups=groups, rows=kept, left=max(0, len(account.witnesses) - _MOST))


class Reason(Struct, frozen=True, kw_only=True):
    """Reports that are one witness: every reason that holds of just these, and the words that show it."""

    docs: tuple[str, ...]
    reasons: tuple[MergeReason, ...]
    origin: str | None = None
    evidence: tuple[Evidence, ...] = ()


def reasons(account: Account) -> tuple[Reason, ...]:
    """Return the merges, those of the same reports and origin as one."""
    found: dict[tuple[frozenset[str], str | None], list[Merge]] = {}
    for merge in account.merges:
        found.setdefault((frozenset(merge.docs), merge.origin), []).append(merge)
    return tuple(
        Reason(
            docs=ones[0].docs,
            reasons=tuple(dict.fromkeys(one.reason for one in ones)),
            origin=ones[0].origin,
            evidence=next((one.evidence for one in ones if one.evidence), ()),
        )
        for ones in found.values()
    )


def relayed(account: Account) -> Witness | None:
    """Return who shows that a claim rests on the other party alone: a speaker whose words another one's office has."""
    other = (one for one in account.witnesses if one.speaker and one.origin and fold(one.speaker) != fold(one.origin))
    return next(other, None) if "other-party" in account.cautions else None


def _groups(account: Account) -> tuple[Group, ...]:
    numbers = numbered(account)
    found: dict[tuple[int, str], list[int]] = {}
    for place, one in enumerate(account.witnesses[:_MOST]):
        number = numbers.get(fold(one.origin)) if one.origin else None
        last = len(account.witnesses) + 1
        key = (number or last - 1, "" if number else fold(one.origin)) if one.origin else (last, one.unknown or "")
        found.setdefault(key, []).append(place)
    many = len(account.witnesses) >= _FOLDED_FROM
    return tuple(_group(account.witnesses, found[key], numbers, many) for key in sorted(found))


def _group(witnesses: Sequence[Witness], members: Sequence[int], numbers: dict[str, int], many: bool) -> Group:
    first = witnesses[members[0]]
    return Group(
        members=tuple(members),
        origin=first.origin,
        unknown=first.unknown,
        number=numbers.get(fold(first.origin)) if first.origin else None,
        near=first.near,
        folded=many and len(members) > 1,
    )


def _cells(detail: Detail, groups: Iterable[Group]) -> tuple[Together, ...]:
    of = {cell.witness: cell for cell in detail.cells if cell.evidence or cell.verdict == "lacks"}
    return tuple(_together([_said(of.get(place), detail) for place in group.members]) for group in groups)


def _together(cells: Sequence[Said]) -> Together:
    whole = max(cells, key=lambda cell: _WEIGHT[cell.verdict])
    same = [cell for cell in cells if (cell.verdict, cell.value) == (whole.verdict, whole.value)]
    having = [cell for cell in cells if cell.verdict != "lacks"]
    mixed = len(having) > len(same)
    return Together(cells=tuple(cells), whole=whole, number=len(same) if having else 0, mixed=mixed)


def _said(cell: Cell | None, detail: Detail) -> Said:
    if cell is None or cell.verdict == "lacks":
        return Said()
    return Said(verdict=cell.verdict, value=cell.value, evidence=cell.evidence, against=_against(cell, detail))


def _against(cell: Cell, detail: Detail) -> Evidence | None:
    """Return the first words of the other side, with another value if any has one."""
    side = [one for one in detail.cells if {one.verdict, cell.verdict} == {"says", "contradicts"} and one.evidence]
    other = [one for one in side if one.value != cell.value]
    return next((one.evidence for one in (*other, *side)), None)
