"""The furniture cues of ``lexicon/furniture.tsv``, compiled once."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from msgspec import Struct

from riwaya.lexicon import table
from riwaya.model import FurnitureKind
from riwaya.read.lines import folded

_BULLETS = r"[^\w]*"
_BETWEEN = r"[^\w]+"
_WORD = re.compile(r"\w+")
_MARK = r"[^\w]*?(?:[:：\-–—>»«…|؟!\"“]|\.\.)"


class Cue(Struct, frozen=True, gc=False):
    """One row of the list."""

    where: str
    mark: bool
    near: bool
    most: int
    reach: str
    kind: FurnitureKind


class Cues(Struct, frozen=True):
    """All cues of one place in the line, as one expression; group ``n`` (from 1) belongs to ``rows[n - 1]``.

    ``firsts`` are the first words of cues that may stand anywhere: without one of them nothing is searched.
    """

    pattern: re.Pattern[str]
    rows: tuple[Cue, ...]
    firsts: frozenset[str]

    def at(self, key: str, words: int) -> Cue | None:
        """Return the cue by which a line of that key and number of words is furniture, if there is one."""
        if self.firsts and self.firsts.isdisjoint(_WORD.findall(key)):
            return None
        match = self.pattern.search(key) if self.firsts else self.pattern.match(key)
        if match is None or match.lastindex is None:
            return None
        cue = self.rows[match.lastindex - 1]
        return cue if words <= cue.most else None


@cache
def cues(where: str) -> Cues:
    """Return the cues that hold ``where``: whole, start, any, inline or prefix."""
    rows = [row for row in table("furniture") if row["where"] == where]
    rows.sort(key=lambda row: -len(row["phrase"]))
    parts = [f"({_expression(row['phrase'], row['then'], where)})" for row in rows]
    head = _BULLETS if where in ("whole", "start", "prefix") else r"(?<!\w)"
    firsts = frozenset(_WORD.findall(folded(row["phrase"]))[0] for row in rows) if where == "any" else frozenset()
    return Cues(re.compile(head + "(?:" + "|".join(parts) + ")"), tuple(_cue(row) for row in rows), firsts)


def _cue(row: dict[str, str]) -> Cue:
    then = row["then"]
    kind = cast(FurnitureKind, row["kind"])
    return Cue(row["where"], then == "mark", then == "near", int(row["most"]), row["reach"], kind)


def _expression(phrase: str, then: str, where: str) -> str:
    pieces = [
        _BETWEEN.join(re.escape(word) for word in re.findall(r"\w+", folded(piece))) for piece in phrase.split("…")
    ]
    body = r"(?:\W+\w+){0,8}?\W+".join(pieces) + r"(?!\w)"
    if where == "whole":
        return body + r"[^\w]*$"
    return body + _MARK if then == "mark" else body
