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


@pytest.mark.parametrize(
    ("text", "crawled", "value"),
    [
        ("عنوان\nوصل الوفد أمس الأربعاء إلى المدينة.", "2022-03-18T02:00:00", "2022-03-17"),
        ("عنوان\nوصل الوفد اليوم الجمعة إلى المدينة.", "2022-03-18T02:00:00", "2022-03-18"),
        ("عنوان\nوصل الوفد اليوم السبت إلى المدينة.", "2022-03-18T02:00:00", "2022-03-12"),
        ("عنوان\nوصل الوفد الأربعاء إلى المدينة.", "2022-03-18T02:00:00", None),
        ("عنوان\nوصل الوفد اليوم الجمعة إلى المدينة.\nوغادر الوفد اليوم السبت.", "2022-03-18", None),
    ],
)
def test_the_weekday_of_the_text_before_it_was_found(text: str, crawled: str, value: str | None) -> None:
    found = published(prose(Document(id="i", key="k", doc="d", text=text, crawled=crawled)))
    assert (found.value if found else None) == value


def test_a_year_after_it_was_found_is_none() -> None:
    text = "عنوان\nينمو الاقتصاد خلال العام الجاري 2018 بعد ركود."
    assert published(prose(Document(id="i", key="k", doc="d", text=text))) is not None
    assert published(prose(Document(id="i", key="k", doc="d", text=text, crawled="2015-07-21"))) is None


def test_a_year_that_the_office_holder_excludes_is_told_as_a_rival() -> None:
    text = (
        "لقاء في العاصمة\n"
        "التقى وزير الخارجية الأميركي مايك بومبيو نظيره اليوم الخميس، "
        "وقال إن الاجتماع سيعقد الأحد 17 مارس في المدينة.\n"
        "ويفتتح الجسر الثلاثاء 17 مارس 2026، بعد اتفاق في يناير 2026."
    )
    found = published(prose(Document(id="i", key="k", doc="d", text=text, title=Span(start=0, end=15))))
    assert found is not None
    assert (found.value, found.rivals) == ("2019-03-14", ("2026",))
