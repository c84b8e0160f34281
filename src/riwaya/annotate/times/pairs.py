"""A day told in both calendars (``16 رمضان 1436هـ الموافق 3 يوليو 2015``): which half holds where they disagree.

The first day of a Hijri month depends on the sighting of the moon, so that halves a day apart agree. Beyond that one
half is wrong: the one that the weekday beside them fits holds, else the Gregorian one; the trace tells the other.
"""

from __future__ import annotations

from datetime import date, timedelta

_SIGHTING = 1
_REFORM = 1582
"""Weekdays before the Gregorian calendar are not reckoned."""


def settled(lunar: date | None, civil: date | None, weekday: int | None) -> tuple[date | None, str]:
    """Return the day and how it was found, from the Gregorian day of each half; Monday is weekday 0.

    A Hijri day alone moves by one to the weekday that is told with it.
    """
    if civil is None:
        return _sighted(lunar, weekday)
    if lunar is None:
        return civil, "Hijri and Gregorian date; the Hijri one is of no known day"
    apart = abs((lunar - civil).days)
    if apart <= _SIGHTING:
        return civil, "Hijri and Gregorian date" + (", a day apart" if apart else "")
    how = f"Hijri and Gregorian date, which disagree by {apart} days: the "
    if weekday is not None and civil.year > _REFORM and lunar.weekday() == weekday != civil.weekday():
        return lunar, f"{how}Gregorian one is {civil}, the weekday that of the Hijri one"
    return civil, f"{how}Hijri one is {lunar}"


def _sighted(lunar: date | None, weekday: int | None) -> tuple[date | None, str]:
    if lunar is None:
        return None, "Hijri date of no known day"
    for step in (-1, 1):
        moved = lunar + timedelta(days=step)
        if weekday is not None and moved.weekday() == weekday:
            return moved, "Hijri date, moved a day to its weekday"
    return lunar, "Hijri date"
