"""Two numbers for one thing: whether both may be true, by their relations and by which of them came later."""

from __future__ import annotations

from typing import Literal

from riwaya.link.figures.counted import Counted
from riwaya.model import Figure

Clash = Literal["closed", "below", "beside", "day"]

FARTHEST = 5  # times the lower number: beyond that they count two things
OTHERS = 0.15  # of a count may be told apart from it: the crew, the attackers
ROUND = 0.05  # of the higher number, that a round one leaves open
ABOUT = 0.1  # of it, that a number said to be about leaves open
FEW, ABOUT_FEW = 20, 0.2  # about ten may be twelve
ROOM = 1.5  # so far above a lower bound a number may lie
SLACK = 0.7  # a later lower bound so near below an earlier count doesn't take it back
NEAR = 36 * 3600.0  # seconds between two reports of one toll
DOUBLED = 2.0  # times the earlier number: a toll that grows faster is still being counted
BESIDE = 45 * 60.0  # two outlets within that time: no toll is told to have risen between them

BEFORE = 2  # who may stand before a number and add to it

_LARGE = 1000
_LOWER = frozenset({"at-least", "more-than"})
_UPPER = frozenset({"at-most", "less-than"})


def clash(left: Counted, right: Counted) -> Clash | None:
    """Return why two counts of one thing can't both be true, or None.

    ``closed``: the number stood from the start (66 on board against 65). ``below``: a later report has fewer dead than
    an earlier one. ``beside``: two outlets differ within the hour. ``day``: two numbers on one day, no hour known.
    A toll that rises is no conflict.
    """
    early, late = sorted((left, right), key=_order)
    if left.outlet == right.outlet and left.setting.exact and left.setting.at == right.setting.at:
        return None  # two states of one report
    if (agree(early.figure, late.figure) and not _two_bounds(early, late)) or _worlds_apart(early.figure, late.figure):
        return None
    if (early.part and early.fate is None) or _one_more(early, late):
        return None  # of what whole is not known
    if early.but != late.but and _gap(early.figure, late.figure) <= max(2, OTHERS * _top(late.figure)):
        return None
    if not rising(early, late):
        return "closed"
    if not (early.setting.exact and late.setting.exact):
        high = max(early.figure, late.figure, key=_top)
        if any(one.risen for one in (early, late) if one.figure is high):
            return None
        return "day" if high.relation not in _LOWER and _same_day(early, late) and early.outlet != late.outlet else None
    beside = (late.setting.at or 0) - (early.setting.at or 0) <= BESIDE and early.outlet != late.outlet
    beside = beside and not late.risen and _top(late.figure) <= DOUBLED * (early.figure.number or 0)
    if _two_bounds(early, late):
        return "beside"
    if beside and not (early.figure.relation in _LOWER and _top(late.figure) > (early.figure.number or 0)):
        return "beside"
    fewer = _top(late.figure) < (early.figure.number or 0)
    return "below" if fewer and not _still_holds(early.figure, late.figure) else None


def _one_more(one: Counted, other: Counted) -> bool:
    """Say whether somebody who stands before the lower number makes up the higher: ``ضابط وثلاثة جنود`` are four."""
    low, high = sorted((one, other), key=lambda count: count.figure.number or 0)
    return low.joined and not high.joined and (high.figure.number or 0) - (low.figure.number or 0) <= BEFORE


def _two_bounds(early: Counted, late: Counted) -> bool:
    """Say whether two outlets that open with a lower bound within the hour differ: ``20 على الأقل``, ``23 …``."""
    low, high = sorted((early.figure.number or 0, late.figure.number or 0))
    both = {early.figure.relation, late.figure.relation} <= _LOWER and early.lead and late.lead
    near = early.setting.exact and late.setting.exact and (late.setting.at or 0) - (early.setting.at or 0) <= BESIDE
    return both and near and early.fate is not None and early.outlet != late.outlet and high - low > ABOUT * high


def rising(early: Counted, late: Counted) -> bool:
    """Say whether the number may have risen from one report to the other: a toll, and its event is not long past."""
    if early.fate is None or not early.fate.open:
        return early.setting.since is not None
    if early.setting.at is None or late.setting.at is None:
        return True
    if early.setting.since is not None or late.setting.since is not None:
        return True
    if early.setting.old and late.setting.old:
        return late.setting.at - max(until for _, until in early.setting.when) < 14 * 86400.0
    return True


def agree(left: Figure, right: Figure, room: float = ROOM) -> bool:
    """Say whether both numbers may be true at once: ``نحو 30`` and 29, ``أكثر من 12`` and 13, 15 and 15 to 20."""
    low, high = sorted((left, right), key=lambda one: (one.number or 0, _top(one)))
    first, second = low.number or 0, high.number or 0
    if first == second or _top(low) >= second:
        return True
    rounded = _round(first) or _round(second) or second - first < max(_unit(first), _unit(second))
    if rounded and second - first <= ROUND * second:
        return True
    if "about" in (low.relation, high.relation) and second - first <= (ABOUT if second > FEW else ABOUT_FEW) * second:
        return True
    if low.relation in _LOWER and high.relation not in _UPPER:
        return second <= room * first
    return high.relation in _UPPER and low.relation not in _LOWER


def _round(number: float) -> bool:
    """Say whether a large number has but two digits that are not zero: ``1.6 مليون`` stands for 1,650,000 too."""
    return number >= _LARGE and len(f"{number:.0f}".rstrip("0")) <= 2


def _unit(number: float) -> float:
    """Return what a large number is rounded to: ``112 ألف`` to thousands, as 112,686 is."""
    digits = f"{number:.0f}"
    return 10.0 ** (len(digits) - len(digits.rstrip("0"))) if number >= _LARGE and number % _LARGE == 0 else 0.0


def _still_holds(early: Figure, late: Figure) -> bool:
    """Say whether a later lower bound leaves the earlier count as it was: ``ما لا يقل عن 120`` after 132."""
    return late.relation in _LOWER and (late.number or 0) >= SLACK * (early.number or 0)


def _worlds_apart(left: Figure, right: Figure) -> bool:
    low, high = sorted((left.number or 0, right.number or 0))
    return low <= 0 or high > FARTHEST * low


def _top(figure: Figure) -> float:
    return figure.upper if figure.upper is not None else (figure.number or 0)


def _gap(left: Figure, right: Figure) -> float:
    return abs((left.number or 0) - (right.number or 0))


def _same_day(left: Counted, right: Counted) -> bool:
    days = [(one.as_of or "")[:10] for one in (left, right)]
    return len(days[0]) == len("2020-05-18") and days[0] == days[1]


def _order(one: Counted) -> tuple[float, str, int]:
    at = one.setting.at
    return (float("inf") if at is None else at, one.evidence.doc, one.evidence.start)
