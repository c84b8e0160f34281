"""What the text has named so far, and what refers back to it: ``في اليوم التالي``, ``ذلك العام``, ``بعدها بعامين``."""

from __future__ import annotations

from collections import deque
from datetime import date, timedelta

from riwaya.annotate.times.moment import day_of, step_months
from riwaya.arabic.calendars import week

_KEPT = 64


class Told:
    """The values that a text named, with the sentence of each; narrative anchors move with them."""

    __slots__ = ("sentence", "values")

    def __init__(self) -> None:
        self.sentence = 0
        self.values: deque[tuple[int, str, bool]] = deque(maxlen=_KEPT)

    def keep(self, value: str, measure: bool = False) -> None:
        """Keep a value; ``measure`` says that something is only measured by it: ``أعلى مستوى منذ فبراير``."""
        self.values.append((self.sentence, value, measure))

    def value(self, reach: int, grain: int = 4, until: date | None = None, measures: bool = True) -> str | None:
        """Return the value named last within ``reach`` sentences back, as exact as ``grain`` letters of a date.

        4 asks for a year, 7 for a month, 10 for a day; with ``until`` the last that is not later. 0 is this sentence.
        Without ``measures`` a date that something is measured by is left out.
        """
        for sentence, value, measure in reversed(self.values):
            if sentence < self.sentence - reach:
                return None
            if measure and not measures:
                continue
            head = value[:grain] if grain < 10 or "/" not in value else ""  # Ramadan is no day
            if len(head) == grain and _is_date(head) and (until is None or head <= until.isoformat()[:grain]):
                return head
        return None

    def day(self, reach: int, until: date | None = None) -> date | None:
        """Return the day named last, as ``value`` counts sentences."""
        return day_of(self.value(reach, 10, until))

    def month(self, reach: int) -> tuple[int, int] | None:
        """Return (year, month) of the month or day named last, as ``value`` counts sentences."""
        found = self.value(reach, 7)
        return None if found is None else (int(found[:4]), int(found[5:7]))

    def year(self, reach: int) -> int | None:
        """Return the year of what was named last, as ``value`` counts sentences."""
        found = self.value(reach)
        return None if found is None else int(found)


def _is_date(head: str) -> bool:
    return head.replace("-", "").isdigit()


def stepped(value: str, kind: str, step: int) -> str | None:
    """Return the unit so many steps from a value, in its own grain: ("2014-03", "Y", 2) → ``2016``.

    ``None`` where the value is too coarse: no day stands three days after ``2014``.
    """
    day = day_of(value)
    try:
        if kind in ("Y", "DE"):
            return f"{int(value[:4]) + step * (10 if kind == 'DE' else 1):04d}"
        if kind == "M" and len(value) >= 7 and _is_date(value[:7]):
            return step_months(date(int(value[:4]), int(value[5:7]), 1), step).isoformat()[:7]
        if day is None or kind not in ("D", "N", "W"):
            return None
        moved = day + timedelta(days=step * (7 if kind == "W" else 1))
    except (ValueError, OverflowError):
        return None
    return week(moved) if kind == "W" else moved.isoformat()
