"""What a report leads with and gives no day for joins the event that others date, if it is clearly that one."""

from __future__ import annotations

from typing import Any

import pytest

from riwaya.link.links import link

from .made import made

DATED: dict[str, Any] = {
    "doc": "dated",
    "title": "انهيار سد الرمانة في سلوان",
    "text": "انهار سد الرمانة الكبير في شمال سلوان يوم الأربعاء 14 مايو 2031 وغمرت المياه خمس قرى.",
    "published": "2031-05-14",
    "times": [["يوم الأربعاء 14 مايو 2031", "2031-05-14"]],
    "places": ["سلوان"],
}


def undated(text: str, day: str) -> dict[str, Any]:
    return {"doc": "undated", "title": "سد الرمانة في سلوان", "text": text, "published": day, "places": ["سلوان"]}


@pytest.mark.parametrize(
    ("text", "day", "joined"),
    [
        ("انهار سد الرمانة الكبير في شمال سلوان وغمرت المياه خمس قرى.", "2031-05-15", True),
        ("انهار سد الرمانة الكبير في شمال سلوان وغمرت المياه خمس قرى.", "2031-06-15", False),  # a month later
        ("زار وفد من المهندسين سد الرمانة في سلوان لبحث ترميم الجدران.", "2031-05-15", False),  # another event
        ("سينهار سد الرمانة الكبير في شمال سلوان وتغمر المياه خمس قرى.", "2031-05-15", False),  # foretold
    ],
)
def test_an_undated_lead(text: str, day: str, joined: bool) -> None:
    links = link([made(DATED), made(undated(text, day))])
    (entry,) = [one for one in links.timeline if one.date == "2031-05-14"]
    assert ("undated" in {place.doc for place in entry.evidence}) is joined
    assert entry.inferred == (("undated",) if joined else ())
