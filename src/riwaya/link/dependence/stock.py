"""Runs of four words that recur for weeks in unrelated reports, learned from news archives: see models/stock-runs.md.

A handful of reports cannot teach what is a stock phrase; these can: names with their titles, the formulas of courts,
markets and weather offices, what papers say of everybody every day.
"""

from __future__ import annotations

from array import array
from functools import cache
from importlib import resources
from sys import byteorder

import zstandard

_FILE = "stock-runs.zst"


@cache
def stock() -> tuple[int, ...]:
    """Return the codes (``grams.fours``) of the runs that are known to be stock phrases, in ascending order."""
    steps = array("I")
    steps.frombytes(zstandard.decompress((resources.files("riwaya") / "models" / _FILE).read_bytes()))
    if byteorder == "big":
        steps.byteswap()
    codes, at = [], 0
    for step in steps:
        at += step
        codes.append(at)
    return tuple(codes)
