"""Sentences: every case folder's text is cut as expected, and every cut keeps the promises on offsets."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.annotate.sentences import LONGEST, prose
from riwaya.model import Document, Frame, Furniture, Span

CASES = sorted((Path(__file__).parents[1] / "cases/annotate/sentences").glob("*.txt"))


def document(text: str, title: int = 0, furniture: tuple[Furniture, ...] = ()) -> Document:
    headline = Span(start=0, end=title) if title else None
    return Document(id="i", key="k", doc="d", text=text, title=headline, furniture=furniture)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_case_is_cut_as_expected(case: Path) -> None:
    text = case.read_text(encoding="utf-8")
    found = prose(document(text, text.index("\n")))
    got = [f"{s.paragraph}\t{text[s.start : s.end]}" for s in found.sentences]
    assert got == case.with_suffix(".expected").read_text(encoding="utf-8").splitlines()


def test_furniture_frame_and_headings_are_left_out() -> None:
    text = "مدينة السلام: وصل الوفد اليوم.\nاقرأ أيضا: خبر آخر\nعنوان فرعي\nغادر الوفد."
    lead, heading = text.index("وصل"), text.index("عنوان")
    found = prose(
        Document(
            id="i",
            key="k",
            doc="d",
            text=text,
            title=Span(start=lead, end=lead + 9),
            frame=(Frame(start=0, end=lead, kind="dateline"),),
            furniture=(Furniture(start=text.index("اقرأ"), end=heading - 1, kind="related"),),
            headings=(Span(start=heading, end=heading + 10),),
        )
    )
    assert [text[s.start : s.end] for s in found.sentences] == ["وصل الوفد اليوم.", "غادر الوفد."]
    assert [s.paragraph for s in found.sentences] == [0, 1]


def test_a_line_without_a_full_stop_is_bounded() -> None:
    found = prose(document("كلمة " * (3 * LONGEST)))
    assert max(last - first for first, last in found.bounds) <= LONGEST + 1


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='وقال نزار.؟!"«»()1٢aم،:\n\r …؛', max_size=120), st.integers(0, 30))
def test_sentences_cover_every_word_in_order(text: str, title: int) -> None:
    found = prose(document(text, min(title, len(text))))
    covered = set()
    for sentence, (first, last) in zip(found.sentences, found.bounds, strict=True):
        words = found.tokens[first:last]
        assert (sentence.start, sentence.end) == (words[0].start, words[-1].end)
        covered |= set(range(sentence.start, sentence.end))
    assert [s.start for s in found.sentences] == sorted(s.start for s in found.sentences)
    assert sum(last - first for first, last in found.bounds) == len(found.tokens)
    for at, char in enumerate(text):
        assert not char.isalpha() or at in covered
