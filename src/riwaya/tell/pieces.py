"""A report's text cut where annotations begin and end: each piece knows the layers that lie over it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from riwaya.model import Report, Statement

_LINE = re.compile(r"[^\n]+")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_NAMED = {"PER": "pe", "ORG": "or", "LOC": "pl"}


class Mark(Struct, frozen=True):
    """A layer over ``[start, end)``; ``note`` is the id of what is said about it, within the report.

    ``number`` is shown where it begins: a statement's, counted from 1.
    """

    start: int
    end: int
    layer: str
    note: str
    number: int = 0


class Piece(Struct, frozen=True):
    """A stretch of text under the same marks throughout; ``numbers`` are those of the marks that begin with it."""

    text: str
    layers: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()


class Paragraph(Struct, frozen=True):
    """A line of the text: its offset and length in code points, its pieces, and the layers that cover all of it."""

    start: int
    length: int
    pieces: tuple[Piece, ...]
    layers: tuple[str, ...] = ()


def printable(text: str) -> str:
    """Return text of the same length that HTML can carry: control characters and lone surrogates as spaces or U+FFFD.

    A browser drops NUL and joins CR LF, which would shift every offset behind it.
    """
    return _UNPRINTABLE.sub(lambda found: " " if found[0] == "\r" else "\ufffd", text)


def paragraphs(text: str, marks: Iterable[Mark], limit: int) -> tuple[Paragraph, ...]:
    """Return the lines of the first ``limit`` code points that are not blank, each cut at the edges of its marks."""
    shown = printable(text[:limit])
    lines = [(line.start(), line.end()) for line in _LINE.finditer(shown) if line[0].strip()]
    edges = {edge for line in lines for edge in line}
    kept = [mark for mark in marks if mark.start < mark.end]
    edges |= {min(edge, len(shown)) for mark in kept for edge in (mark.start, mark.end)}
    pieces = list(_pieces(shown, sorted(edges), kept))
    starts = {start: place for place, (start, _) in enumerate(pieces)}
    return tuple(_paragraph(start, end, pieces, starts) for start, end in lines)


def _pieces(text: str, edges: Sequence[int], marks: Sequence[Mark]) -> Iterator[tuple[int, Piece]]:
    opens: dict[int, list[Mark]] = defaultdict(list)
    closes: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        opens[mark.start].append(mark)
        closes[min(mark.end, len(text))].append(mark)
    over: dict[Mark, None] = {}
    for start, end in pairwise(edges):
        for mark in closes[start]:
            over.pop(mark, None)
        over.update(dict.fromkeys(opens[start]))
        layers = tuple(dict.fromkeys(mark.layer for mark in over))
        numbers = tuple(mark.number for mark in opens[start] if mark.number)
        yield start, Piece(text[start:end], layers, tuple(dict.fromkeys(mark.note for mark in over)), numbers)


def _paragraph(start: int, end: int, pieces: Sequence[tuple[int, Piece]], starts: dict[int, int]) -> Paragraph:
    first = starts[start]
    own = []
    for at, piece in pieces[first:]:
        if at >= end:
            break
        own.append(piece)
    whole = [layer for layer in ("fu", "fr", "hd", "ti") if all(layer in p.layers for p in own if p.text.strip())]
    return Paragraph(start, end - start, tuple(own), tuple(whole))


def marks(report: Report) -> list[Mark]:
    """Return every annotation of a report as a mark.

    The note's letter says what it is: ``s0`` a statement, ``t`` time, ``g`` figure, ``e`` name, ``f`` furniture,
    ``r`` frame.
    """
    document, found = report.document, report.annotations
    out = [Mark(one.start, one.end, "fu", f"f{n}") for n, one in enumerate(found.furniture)]
    out += [Mark(one.start, one.end, "fr", f"r{n}") for n, one in enumerate(found.frame)]
    out += [Mark(one.start, one.end, "hd", "") for one in document.headings]
    if found.title:
        out.append(Mark(found.title.start, found.title.end, "ti", ""))
    for n, statement in enumerate(found.statements):
        out += _statement(statement, n)
    out += [Mark(time.start, time.end, "tm", f"t{n}") for n, time in enumerate(found.times)]
    out += [Mark(figure.start, figure.end, "fg", f"g{n}") for n, figure in enumerate(found.figures)]
    return out + _names(report)


def _statement(statement: Statement, n: int) -> list[Mark]:
    """Return the marks of a statement: how it is quoted (``m-``, within another one ``n-``), cue, links, claim."""
    note, mode = f"s{n}", f"{'m' if statement.parent is None else 'n'}-{statement.mode}"
    out = [Mark(statement.start, statement.end, "st", note, n + 1), Mark(statement.start, statement.end, mode, note)]
    out.append(Mark(statement.cue.start, statement.cue.end, "cu", note))
    out += [
        Mark(link.start, link.end, "ln", note)
        for link in statement.chain
        if link.start is not None and link.end is not None and not link.inherited
    ]
    claim = statement.claim
    out += [Mark(one.start, one.end, "cm", note) for one in claim.marks]
    hung = (("cd", claim.condition), ("dl", claim.deadline))
    return out + [Mark(one.start, one.end, layer, note) for layer, one in hung if one is not None]


def _names(report: Report) -> list[Mark]:
    notes = named(report)
    return [
        Mark(one.start, one.end, _NAMED[one.type], f"e{notes[one.type, one.entity]}")
        for one in report.annotations.mentions
        if (one.type, one.entity) in notes
    ]


def named(report: Report) -> dict[tuple[str, str], int]:
    """Return the people, organisations and places that the report mentions, numbered in order of appearance."""
    keys = [(one.type, one.entity) for one in report.annotations.mentions if one.type in _NAMED]
    return {key: n for n, key in enumerate(dict.fromkeys(keys))}
