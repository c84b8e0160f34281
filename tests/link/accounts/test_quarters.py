"""One place in two quarters of a country, and slips in the day of what is planned."""

import pytest

from riwaya.link.accounts.contradictions.compass import quarters
from riwaya.link.accounts.contradictions.planned import slipped
from riwaya.link.accounts.passages import Reader
from riwaya.link.accounts.voices import Voices
from riwaya.link.who import Who

from .made import report


def readers(*texts: str) -> list[Reader]:
    made = [report(f"أخبار الشمال\n{text}", f"doc{at}") for at, text in enumerate(texts)]
    return [Reader(at, one, Who([], {}), Voices(one, Who([], {}))) for at, one in enumerate(made)]


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("تحطمت طائرة في أسوان، شرق مصر.", "سقطت طائرة في أسوان في غرب مصر.", True),
        ("تحطمت طائرة في أسوان بجنوب شرق مصر.", "سقطت طائرة في أسوان في جنوب غربي مصر.", True),
        ("تحطمت طائرة في أسوان، جنوب مصر.", "سقطت طائرة في أسوان في جنوب شرق مصر.", False),
        ("تحطمت طائرة في أسوان، شرق مصر.", "سقطت طائرة في أسوان في غرب السودان.", False),
        ("تحطمت طائرة في أسوان، شرق مصر.", "سقطت طائرة في حلب في غرب مصر.", False),
    ],
)
def test_quarters(left: str, right: str, apart: bool) -> None:
    found = list(quarters(readers(left, right), Who([], {})))
    assert bool(found) == apart
    assert all(one.reason == "quarter" for _, _, one in found)


WELL = [f"{verb} الوزير عن القمة المقررة في 12 أبريل 2021." for verb in ("تحدث", "كشف", "أعلن")]


def test_a_month_slips() -> None:
    found = list(slipped(readers(*WELL, "ألغى الوزير القمة المقررة في 12 مايو 2021.")))
    assert {one.passage.text[one.start - one.passage.start : one.end - one.passage.start] for one, _, _ in found} == {
        "12 مايو 2021"
    }
    assert len(found) == len(WELL)


@pytest.mark.parametrize(
    "texts",
    [
        [*WELL, "ألغى الوزير القمة المقررة في 25 مايو 2021."],
        [*WELL, "ألغى الوزير الانتخابات المقررة في 12 مايو 2021."],
        [*WELL, "كانت القمة المقررة في 12 مايو 2021 ثم صارت القمة المقررة في 12 أبريل 2021."],
        [WELL[0], "ألغى الوزير القمة المقررة في 12 مايو 2021."],
    ],
)
def test_what_is_no_slip(texts: list[str]) -> None:
    assert list(slipped(readers(*texts))) == []
