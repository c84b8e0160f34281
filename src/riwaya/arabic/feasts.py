"""Feasts that move with the moon of spring: Easter in the western and the eastern reckoning."""

from __future__ import annotations

from datetime import date, timedelta


def easter(year: int, eastern: bool = False) -> date:
    """Return Easter Sunday of a year from 1583 to 2099: 2018 → 1 April, eastern 8 April (``عيد القيامة``).

    The western one by the computus of Meeus, Jones and Butcher, the eastern one by that of Meeus for the Julian
    calendar, both as Gregorian dates.
    """
    return _eastern(year) if eastern else _western(year)


def _western(year: int) -> date:
    golden, (century, rest) = year % 19, divmod(year, 100)
    leaps, beyond = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * beyond + 2 * (rest // 4) - moon - rest % 4) % 7
    month, day = divmod(moon + weekday - 7 * ((golden + 11 * moon + 22 * weekday) // 451) + 114, 31)
    return date(year, month, day + 1)


def _eastern(year: int) -> date:
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)
