"""Statements as W3C Web Annotations: one AnnotationCollection with one page, as JSON-LD.

The model is https://www.w3.org/TR/annotation-model/. Each statement is an annotation on the text of its report, found
by TextPositionSelector and TextQuoteSelector; its bodies are a line to read, the stance as a class, and a data set with
speaker, occasion, chain and claim, whose terms the second context names.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import json

from riwaya.model import Report, Statement
from riwaya.tell.exports.provenance import provenance
from riwaya.tell.exports.wanted import Wanted
from riwaya.tell.origins import Origins
from riwaya.tell.views import Views

_AROUND = 32
"""Code points of text before and after a quotation, so that it is found where the words stand twice."""
_TERMS = "urn:riwaya:terms#"
_NAMES: tuple[str, ...] = (
    "stance",
    "mode",
    "lemma",
    "speaker",
    "kind",
    "how",
    "candidates",
    "occasion",
    "date",
    "place",
    "origin",
    "inherited",
    "within",
)
_NAMES += ("claim", "negated", "modality", "future", "condition", "deadline", "until", "times", "figures", "mentions")
CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {name: f"{_TERMS}{name}" for name in _NAMES}
    | {"chain": {"@id": f"{_TERMS}chain", "@container": "@list"}, "within": {"@id": f"{_TERMS}within", "@type": "@id"}},
]


def lines(views: Views, wanted: Wanted) -> Iterator[str]:
    """Yield one JSON document, an annotation a line: ``نفى تعليق الأشغال`` is one on ``تعليق الأشغال``, denying.

    Positions are code points, as the model asks. The source of a target is the text as Riwaya reads it
    (``riwaya annotate --text``); where that was taken from an address, ``via`` has it.
    """
    name = f"urn:riwaya:statements:{wanted.story or 'all'}"
    head = {"@context": CONTEXT, "id": name, "type": "AnnotationCollection", "label": "Riwaya: statements"}
    page = {"id": f"{name}:1", "type": "AnnotationPage", "partOf": name, "startIndex": 0}
    yield f'{_open(head)},"first":{_open(page)},"items":['
    total = 0
    origins = Origins(views.sources(wanted.story))
    for report in views.reports(wanted.story):
        for n, origin in enumerate(origins.names(report)):
            yield ("," if total else "") + json.encode(_annotation(report, n, origin)).decode()
            total += 1
    yield f']}},"total":{total}}}'


def _open(value: dict[str, Any]) -> str:
    return json.encode(value).decode()[:-1]


def _annotation(report: Report, n: int, origin: str | None) -> dict[str, Any]:
    statement = report.annotations.statements[n]
    id = f"urn:riwaya:statement:{report.document.id}:{n}"
    return {
        "id": id,
        "type": "Annotation",
        "motivation": ["describing", "classifying"],
        "body": [_line(statement), _stance(statement), _data(report, id, statement, origin)],
        "target": {"source": source(report), "selector": selectors(report, statement.start, statement.end)},
    }


def _line(statement: Statement) -> dict[str, Any]:
    """Return who said it and through whom, for a tool that shows annotations and knows no chains."""
    hands = [statement.speaker.name if statement.speaker else "؟"]
    hands += [link.name for link in reversed(statement.chain) if link.name != hands[0]]
    value = " ← ".join(reversed(hands))
    return {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "language": "ar", "value": value}


def _stance(statement: Statement) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": "classifying", "format": "text/plain", "value": statement.cue.stance}


def _data(report: Report, id: str, statement: Statement, origin: str | None) -> dict[str, Any]:
    own = provenance(report, statement, origin)
    if statement.parent is not None:
        own["within"] = f"urn:riwaya:statement:{report.document.id}:{statement.parent}"
    return {"id": f"{id}:data", "type": "Dataset"} | own


def source(report: Report) -> dict[str, Any]:
    """Return the source of a target: the text as Riwaya reads it, and the address that it was taken from."""
    document = report.document
    source = {"id": f"urn:riwaya:report:{document.id}", "type": "Text", "format": "text/plain"}
    source["language"] = document.language
    return source | {"via": document.url} if document.url else source


def selectors(report: Report, start: int, end: int) -> list[dict[str, Any]]:
    """Return what finds a stretch of a report's text again: by its place, and by its words with those around them."""
    text = report.document.text
    return [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(start - _AROUND, 0) : start],
            "suffix": text[end : end + _AROUND],
        },
    ]
