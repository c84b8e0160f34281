"""Invented reports for the tests of accounts: annotated as the pipeline does, by document name."""

from __future__ import annotations

from functools import cache

from riwaya.link.accounts.passages import Passage, Reader
from riwaya.link.accounts.voices import Voices
from riwaya.link.who import Who
from riwaya.model import Annotations, Document, Report
from riwaya.pipeline import Pipeline


@cache
def pipeline() -> Pipeline:
    return Pipeline()


@cache
def report(text: str, doc: str = "one", day: str = "2021-03-04") -> Report:
    """Return a report of that text, published on ``day``."""
    document = Document(id=doc, key=doc, doc=doc, text=text, given=day)
    notes = pipeline().annotate(document)
    assert isinstance(notes, Annotations)
    return Report(document=document, annotations=notes)


def passage(words: str, doc: str = "one") -> Passage:
    """Return invented words as a passage in the outlet's own voice."""
    made = report(words, doc)
    nobody = Who([], {})
    return Reader(0, made, nobody, Voices(made, nobody)).read(0, len(words))
