"""What is only expected: planned whatever its day, its line says how sure it is; who leaves does not retreat."""

from __future__ import annotations

import pytest

from riwaya.link.links import link
from riwaya.model import Entry

from .made import made


def only(text: str, *times: list[str]) -> Entry:
    report = {
        "doc": "one",
        "title": "أخبار سلوان",
        "text": text,
        "published": "2031-05-15",
        "people": {name: {"roles": []} for name in ("جابر المنسي", "هاني السعد") if name in text},
        "places": ["سلوان"],
        "times": list(times),
    }
    (entry,) = link([made(report)]).timeline
    return entry


@pytest.mark.parametrize(
    ("hedge", "what"),
    [
        ("ومن المرجح أن يلتقي", "ومن المرجح أن يلتقي جابر المنسي"),
        ("من المتوقع أن يلتقي", "من المتوقع أن يلتقي جابر المنسي"),
        ("أعلن المجلس أن يلتقي", "يلتقي جابر المنسي"),  # no word of likelihood before أن
    ],
)
def test_how_sure_it_is(hedge: str, what: str) -> None:
    entry = only(f"{hedge} جابر المنسي السفير هاني السعد الأحد في سلوان.", ["الأحد", "2031-05-18"])
    assert entry.what.startswith(what)
    assert entry.status == "planned"


def test_what_was_to_begin_is_planned_even_on_a_day_gone_by() -> None:
    entry = only("من المقرر بدء المحادثات في سلوان الأحد الماضي.", ["الأحد الماضي", "2031-05-11"])
    assert entry.status == "planned"


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("أكد جابر المنسي لدى مغادرته سلوان اليوم الخميس أنه لا قوات في بلده.", ""),
        ("غادرت القوات مدينة سلوان اليوم الخميس بعد عام من القتال في أحيائها.", "RETREAT"),
        ("غادر آخر الجنود مدينة سلوان اليوم الخميس بعد عام من القتال في أحيائها.", "RETREAT"),
    ],
)
def test_who_leaves(clause: str, kind: str) -> None:
    assert only(clause, ["اليوم الخميس", "2031-05-15"]).type == kind


def test_elections_to_come_are_not_what_was_said_of_them() -> None:
    entry = only("وأكدت ليلى الحسن دعم المجلس لانتخابات أكتوبر المقبل.", ["أكتوبر المقبل", "2031-10"])
    assert (entry.what, entry.status) == ("انتخابات أكتوبر المقبل", "planned")


def test_he_who_is_to_meet_is_the_one_named_before() -> None:
    entry = only(
        "تأتي تصريحات جابر المنسي قبل رحلة مقررة، حيث من المقرر أن يلتقي بالسفير هاني السعد الأحد في سلوان.",
        ["الأحد", "2031-05-18"],
    )
    assert (entry.who, entry.whom) == (("جابر المنسي",), ("هاني السعد",))
