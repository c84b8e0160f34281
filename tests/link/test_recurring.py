"""Attacks that nobody could stop, and series that cost lives: lines without a day. Invented sentences."""

from __future__ import annotations

import pytest

from riwaya.link.links import link

from .made import made

LEAD = "افتتح الوزير الجسر يوم الإثنين 12 مايو 2031. "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("وقال إن الحكومة لم تستطع منع الهجمات المستمرة على السدود.", ["under-way"]),
        ("وقال إن الحكومة فشلت في وقف هجمات المسلحين على السدود.", ["done"]),
        ("وأدت سلسلة من حرائق المصانع إلى مقتل العشرات.", ["done"]),
        ("وشهدت البلاد موجة من الهجمات أودت بحياة العشرات.", ["done"]),
        ("وقال إن الحكومة لن تتمكن من صد هجوم واسع على السدود.", []),  # foretold
        ("وقال إن الحكومة تستطيع منع الهجمات على السدود.", []),  # she can
        ("وأدت سلسلة من الاستقالات إلى أزمة في الحكومة.", []),  # nobody died
        ("وأدت موجة البرد إلى ارتفاع الأسعار.", []),
    ],
)
def test_lines_without_a_day(text: str, told: list[str]) -> None:
    report = {
        "doc": "one",
        "title": "جسر الرمانة",
        "text": f"{LEAD}\n{text}",
        "published": "2031-05-15",
        "times": [["يوم الإثنين 12 مايو 2031", "2031-05-12"]],
    }
    assert [one.status for one in link([made(report)]).timeline if not one.date] == told
