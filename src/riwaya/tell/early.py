"""Where reports differ in the day of an event: one gives a day, and another tells it under way before that."""

from __future__ import annotations

from riwaya.model import Entry

_DAY = len("2021-07-26")


def early(entry: Entry) -> str:
    """Return the day of the first report that tells an event under way before its date; empty where none does.

    ``يتوجه الوزير الاثنين`` (the minister goes on Monday) and, in a report of Sunday, ``توجه الوزير`` (he went): a
    difference, whichever of them is right.
    """
    days = [one.date for one in entry.came if one.status in ("under-way", "done") and one.date]
    return days[0] if days and len(days[0]) == _DAY and days[0] < entry.date[:_DAY] else ""
