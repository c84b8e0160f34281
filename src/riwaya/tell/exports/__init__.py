"""Formats that a store is exported in: one file a format, one row in ``FORMATS``.

A format is a function of the views and of what is wanted of them; it yields lines without their line ends, the same
reports the same lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from riwaya.tell.exports import citron, conll, csv, ftm, prov, webannotation
from riwaya.tell.exports.wanted import Wanted
from riwaya.tell.views import Views

Format = Callable[[Views, Wanted], Iterator[str]]

FORMATS: dict[str, Format] = {
    "ftm": ftm.lines,
    "conll": conll.lines,
    "csv": csv.lines,
    "citron": citron.lines,
    "webannotation": webannotation.lines,
    "prov": prov.lines,
}
"""Every format by its name on the command line."""

__all__ = ["FORMATS", "Format", "Wanted"]
