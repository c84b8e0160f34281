"""From what a person types to the report or passage that is meant: ``report.txt``, or ``WORDS@report.txt``."""

from __future__ import annotations

from typing import get_args

from riwaya.errors import RulingError
from riwaya.link.ruled.places import PASSAGES, passage
from riwaya.model import Anchor, Judgement, PairKind, Report, Verdict
from riwaya.run.anchoring import cited
from riwaya.run.whom import AT
from riwaya.store import Store

KINDS: tuple[PairKind, ...] = get_args(PairKind)
LONGEST = 300
"""Characters of a passage that a ruling keeps: enough to find it, as many as a name may have."""


def pair(store: Store, kind: PairKind, verdict: Verdict, left: str, right: str) -> Judgement:
    """Return a ruling on two reports or two passages, unsigned and without its id.

    ``هبطت الطائرة@report.txt`` is where report.txt prints those words. Raises RulingError where the report is not here
    or does not have the words, or where both sides are one.
    """
    sides = [_anchor(store, kind, told) for told in (left, right)]
    if sides[0] == sides[1]:
        raise RulingError(f"{left}, {right}", "ruling", "both sides are the same", "Name two.")
    return Judgement(id="", kind=kind, verdict=verdict, left=sides[0], right=sides[1], by="", at="")


def _anchor(store: Store, kind: PairKind, told: str) -> Anchor:
    if kind not in PASSAGES:
        report = _report(store, told.strip())
        name = " ".join(_title(report).split())[:LONGEST]
        return Anchor(name=name, names=(name,), reports=(cited(report),), only=True)
    words, at, doc = told.rpartition(AT)
    words = " ".join(words.split())
    if not at or not words:
        raise RulingError(told, "ruling", f"an {kind} is named by words and report", "Write WORDS@REPORT.")
    if len(words) > LONGEST:
        raise RulingError(words[:40], "ruling", f"longer than {LONGEST} characters", "Give fewer words of it.")
    report = _report(store, doc.strip())
    if passage(report.document.text, words) is None:
        remedy = "`riwaya annotate --text` prints the text; give words as they stand there."
        raise RulingError(words[:40], "ruling", f"{report.document.doc} does not have these words", remedy)
    return Anchor(name=words, names=(words,), reports=(cited(report),), only=True)


def _report(store: Store, name: str) -> Report:
    report = store.report(name)
    if report is None:
        raise RulingError(name, "ruling", "no such report in the store", "`riwaya show article` lists them.")
    return report


def _title(report: Report) -> str:
    document = report.document
    title = document.title
    return (document.text[title.start : title.end] if title else "") or document.doc
