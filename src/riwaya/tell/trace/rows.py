"""A trace as JSON: every printing with its evidence card, its chain, and its wording beside what was pasted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any

from riwaya.model import Document, Report
from riwaya.tell.trace import Printing, Trace
from riwaya.tell.trace.wording import HELD, Piece
from riwaya.tell.trace.wordlist import Word
from riwaya.tell.views import Views

Row = dict[str, Any]


def row(views: Views, trace: Trace) -> Row:
    """Return a trace as one JSON object; ``first`` is the report of the first printing, None where dates tell none."""
    names = views.names()

    def name(doc: str) -> str:
        return names.get(doc, doc)

    printings = [printing(one, report, trace.words, name) for one, report in reports(views, trace)]
    return {
        "words": trace.words,
        "first": first(trace, name),
        "tied": [name(doc) for doc in trace.tied],
        "outlets": len({one.witness.outlet for one in trace.printings if one.witness.outlet}),
        "origins": trace.origins,
        "known": sorted({one.witness.origin for one in trace.printings if one.witness.origin}),
        "unknown": trace.unknown,
        "merges": [
            {"docs": [name(doc) for doc in one.docs], "reason": one.reason, "origin": one.origin}
            for one in trace.merges
        ],
        "unread": trace.unread,
        "printings": printings,
    }


def reports(views: Views, trace: Trace) -> Iterator[tuple[Printing, Report]]:
    """Yield the printings, each with its report."""
    for one in trace.printings:
        report = views.report(one.witness.doc)
        if report is not None:
            yield one, report


def first(trace: Trace, name: Callable[[str], str]) -> str | None:
    """Return the report that printed the words first, as far as dates tell."""
    earliest = trace.printings[0].witness if trace.printings else None
    return name(earliest.doc) if earliest and earliest.published else None


def printing(one: Printing, report: Report, pasted: str, name: Callable[[str], str]) -> Row:
    """Return a printing as JSON."""
    witness = one.witness
    text = report.document.text
    return {
        "doc": name(witness.doc),
        "outlet": witness.outlet,
        "published": witness.published,
        "text": one.text,
        "told": one.told,
        "denied": one.denied,
        "speaker": witness.speaker,
        "occasion": witness.occasion,
        "chain": list(witness.chain),
        "origin": witness.origin,
        "unknown": witness.unknown,
        "share": one.share,
        "sure": one.sure,
        "nearest": name(one.nearest) if one.nearest else None,
        "changes": sorted({piece.meaning for piece in one.pieces if piece.meaning}),
        "differences": [_difference(piece, pasted, text) for piece in one.pieces if piece.op not in HELD],
        "card": card(one, report.document),
        "evidence": [{"doc": name(witness.doc), "start": witness.evidence.start, "end": witness.evidence.end}],
    }


def _difference(piece: Piece, pasted: str, text: str) -> Row:
    found: Row = {"op": piece.op, "pasted": _words(piece.pasted, pasted), "printed": _words(piece.printed, text)}
    if piece.printed:
        found |= {"start": piece.printed[0].start, "end": piece.printed[-1].end}
    return found | {"meaning": piece.meaning}


def _words(found: tuple[Word, ...], text: str) -> str:
    return " ".join(text[one.start : one.end] for one in found)


def card(one: Printing, document: Document) -> Row:
    """Return what cites a printing: the words, where they stand, the hash of the text that they stand in.

    ``captured`` is when somebody found it published, as far as the source of the report says: Riwaya notes no clock.
    """
    witness = one.witness
    return {
        "words": one.text,
        "start": witness.evidence.start,
        "end": witness.evidence.end,
        "unit": "code point",
        "sha256": sha256(document.text.encode("utf-8", "replace")).hexdigest(),
        "characters": len(document.text),
        "document": document.id,
        "key": document.key,
        "url": document.url,
        "outlet": witness.outlet,
        "title": document.text[document.title.start : document.title.end] if document.title else None,
        "published": witness.published,
        "captured": document.crawled,
    }
