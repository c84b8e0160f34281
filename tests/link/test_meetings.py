"""Two meetings of one host on one day are two entries, and the hour of one is not given to the other."""

from __future__ import annotations

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
