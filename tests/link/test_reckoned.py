"""Dates reckoned from another event, and weekdays that the verb puts into the past."""

from __future__ import annotations

from typing import Any

import pytest

from riwaya.link.links import link

from .made import made


def dates(body: str, times: list[list[str]]) -> dict[str, str]:
    report: dict[str, Any] = {"doc": "d", "title": "خبر", "text": f"{body}.", "published": "2031-05-05", "times": times}
    return {entry.date: entry.status for entry in link([made(report)]).timeline}


@pytest.mark.parametrize(
    ("body", "times", "date", "status"),
    [
        (
            "سحبت سلوان قواتها من الجزيرة عام 2021 بعد ثماني سنوات من الغزو الأول",
            [["عام 2021", "2021"], ["ثماني سنوات", "P8Y", "DURATION"]],
            "2013",
            "done",
        ),
        (
            "يزور الوزير سلوان يوم 20 مايو 2031 قبل ثلاثة أشهر من انتخابات نيابية",
            [["يوم 20 مايو 2031", "2031-05-20"], ["ثلاثة أشهر", "P3M", "DURATION"]],
            "2031-08",
            "planned",
        ),
    ],
)
def test_by_another_event(body: str, times: list[list[str]], date: str, status: str) -> None:
    assert dates(body, times)[date] == status


def test_a_stretch_before_no_event_dates_nothing() -> None:
    times = [["عام 2021", "2021"], ["ثماني سنوات", "P8Y", "DURATION"]]
    assert set(dates("سحبت سلوان قواتها عام 2021 بعد ثماني سنوات من الصبر الجميل", times)) - {""} == {"2021"}


def test_ends_of_a_stretch_are_no_dates() -> None:
    assert "2015" not in dates("تولى الوزير منصبه بين عامي 2011 و 2015", [["2011", "2011"], ["2015", "2015"]])
