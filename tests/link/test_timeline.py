"""Timelines of large stories: what isn't of one date is never compared, and the result is what comparing all gives."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.link import likeness as compared
from riwaya.link import timeline as module
from riwaya.link.candidates import Candidates
from riwaya.link.likeness import Told, dates, weighed
from riwaya.link.links import link

from .made import made
from .test_partial import told

DATES = st.sampled_from(
    [
        {"date": "", "precision": "unknown"},
        {"date": "2021-07-01", "from_": "2021-07-01", "until": "2021-07-02"},
        {"date": "2021-07-02", "from_": "2021-07-02", "until": "2021-07-03"},
        {"date": "2021-07-02T16:00", "from_": "2021-07-02T16:00", "until": "2021-07-02T16:01", "precision": "minute"},
        {"date": "2021-07", "from_": "2021-07-01", "until": "2021-08-01", "precision": "month"},
        {"date": "2021-W26", "from_": "2021-06-28", "until": "2021-07-05", "precision": "week"},
        {"date": "2021-SU", "from_": "2021-06-01", "until": "2021-11-01", "precision": "quarter"},
        {"date": "2021", "from_": "2021-01-01", "until": "2022-01-01", "precision": "year", "edge": "END"},
        {"date": "2021-12-05", "from_": "2021-12-05", "until": "2021-12-06"},
        {"date": "2021-12", "from_": "", "until": "", "precision": "month"},
        {"date": "2021-07", "from_": "nonsense", "until": "2021-99-99", "precision": "month"},
    ]
)


def dated(row: dict[str, Any], published: int | None) -> Told:
    rest = {key: value for key, value in row.items() if key != "date"}
    blank = {"from_": "", "until": ""}
    return Told(0, published, told(row["date"], **(blank | rest)), (), (), weighed(()))


@settings(deadline=None)
@given(DATES, DATES, *[st.sampled_from([None, 737_972, 737_975, 738_000])] * 2)
def test_candidates_leave_out_only_what_dates_forbid(
    left: dict[str, Any], right: dict[str, Any], one: int | None, other: int | None
) -> None:
    first, second = dated(left, one), dated(right, other)
    entered = Candidates()
    entered.add(0, first.happening, first.day)
    if dates(second, first) is not None:
        assert entered.near(second.happening, second.day) == [0]


def report(number: int, day: int) -> dict[str, Any]:
    printed = f"{day} يوليو 2021"
    names = ("زكريا", "سلمى", "هاني", "ليلى")
    body = f"أعلن {names[number % 4]} المرهون يوم {printed} افتتاح الجسر {number} في سلوان."
    times = [[printed, f"2021-07-{day:02}"]]
    return {"doc": f"d{number:04}", "title": "افتتاح جسر في سلوان", "text": body, "times": times, "places": ["سلوان"]}


def test_events_of_other_days_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = 0
    real = compared.alike

    def counted(one: Told, other: Told) -> float:
        nonlocal calls
        calls += 1
        return real(one, other)

    monkeypatch.setattr(compared, "alike", counted)
    found = link(made(report(number, 1 + number % 28)) for number in range(280))
    assert sum(len(entry.evidence) for entry in found.timeline) >= 280
    assert calls < 280 * 10 * compared.COMPARED  # at most the ten of its own day; all with all were 28 times as many


def test_of_too_many_events_those_of_most_reports_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_ENTRIES", 2)
    days = [3, 5, 5, 7, 9, 9]
    found = link(made(report(number, day)) for number, day in enumerate(days))
    assert [entry.date for entry in found.timeline] == ["2021-07-05", "2021-07-09"]
