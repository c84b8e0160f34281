"""Plans come true: what one report plans for a day, and another tells as done or under way without a date.

``يتوجه الوزير الاثنين إلى سلوان`` and, days later, ``توجه الوزير إلى سلوان``: one event, if verb and agent are
the same, the report is of those days, and nothing else that was planned fits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec.structs import replace

from riwaya.link.candidates import NEWS_DAYS, ordinal
from riwaya.link.likeness import Told
from riwaya.model import Status

_EARLY = 2  # days before the day planned on which it may be under way


def fulfil(groups: Sequence[list[Told]], pending: Iterable[Told]) -> None:
    """Add to each plan what tells that it came true."""
    plans = [group for group in groups if all(one.happening.status == "planned" for one in group)]
    for one in pending:
        fits = [group for group in plans if _fits(one, group)]
        if len(fits) == 1:
            fits[0].append(_at(one, fits[0][0]))


def _fits(one: Told, plan: Sequence[Told]) -> bool:
    """Say whether an undated clause tells what was planned: same act, same agent, in a report of those days."""
    first = plan[0]
    day = ordinal(first.happening.from_)
    if day is None or one.day is None or len(first.happening.date) < len(date.min.isoformat()):
        return False
    if any(other.report == one.report for other in plan) or not -_EARLY <= one.day - day <= NEWS_DAYS:
        return False
    return any(other.happening.lemma == one.happening.lemma and set(other.who) & set(one.who) for other in plan)


def _at(one: Told, plan: Told) -> Told:
    """Return what is told with its status: before the day planned it can only be under way."""
    day = ordinal(plan.happening.from_)
    status: Status = "under-way" if day is not None and one.day is not None and one.day < day else "done"
    return replace(one, happening=replace(one.happening, status=status))
