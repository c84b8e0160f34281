"""A headline tells an event where a report leads with it and the clauses have its words."""

from __future__ import annotations

from typing import Any

import pytest

from riwaya.link.links import link
from riwaya.model import Headline

from .made import made

LEAD = "انهار سد الرمانة في شمالي سلوان الأحد وغرقت عشرات المنازل في قرية الصفصاف"


def shown(title: str, text: str = LEAD, time: tuple[str, str] = ("الأحد", "2031-05-04")) -> Headline | None:
    report: dict[str, Any] = {"doc": "d", "title": title, "text": f"{text}.", "published": "2031-05-05"}
    (entry, *_) = link([made(report | {"times": [list(time)]})]).timeline
    return entry.headline


def test_the_headline_of_the_lead_with_its_place() -> None:
    found = shown("انهيار سد الرمانة في سلوان")
    assert found is not None
    assert (found.text, found.evidence.start) == ("انهيار سد الرمانة في سلوان", 0)


@pytest.mark.parametrize(
    "title",
    [
        "غضب بين أهالي الوادي من الحكومة",  # tells something else
        "هل ينهار سد الرمانة في سلوان؟",
        "شاهد لحظة انهيار سد الرمانة",
        "الوزير: سد الرمانة انهار في سلوان",
        "سد الرمانة",
    ],
)
def test_no_headline_that_tells_no_event(title: str) -> None:
    assert shown(title) is None


def test_no_headline_for_a_whole_year() -> None:
    assert shown("انهيار سد الرمانة في سلوان", LEAD.replace("الأحد", "عام 2030"), ("2030", "2030")) is None
