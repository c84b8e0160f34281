"""Figures: what the cases say, offsets on any text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.annotate.figures import figures
from riwaya.annotate.sentences import prose
from riwaya.annotate.times import TimeTagger
from riwaya.model import Document, Figure, Published

CASES = Path(__file__).parents[1] / "cases/annotate/figures"
MARK = re.compile(r"\[([^\[\]|]+)\|([\w-]+) (\S+?)(?: (\d+))?\]")
LINES = [
    line
    for file in sorted(CASES.glob("*.txt"))
    for line in file.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
TAGGER = TimeTagger()


def count(text: str) -> tuple[Figure, ...]:
    words = prose(Document(id="i", key="k", doc="d", text=text))
    return figures(words, TAGGER(words, Published(value="2021-07-29", basis="given")))


@pytest.mark.parametrize("line", LINES)
def test_a_case(line: str) -> None:
    text = MARK.sub(r"\1", line)
    found = [(text[f.start : f.end], f.relation, str(f.number), f.upper and str(f.upper)) for f in count(text)]
    assert found == [(m[1], m[2], m[3], m[4]) for m in MARK.finditer(line)]


TEXT = "3 2500 و25 ثلاث جولات صاروخان الجولتين مليون دولار نحو أكثر من على الأقل بين % في المئة مئات يوم - / ( ) ."
WORDS = TEXT.split()


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_any_text_gives_spans_inside_it(words: list[str]) -> None:
    text = " ".join(words)
    for found in count(text):
        assert 0 <= found.start < found.end <= len(text)
        assert (found.relation == "between") == (found.upper is not None)
        assert (found.relation == "vague") == (found.number is None)
