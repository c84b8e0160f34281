"""A trace as W3C Web Annotations: one AnnotationCollection, an annotation a printing, on the words as printed.

The model is https://www.w3.org/TR/annotation-model/; selectors and sources are those of the statements' export.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Any

from riwaya.model import Report
from riwaya.tell.exports.webannotation import selectors, source
from riwaya.tell.trace import Printing, Trace
from riwaya.tell.trace.rows import card, reports
from riwaya.tell.views import Views

_TERMS = "urn:riwaya:terms#"
_OWN = ("told", "denied", "share", "speaker", "chain", "origin", "unknown", "sha256", "captured")
CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {name: f"{_TERMS}{name}" for name in _OWN} | {"chain": {"@id": f"{_TERMS}chain", "@container": "@list"}},
]


def collection(views: Views, trace: Trace) -> dict[str, Any]:
    """Return the AnnotationCollection of a trace, its ids made of the words: the same trace gives the same ids."""
    mark = blake2b(trace.words.encode("utf-8", "replace"), digest_size=8).hexdigest()
    name = f"urn:riwaya:trace:{mark}"
    items = [_annotation(f"{name}:{n}", trace, *pair) for n, pair in enumerate(reports(views, trace), 1)]
    page = {"id": f"{name}:page", "type": "AnnotationPage", "partOf": name, "startIndex": 0, "items": items}
    head = {"@context": CONTEXT, "id": name, "type": "AnnotationCollection", "label": trace.words}
    return head | {"total": len(items), "first": page}


def _annotation(name: str, trace: Trace, one: Printing, report: Report) -> dict[str, Any]:
    evidence = one.witness.evidence
    return {
        "id": name,
        "type": "Annotation",
        "motivation": ["identifying", "linking"],
        "body": [
            {"type": "TextualBody", "purpose": "identifying", "format": "text/plain", "value": trace.words},
            {"id": f"{name}:data", "type": "Dataset"} | _data(one, report),
        ],
        "target": {"source": source(report), "selector": selectors(report, evidence.start, evidence.end)},
    }


def _data(one: Printing, report: Report) -> dict[str, Any]:
    witness, cited = one.witness, card(one, report.document)
    return {
        "told": one.told,
        "denied": one.denied,
        "share": one.share,
        "speaker": witness.speaker,
        "chain": list(witness.chain),
        "origin": witness.origin,
        "unknown": witness.unknown,
        "sha256": cited["sha256"],
        "captured": cited["captured"],
    }
