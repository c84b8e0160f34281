"""The date in a report's address: ``/2018/06/21/``, ``/20150724/``, ``/ar/20180110-…``."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

_PARTED = re.compile(r"/((?:19|20)\d\d)([/-])(\d{1,2})\2(\d{1,2})(?=\D|$)")
_WHOLE = re.compile(r"/((?:19|20)\d\d)(\d\d)(\d\d)(?=[/\-_.]|$)")
_YEARS = range(1995, 2100)


def addressed(url: str) -> str | None:
    """Return the day that the path of an address names, as ISO; ``None`` where it names none, or two.

    ``…/2015/20150721/fe1.htm`` → ``2015-07-21``. The number of an article (/1066713) is no date, nor is one in the
    query. Misses: months in words, paths that order day and month otherwise.
    """
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    found = {(match[1], match[3], match[4]) for match in _PARTED.finditer(path)}
    found |= {(match[1], match[2], match[3]) for match in _WHOLE.finditer(path)}
    days = {day for parts in found if (day := _day(*map(int, parts))) is not None}
    return days.pop().isoformat() if len(days) == 1 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None
