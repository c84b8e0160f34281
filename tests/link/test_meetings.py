"""Which meetings of one report are one: two guests of a day are two, talks of a month and of its twelfth are one."""

from __future__ import annotations

import pytest

from riwaya.link.links import link

from .made import made


def test_two_guests() -> None:
    text = (
        "التقى الوزير جابر المنسي يوم الأربعاء 14 مايو 2031 في سلوان السفير هاني السعد لبحث اتفاق المياه.\n"
        "وبحث جابر المنسي خلال اجتماعه مع النائبة ليلى الحسن مساء الأربعاء 14 مايو في سلوان اتفاق المياه."
    )
    report = {
        "doc": "one",
        "title": "المنسي في سلوان",
        "text": text,
        "published": "2031-05-15",
        "people": {name: {"roles": []} for name in ("جابر المنسي", "هاني السعد", "ليلى الحسن")},
        "places": ["سلوان"],
        "times": [["يوم الأربعاء 14 مايو 2031", "2031-05-14"], ["مساء الأربعاء 14 مايو", "2031-05-14TEV", "TIME"]],
    }
    dates = sorted(one.date for one in link([made(report)]).timeline)
    assert dates == ["2031-05-14", "2031-05-14TEV"]


@pytest.mark.parametrize(
    ("second", "dates"),
    [
        ("وستعتمد حصص القرى على نتيجة المحادثات الشهر المقبل مع الوزراء.", ["2031-05-12"]),
        ("وستنهار السدود القديمة الشهر المقبل في القرى.", ["2031-05", "2031-05-12"]),
    ],
)
def test_talks_of_the_month(second: str, dates: list[str]) -> None:
    report = {
        "doc": "one",
        "title": "محادثات المياه في سلوان",
        "text": f"يلتقي الوزير جابر المنسي يوم الإثنين 12 مايو 2031 الوفود في محادثات المياه في سلوان. {second}",
        "published": "2031-04-10",
        "people": {"جابر المنسي": {"roles": []}},
        "places": ["سلوان"],
        "times": [["يوم الإثنين 12 مايو 2031", "2031-05-12"], ["الشهر المقبل", "2031-05"]],
    }
    assert sorted(one.date for one in link([made(report)]).timeline) == dates
