"""Titles that cannot all be true: one person in two offices that exclude each other, two holders of one office."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from riwaya.link.offices import Office, apart, office, single
from riwaya.link.tenures import Given, Held
from riwaya.model import Conflict, Evidence

MOST_EVIDENCE = 4  # of each side
HOLDERS = 3  # reports that must give each of two people the office
RATHER = 0.2  # of the reports of the one, those that must call the other so
IN_TURN = 0.3  # of the fewer reports, those that no handover explains
MINORITY = 3  # a title is held against one that so many times as many reports give


Said = Collection[tuple[str, int]]  # titles that stand right beside a name, by document and offset


def conflicts(
    held: Sequence[Sequence[Held]], beside: Said, alone: Sequence[Sequence[Given]], names: Sequence[str]
) -> dict[int, list[Conflict]]:
    """Return by number of the person the conflicts over their titles.

    ``held`` are the offices of each person, ``beside`` the titles that stand beside a name, ``alone`` those under which
    a report tells a person's visit without a name (``visits``), ``names`` what the people are called.
    """
    found = {
        number: [*of_one(offices, beside), *_misnamed(offices, bare)]
        for number, (offices, bare) in enumerate(zip(held, alone, strict=True))
    }
    for number, more in of_two(_holders(held, beside), names).items():
        found[number] += more
    return {number: disputed for number, disputed in found.items() if disputed}


def _holders(held: Sequence[Sequence[Held]], beside: Said) -> dict[Office, dict[int, list[Given]]]:
    """Return who is called the holder of an office that one holds at a time, and where that stands beside the name."""
    holders: dict[Office, dict[int, list[Given]]] = {}
    for number, offices in enumerate(held):
        former = {one.office.words for one in offices if one.office.former}
        for one in offices:
            now = single(one.office) and one.office.words not in former and not _outdone(one, offices)
            if said := _said(one.found, beside) if now else []:
                holders.setdefault(one.office, {})[number] = said
    return holders


def _said(found: Sequence[Given], beside: Said) -> list[Given]:
    """Return the titles that stand beside the name with their country: ``الرئيس`` alone is one of days gone by."""
    return [(one, role) for one, role in found if (one.id, role.start) in beside and office(role.title).country]


def _outdone(one: Held, offices: Sequence[Held]) -> bool:
    """Say whether the person is mostly told to hold an office that excludes this one: that is a conflict of its own."""
    return any(
        _exclude(one.office, other.office) and other.reports() >= MINORITY * one.reports()
        for other in offices
        if other is not one and not other.office.former
    )


def of_one(held: Sequence[Held], beside: Said) -> Iterator[Conflict]:
    """Yield the offices of one person of which only one can be true when the rarer one is told.

    ``الرئيس السلواني`` once between two reports of ``رئيس الوزراء السلواني``. A rise from one office to the other is no
    conflict: then one title comes after the other.
    """
    now = [one for one in held if not one.office.former]
    for one, other in combinations(sorted(now, key=lambda one: (one.reports(), one.title)), 2):
        if _exclude(one.office, other.office) and other.reports() >= MINORITY * one.reports():
            inside = _inside(_said(one.found, beside), other.found)
            if inside:
                yield _conflict(inside, _near(other.found, inside), other.title)


def _misnamed(held: Sequence[Held], alone: Sequence[Given]) -> Iterator[Conflict]:
    """Yield where the visit of a prime minister is told as that of the president."""
    for given in alone:
        for one in held:
            if not one.office.former and apart(office(given[1].title), one.office):
                yield _conflict([given], _near(one.found, [given]), one.title)


def _exclude(one: Office, other: Office) -> bool:
    same_post = one.words == other.words and one.country != other.country and single(one) and single(other)
    return same_post or apart(one, other)


def _inside(rare: Sequence[Given], usual: Sequence[Given]) -> list[Given]:
    """Return what is told between two reports of the usual title, or on their day."""
    days = sorted(day for given in usual if (day := _day(given)))
    return [given for given in rare if days and (day := _day(given)) and days[0] <= day <= days[-1]]


def of_two(holders: Mapping[Office, Mapping[int, Sequence[Given]]], names: Sequence[str]) -> dict[int, list[Conflict]]:
    """Return by person the conflicts over offices that one person holds at a time.

    Of a handover the reports of one come before those of the other, but for a few; in a conflict they don't.
    """
    found: dict[int, list[Conflict]] = {}
    for people in holders.values():
        for one, other in combinations(sorted(people), 2):
            left, right = _by_day(people[one]), _by_day(people[other])
            if _in_turn(left, right):
                found.setdefault(one, []).append(_conflict(left, right, right[0][1].title, names[other]))
                found.setdefault(other, []).append(_conflict(right, left, left[0][1].title, names[one]))
    return found


def _by_day(found: Sequence[Given]) -> list[Given]:
    """Return the first mention in each dated report."""
    first = {given[0].id: given for given in sorted(found, key=lambda given: -given[1].start) if _day(given)}
    return sorted(first.values(), key=lambda given: (_day(given), given[0].key))


def _in_turn(left: Sequence[Given], right: Sequence[Given]) -> bool:
    fewer, more = sorted((len(left), len(right)))
    return fewer >= max(HOLDERS, RATHER * more) and min(_astray(left, right), _astray(right, left)) >= max(
        HOLDERS, IN_TURN * fewer
    )


def _astray(before: Sequence[Given], after: Sequence[Given]) -> int:
    """Return how many reports don't fit any day on which the office goes from the one to the other."""
    early, late = ([_day(given) for given in found] for found in (before, after))  # sorted
    return min(len(early) - bisect_right(early, day) + bisect_left(late, day) for day in {*early, *late})


def _near(usual: Sequence[Given], rare: Sequence[Given]) -> list[Given]:
    """Return the reports of the usual title, those of the rarer one's days first."""
    days = {_day(given) for given in rare}
    return sorted(usual, key=lambda given: (_day(given) not in days, _day(given), given[0].key, given[1].start))


def _day(given: Given) -> str:
    return given[0].published[:10]


def _conflict(rare: Sequence[Given], usual: Sequence[Given], other: str, holder: str = "") -> Conflict:
    days = sorted(_day(given) for given in rare)
    return Conflict(
        title=rare[0][1].title,
        other=other,
        holder=holder,
        from_=days[0] or None,
        until=days[-1] or None,
        evidence=_evidence(rare),
        against=_evidence(usual),
    )


def _evidence(found: Sequence[Given]) -> tuple[Evidence, ...]:
    return tuple(Evidence(doc=one.id, start=role.start, end=role.end) for one, role in found[:MOST_EVIDENCE])
