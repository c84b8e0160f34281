"""What a report leads with and gives no day for, while others date it: one event, not two.

``قتل 257 شخصا في تحطم طائرة قرب العاصمة`` (257 killed in a crash near the capital) and ``حادث تحطم الطائرة صباح
الأربعاء`` of the same days: the undated telling joins the dated one if it shares most of its words with it and with no
other event of those days.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.link.candidates import ordinal
from riwaya.link.likeness import COMPARED, LEAD_DAYS, Told, told_alike

ENOUGH = 0.75  # of likeness by words and actors, asked of an undated telling
CLEARLY = 0.2  # and so much more than with the next likest event


def dated_by_others(groups: list[list[Told]]) -> None:
    """Add each undated event to the dated one that it clearly tells.

    Misses: an event that others date in quite other words; a day more than ``LEAD_DAYS`` before the report.
    """
    days: dict[int, list[int]] = {}
    for number, group in enumerate(groups):
        if (day := _day(group)) is not None:
            days.setdefault(day, []).append(number)
    for group in groups:
        home = None if any(one.happening.date for one in group) else _home(group, groups, days)
        if home is not None:
            home.extend(group)
            group.clear()
    groups[:] = [group for group in groups if group]


def _day(group: Sequence[Told]) -> int | None:
    fine = [one.happening.from_ for one in group if one.happening.precision in ("day", "part-of-day", "minute")]
    return ordinal(fine[0]) if fine else None


def _home(group: Sequence[Told], groups: Sequence[list[Told]], days: dict[int, list[int]]) -> list[Told] | None:
    numbers = sorted({number for day in _around(group) for number in days.get(day, ())})
    scored = [(_likeness(group, groups[number]), number) for number in numbers if _fits(group, groups[number])]
    ranked = sorted(scored, key=lambda one: (-one[0], one[1]))
    if not ranked or ranked[0][0] < ENOUGH or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < CLEARLY):
        return None
    return groups[ranked[0][1]]


def _around(group: Sequence[Told]) -> Iterator[int]:
    """Yield the days on which what these reports lead with may have happened."""
    for day in {one.day for one in group if one.day is not None}:
        yield from range(day - LEAD_DAYS, day + 1)


def _fits(group: Sequence[Told], dated: Sequence[Told]) -> bool:
    """Say whether both were told as done, or both as to come; what was said of an event is no event."""
    left, right = ({one.happening.status for one in side} for side in (group, dated))
    said = [all(one.happening.type == "MAKE STATEMENT" for one in side) for side in (group, dated)]
    return bool(left & right) and said[0] == said[1]


def _likeness(group: Sequence[Told], dated: Sequence[Told]) -> float:
    """Return how like the undated clauses are to their likest among the dated ones, on average."""
    asked = group[:COMPARED]
    return sum(max(told_alike(one, other) for other in dated[: 2 * COMPARED]) for one in asked) / len(asked)
