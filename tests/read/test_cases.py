"""Case folders: ``tests/cases/read/NAME/`` holds input files and ``expected.json``; a new case needs no code.

``expected.json`` maps a document's ``doc`` to what is expected of it: ``title``, ``outlet`` (name, basis),
``published`` (value, basis), ``author``, ``furniture`` (kind, text), ``frame`` (kind, text), ``headings``, ``notes``,
``given``, ``key``, or ``failure`` (the reason); what it doesn't name isn't compared. ``"learned": true`` at the top
learns furniture over the case's documents first. ``"fields"`` is the field mapping.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from riwaya.model import Document, Failure, Span
from riwaya.read import ReadOptions, documents
from riwaya.read.furniture import InMemory, learned

CASES = Path(__file__).parent.parent / "cases" / "read"


def words(document: Document, span: Span | None) -> str | None:
    return document.text[span.start : span.end] if span else None


def shown(found: Document | Failure) -> dict[str, object]:
    if isinstance(found, Failure):
        return {"failure": found.reason}
    published, outlet = found.published, found.outlet
    return {
        "title": words(found, found.title),
        "text": found.text,
        "outlet": [outlet.name, outlet.basis] if outlet else None,
        "published": [published.value, published.basis] if published else None,
        "author": found.author,
        "given": found.given,
        "furniture": [[piece.kind, words(found, piece)] for piece in found.furniture],
        "frame": [[piece.kind, words(found, piece)] for piece in found.frame],
        "headings": [words(found, span) for span in found.headings],
        "notes": list(found.notes),
    }


@pytest.mark.parametrize("name", sorted(folder.name for folder in CASES.iterdir()))
def test_case(name: str, tmp_path: Path) -> None:
    expected = json.loads((CASES / name / "expected.json").read_text(encoding="utf-8"))
    inputs = sorted(str(path) for path in (CASES / name).iterdir() if path.name != "expected.json")
    found: list[Document | Failure] = list(documents(inputs, ReadOptions(fields=expected.pop("fields", {}))))
    if expected.pop("learned", False):
        counts = InMemory(one for one in found if isinstance(one, Document))
        found = [learned(one, counts) if isinstance(one, Document) else one for one in found]
    got = {one.doc: shown(one) for one in found}
    assert set(got) == set(expected)
    for doc, wanted in expected.items():
        assert {key: got[doc].get(key) for key in wanted} == wanted
