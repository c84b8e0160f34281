"""Dating: what the cases say; metadata is checked; no day is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from riwaya.annotate.dating import published
from riwaya.annotate.sentences import prose
from riwaya.model import Document, Frame, Published, Span

FILE = Path(__file__).parents[1] / "cases/annotate/dating/clues.txt"
BLOCKS = [block.split("\n") for block in FILE.read_text(encoding="utf-8").split("\n\n")]


def fields(block: list[str]) -> tuple[dict[str, str], str]:
    lines = [line for line in block if not line.startswith("#")]
    known = dict(line.split(": ", 1) for line in lines if line.startswith(("expect: ", "given: ")))
    return known, "\n".join(line for line in lines if not line.startswith(("expect: ", "given: "))).strip("\n")


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block[-1][:30])
def test_a_case(block: list[str]) -> None:
    known, text = fields(block)
    title = Span(start=0, end=text.index("\n"))
    found = published(prose(Document(id="i", key="k", doc="d", text=text, title=title, given=known.get("given"))))
    assert (found.value if found else "None") == known["expect"]
    for span in found.evidence if found else ():
        assert text[span.start : span.end].strip()


def test_what_reading_stated_is_kept_and_a_contradiction_reported() -> None:
    stated = Published(value="2021-04-07T21:34", basis="stated", trace="date line")
    text = "عنوان\nوصل الوفد اليوم الاثنين إلى المدينة."
    found = published(prose(Document(id="i", key="k", doc="d", text=text, published=stated)))
    assert found is not None
    assert found.value == "2021-04-07T21:34"
    assert found.rivals == ("2021-04-05",)


def test_a_date_line_in_the_frame_is_read() -> None:
    text = "الأربعاء 28 يوليو 2021\nوصل الوفد."
    found = published(
        prose(Document(id="i", key="k", doc="d", text=text, frame=(Frame(start=0, end=22, kind="date"),)))
    )
    assert found is not None
    assert (found.value, found.basis) == ("2021-07-28", "stated")
