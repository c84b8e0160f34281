"""Statements as quotes in the JSON of Citron, the quote extractor of the BBC: one report a line.

The format is that of https://github.com/bbc/citron (``docs/data_format.md``): ``text``, and ``quotes`` with ``cue``,
``sources`` and ``contents``, every span with ``start``, ``end`` and ``text``. What Citron has no word for stands under
the key ``riwaya``, which its reader passes over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import json

from riwaya.model import Report, Span, Speaker, Statement
from riwaya.tell.exports.provenance import provenance
from riwaya.tell.exports.wanted import Wanted
from riwaya.tell.origins import Origins
from riwaya.tell.views import Views

_Quote = dict[str, Any]


def lines(views: Views, wanted: Wanted) -> Iterator[str]:
    """Yield one JSON object a report: ``قال الوزير إن …`` is a quote with cue ``قال`` and source ``الوزير``.

    Offsets are code points. The sentences of one long quotation are one quote with several contents. ``sources`` point
    at where the report last names the speaker, also for a pronoun or a dropped subject, and are empty for nobody.
    """
    origins = Origins(views.sources(wanted.story))
    for report in views.reports(wanted.story):
        document, found = report.document, report.annotations
        told = {
            "doc": document.doc,
            "id": document.id,
            "outlet": found.outlet.name if found.outlet else None,
            "published": found.published.value if found.published else None,
        }
        yield json.encode(
            {"text": document.text, "quotes": list(_quotes(report, origins.names(report))), "riwaya": told}
        ).decode()


def _quotes(report: Report, origin: Sequence[str | None]) -> Iterator[_Quote]:
    found = report.annotations.statements
    groups = _groups(found)
    called = {n: f"{report.document.id}-{k}" for k, group in enumerate(groups) for n in group}
    for group in groups:
        first = found[group[0]]
        own = provenance(report, first, origin[group[0]])
        if first.parent is not None:
            own["within"] = called[first.parent]
        yield {
            "id": called[group[0]],
            "cue": _span(report, first.cue),
            "sources": _named(report, first.speaker),
            "contents": [_span(report, found[n]) for n in group],
            "riwaya": own,
        }


def _groups(found: Sequence[Statement]) -> list[list[int]]:
    """Return the statements by their indices, those of one quotation together, in text order."""
    groups: dict[tuple[str, int], list[int]] = {}
    for n, one in enumerate(found):
        groups.setdefault(("alone", n) if one.quote is None else ("quote", one.quote), []).append(n)
    return list(groups.values())


def _named(report: Report, speaker: Speaker | None) -> list[_Quote]:
    if speaker is None or speaker.start is None or speaker.end is None:
        return []
    return [_span(report, Span(start=speaker.start, end=speaker.end))]


def _span(report: Report, span: Span) -> _Quote:
    return {"start": span.start, "end": span.end, "text": report.document.text[span.start : span.end]}
