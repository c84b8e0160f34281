"""Pairs of reports: copied, edited, quoted, or only alike; who was first; what a set teaches about stock phrases."""

from __future__ import annotations

import json
from typing import Any

import pytest
from msgspec import convert

from riwaya.annotate.sentences import prose
from riwaya.arabic.tokens import tokens
from riwaya.link.dependence.copies import copied
from riwaya.link.dependence.judgements import judgements
from riwaya.link.dependence.sheet import Sheet, sheet
from riwaya.model import Annotations, Copy, Document, Frame, Span, Statement

from ..made import CASES

PAIRS = json.loads((CASES / "dependence" / "pairs.json").read_text(encoding="utf-8"))


def made(row: dict[str, Any]) -> tuple[Document, Sheet]:
    """Return a report of a case; its byline stands on a line of its own under the headline."""
    head, byline = row["title"], row.get("byline", "")
    text = "\n".join(filter(None, (head, byline, row["text"])))
    start = len(head) + 1
    frame = (Frame(start=start, end=start + len(byline), kind="byline"),) if byline else ()
    document = Document(
        id=row["doc"], key=row["doc"], doc=row["doc"], text=text, title=Span(start=0, end=len(head)), frame=frame
    )
    notes = Annotations(doc=row["doc"], id=row["doc"], sentences=prose(document).sentences, statements=_cited(text))
    words = [(one, list(tokens(text, one.start, one.end))) for one in notes.sentences]
    return document, sheet(document, notes, words, row.get("outlet", ""), row.get("published", ""))


def _cited(text: str) -> tuple[Statement, ...]:
    """Return a statement that inherits the paper of ``نقلا عن``, as the statements stage gives it."""
    if "نقلا عن " not in text:
        return ()
    start = text.index("نقلا عن ") + len("نقلا عن ")
    end = text.index("\n", start)
    cue = {"start": end, "end": end, "lemma": "قال", "stance": "neutral"}
    link = {"name": text[start:end], "kind": "outlet", "start": start, "end": end, "inherited": True}
    raw = {"start": len(text) - 5, "end": len(text), "mode": "indirect", "cue": cue, "chain": [link]}
    return (convert(raw, Statement),)


def found(rows: list[dict[str, Any]]) -> list[Copy]:
    """Return the judgements over reports."""
    sheets = [made(row)[1] for row in rows]
    return [copy for copies in judgements(copied(sheets), sheets).values() for copy in copies]


@pytest.mark.parametrize("case", PAIRS, ids=[one["about"] for one in PAIRS])
def test_pairs(case: dict[str, Any]) -> None:
    copies = found(case["reports"])
    said = [copies[0].kind, copies[0].basis, copies[0].third] if copies else None
    assert said == case["expected"]


@pytest.mark.parametrize("case", PAIRS, ids=[one["about"] for one in PAIRS])
def test_order_does_not_matter(case: dict[str, Any]) -> None:
    assert found(case["reports"]) == found(case["reports"][::-1])


def test_passages_are_the_same_words_in_both() -> None:
    texts = {row["doc"]: made(row)[0].text for row in PAIRS[1]["reports"]}
    (copy,) = found(PAIRS[1]["reports"])
    pairs = [
        (texts[copy.doc][p.doc.start : p.doc.end], texts[copy.original][p.original.start : p.original.end])
        for p in copy.passages
    ]
    assert ("ثمانين متجرا وثلاث غرف تبريد تعمل بالطاقة الشمسية",) * 2 in pairs
    assert any("نحو ثمانية" not in ours and "بعد تسعة أشهر من أعمال الترميم التي كلفت" in ours for ours, _ in pairs)


def test_who_cites_is_the_later_one() -> None:
    (copy,) = found(PAIRS[4]["reports"])
    assert (copy.doc, copy.original) == ("b", "a")


def test_two_records_of_one_outlet() -> None:
    rows = [row | {"outlet": "النور"} for row in PAIRS[0]["reports"]]
    assert found(rows)[0].same_outlet


STOCK = (
    "وأوضحت اللجنة أن التسجيل يتم عبر البوابة الإلكترونية خلال أوقات الدوام الرسمي وبعد سداد الرسوم المقررة في المصرف"
)
SUBJECTS = ["سباق القوارب", "معرض الزهور", "دورة الخياطة", "مخيم الكشافة", "مسابقة الشعر", "ورشة الخزف", "مهرجان العسل"]


def test_a_line_that_recurs_in_unrelated_reports_is_no_copy() -> None:
    rows = [
        {
            "doc": str(n),
            "outlet": f"صحيفة {n}",
            "published": f"2030-05-{n + 1:02}",
            "title": one,
            "text": f"يبدأ {one} هذا الأسبوع في ساحة {one} القديمة. {STOCK}.",
        }
        for n, one in enumerate(SUBJECTS)
    ]
    assert found(rows[:2]), "two reports alone cannot know that the line is stock"
    assert not found(rows)
