"""Times: what the cases say, offsets, intervals, and text that means harm."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from riwaya.annotate.dating import published
from riwaya.annotate.figures import figures
from riwaya.annotate.named_weekdays import weekdays
from riwaya.annotate.sentences import prose
from riwaya.annotate.times import TimeTagger
from riwaya.annotate.times.moment import bounds
from riwaya.model import Document, Frame, Furniture, Published, Time

CASES = Path(__file__).parents[1] / "cases/annotate/times"
DOCS = Path(__file__).parents[2] / "docs/times.md"
MARK = re.compile(r"\[([^\[\]|]+)\|(\w+) ([^\s\]]+)(?: (\w+))?\]")
TAGGER = TimeTagger()


def texts() -> Iterator[str]:
    """Yield the files of cases, and the examples that the documentation shows."""
    for file in sorted(CASES.glob("*.txt")):
        yield file.read_text(encoding="utf-8")
    yield DOCS.read_text(encoding="utf-8").split("```times\n")[1].split("```")[0]


def cases() -> Iterator[tuple[str, str]]:
    for text in texts():
        published = ""
        for line in text.splitlines():
            if line.startswith("published:"):
                published = line.removeprefix("published:").strip()
            elif line and not line.startswith("#"):
                yield published, line


def tag(text: str, published: str = "") -> tuple[Time, ...]:
    document = Document(id="i", key="k", doc="d", text=text)
    return TAGGER(prose(document), Published(value=published, basis="given") if published else None)


@pytest.mark.parametrize(("published", "line"), list(cases()))
def test_a_case(published: str, line: str) -> None:
    text = MARK.sub(r"\1", line)
    found = [(text[t.start : t.end], t.type, str(t.value), t.mod) for t in tag(text, published)]
    expected = [(m[1], m[2], m[3], m[4]) for m in MARK.finditer(line)]
    assert found == expected


def test_furniture_and_frame_hold_no_time() -> None:
    text = "الخبر 1 يناير 2020\nاقرأ أيضا: لقاء يوم الأحد\nوصل الوفد أمس."
    document = Document(
        id="i",
        key="k",
        doc="d",
        text=text,
        frame=(Frame(start=0, end=18, kind="section"),),
        furniture=(Furniture(start=19, end=44, kind="related"),),
    )
    found = TAGGER(prose(document), Published(value="2021-07-29", basis="given"))
    assert [t.value for t in found] == ["2021-07-28"]


@pytest.mark.parametrize(
    ("value", "interval"),
    [
        ("2021-07-26", ("2021-07-26", "2021-07-27")),
        ("2021-07", ("2021-07-01", "2021-08-01")),
        ("2021", ("2021-01-01", "2022-01-01")),
        ("2021-W30", ("2021-07-25", "2021-08-01")),
        ("2018-Q4", ("2018-10-01", "2019-01-01")),
        ("2018-H2", ("2018-07-01", "2019-01-01")),
        ("197", ("1970-01-01", "1980-01-01")),
        ("18", ("1800-01-01", "1900-01-01")),
        ("2018-WI", ("2018-12-01", "2019-03-01")),
        ("2021-07-28TEV", ("2021-07-28T18:00", "2021-07-29T00:00")),
        ("2021-07-29T04:20", ("2021-07-29T04:20", "2021-07-29T04:21")),
        ("2015-06-18/2015-07-16", ("2015-06-18", "2015-07-17")),
        ("P3M", (None, None)),
        ("PAST_REF", (None, None)),
        ("XXXX-07-23", (None, None)),
        ("FY2017", (None, None)),
        (None, (None, None)),
    ],
)
def test_a_value_denotes_an_interval(value: str | None, interval: tuple[str | None, str | None]) -> None:
    assert bounds(value) == interval


TEXT = """
يوم اليوم أمس غدا الأحد الاثنين والجمعة 26 7 2021 يوليو تموز رمضان 1436 هـ عام العام الماضي
المقبل الجاري نهاية منذ قبل بعد يومين سنوات عدة كل مساء فجر الساعة 13:00 العاشرة والنصف من في
إلى و ( ) / - ، . نحو القرن الربع الأول ٢٦/٧/٢٠٢١ 31 فبراير 0 99999 شهر الشهر الأسبوع هذا ذلك
خلال عيد الفطر ليل صيف المالي بتوقيت غرينتش قال سيلتقي
"""
WORDS = TEXT.split()


@settings(max_examples=300, deadline=None)
@example(["0", "يوم", "الماضي"], "2021-07-29")
@given(
    st.lists(st.sampled_from(WORDS), max_size=14), st.sampled_from(["", "2021-07-29", "2020-02-29T10:00", "2020-08"])
)
def test_any_text_gives_ordered_spans_and_valid_intervals(words: list[str], published: str) -> None:
    text = " ".join(words)
    end = 0
    for found in tag(text, published):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        assert text[found.start : found.end].strip() == text[found.start : found.end]
        if found.from_ is not None and found.until is not None:
            parse = datetime.fromisoformat if "T" in found.from_ else date.fromisoformat
            assert parse(found.from_) < parse(found.until)


def stages(size: int, piece: str) -> dict[str, float]:
    """Return the seconds that each reader of times takes on a text made of one piece."""
    text = prose(Document(id="i", key="k", doc="d", text=piece * (size // len(piece))))
    times = TAGGER(text, Published(value="2021-07-29", basis="given"))  # also cuts the words, once for all
    readers: dict[str, Callable[[], object]] = {
        "times": lambda: TAGGER(text, Published(value="2021-07-29", basis="given")),
        "figures": lambda: figures(text, times),
        "published": lambda: published(text),
        "weekdays": lambda: list(weekdays(text)),
    }
    seconds = {}
    for name, reader in readers.items():
        begin = time.process_time()
        reader()
        seconds[name] = time.process_time() - begin
    return seconds


WIDE = "كلمة " * 20
PIECES = "26 |منذ نحو |2018-|الأحد و|قبل 3 سنوات |(|يوليو/|صاروخان الثالث |قال. الاثنين.\n|في عام 2014.\n|16 رمضان\n"


@pytest.mark.parametrize("piece", [*PIECES.split("|"), f"{WIDE}.\n{WIDE}الاثنين.\n"])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    large = 1_000_000 if len(piece) > 100 or piece == "(" else 40_000
    stages(1_000, piece)
    few, many = stages(large // 10, piece), stages(large, piece)
    for name in few:
        assert many[name] < 25 * max(few[name], 0.02), name


def test_same_input_same_output() -> None:
    line = "وصل الوفد مساء الأربعاء ثم غادر في 26 يوليو بعد ثلاثة أيام."
    assert tag(line, "2021-07-29") == TimeTagger()(
        prose(Document(id="i", key="k", doc="d", text=line)), Published(value="2021-07-29", basis="given")
    )


def test_a_span_names_the_event_that_it_is_reckoned_from() -> None:
    [found] = tag("بعد ثلاثة أيام من توقيعه غادر الوفد.", "2021-07-29")
    assert (found.value, found.anchor) == ("P3D", "توقيعه")
