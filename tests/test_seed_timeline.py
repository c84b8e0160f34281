"""The timeline over the five seeds, as `../shared/gold/story.md` has it, row by row: date, status, reports."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from seeds import cited, needed

pytestmark = needed


@cache
def timeline() -> list[dict[str, Any]]:
    return cited("timeline")


ROWS = [
    ("2008", "done", {"002"}, "اتفاقية الإطار", True),
    ("2003", "done", {"001"}, "الغزو", True),
    ("2011", "done", {"001"}, "سحب القوات", True),
    ("2014", "done", {"001"}, "إعادة القوات", True),
    ("2020-06", "done", {"000"}, "الأولى", False),
    ("2020-08", "done", {"000", "002"}, "", False),
    ("2020-08-20", "planned", {"002"}, "الزيارة", False),
    ("2020", "done", {"003"}, "البرلمان", False),
    ("2021-03", "done", {"003"}, "الجولة القادمة", False),
    ("2021-04-06", "done", {"003"}, "تغريدة", False),
    ("2021-04-07", "done", {"000", "003"}, "الجولة الثالثة", False),
    ("2021-06-28", "done", {"000"}, "الاجتماع الوزاري", False),
    ("2021-07-23", "done", {"000"}, "حسين", False),
    ("2021-07-25", "done", {"001"}, "مقابلة", False),
    ("2021-07-26", "under-way", {"000", "001"}, "الكاظمي", False),
    ("2021-07-26", "done", {"001", "004"}, "انسحاب جميع القوات", False),
    ("2021-07-28", "done", {"004"}, "الكاظمي", False),
    ("2021-07-29T04:20", "done", {"004"}, "المنطقة الخضراء", False),
    ("2021-07-29", "done", {"004"}, "مغادرته واشنطن", False),
    ("2021-10", "planned", {"000", "004"}, "انتخابات", False),
    ("2021-12-31", "planned", {"004"}, "قوات قتالية", False),
]


@pytest.mark.parametrize(("date", "status", "docs", "words", "background"), ROWS, ids=[row[0] for row in ROWS])
def test_row(date: str, status: str, docs: set[str], words: str, background: bool) -> None:
    found = [row for row in timeline() if row["date"].startswith(date) and words in row["what"]]
    assert any((row["status"], row["docs"], row["background"]) == (status, docs, background) for row in found), found


def test_only_dates_that_the_reports_give() -> None:
    dates = {row["date"][:10] for row in timeline() if row["date"]}
    assert dates <= {row[0][:10] for row in ROWS}  # the talks of "this week" are those of Monday


def test_the_sidebar_dates_nothing() -> None:
    assert not [row for row in timeline() if row["date"] >= "2022"]


def test_the_meeting_of_2020_is_the_second_round_by_inference() -> None:
    (row,) = [row for row in timeline() if row["date"] == "2020-08"]
    assert [doc[:3] for doc in row["inferred"]] == ["002"]
    assert row["who"] == ["مايك بومبيو", "فؤاد حسين"], "each leads a delegation"


def test_on_his_way_a_day_before_the_day_of_the_journey() -> None:
    (row,) = [row for row in timeline() if row["date"] and row["status"] == "under-way"]
    assert (row["date"], row["early"]) == ("2021-07-26", "2021-07-25")


def test_the_hour_of_one_meeting_is_not_the_other_s() -> None:
    rows = [row for row in timeline() if row["date"].startswith("2021-07-28")]
    assert [(row["date"], "بيلوسي" in row["what"]) for row in rows] == [("2021-07-28", False), ("2021-07-28TEV", True)]


def test_planned_in_one_report_and_done_in_the_next() -> None:
    (row,) = [row for row in timeline() if row["date"] == "2021-07-26" and row["status"] == "done"]
    came = [(one["status"], one["date"], one["doc"][:3]) for one in row["came"]]
    assert came == [("planned", "2021-07-25", "001"), ("done", "2021-07-29", "004")]
    assert (row["came"][0]["who"], row["came"][0]["whom"]) == (["مصطفى الكاظمي"], ["جو بايدن"])


def test_meetings_and_journeys_whose_day_no_report_gives() -> None:
    rows = [row for row in timeline() if not row["date"]]
    told = {(tuple(row["who"]), tuple(row["whom"]), row["status"], *row["docs"]) for row in rows}
    host = ("مصطفى الكاظمي",)
    assert told >= {
        (host, ("تشاك شومر", "ميتش ماكونيل"), "done", "004"),
        (host, ("دونالد ترامب",), "planned", "002"),
        (host, (), "planned", "002"),  # to Jordan
    }
    assert "الأردنية" in next(row["what"] for row in rows if not row["whom"] and row["docs"] == {"002"})
    assert {row["precision"] for row in rows} == {"unknown"}


def test_what_the_government_could_not_stop() -> None:
    rows = [row for row in timeline() if not row["date"] and row["docs"] == {"001"}]
    assert [(row["status"], row["what"].split()[0]) for row in rows] == [("under-way", "الحكومة"), ("done", "وأدت")]


def test_the_committee_by_the_caption_and_by_its_members() -> None:
    (row,) = [row for row in timeline() if row["date"] == "2021-07-28"]
    assert (row["who"], row["whom"]) == (["مصطفى الكاظمي"], ["بوب مينينديز", "جيم ريتش"])


def test_the_tweet_on_leaving() -> None:
    (row,) = [row for row in timeline() if row["date"] == "2021-07-29"]
    assert len(row["evidence"]) == 3


def test_who_leaves_a_city_retreats_from_nothing() -> None:
    (row,) = [row for row in timeline() if row["date"] == "2021-07-29"]
    assert row["type"] == ""


def test_a_likely_journey_is_shown_as_likely() -> None:
    (row,) = [row for row in timeline() if "الأردنية" in row["what"]]
    assert row["what"].startswith("ومن المرجح ان يتوجه الكاظمي")


def test_what_is_to_come_is_told_without_what_was_said_of_it() -> None:
    told = [row["what"] for row in timeline() if row["docs"] <= {"002", "004", "000"}]
    assert {"لقاءه المقرر مع الرئيس دونالد ترامب", "انتخابات تشرين الأول اكتوبر المقبلة"} <= set(told)


def test_two_capitals_announce_and_meet_nobody() -> None:
    (row,) = [row for row in timeline() if row["date"] == "2021-07-26" and row["status"] == "done"]
    assert (row["who"], row["whom"]) == (["بغداد", "واشنطن"], [])


def test_rounds_held_from_afar() -> None:
    assert {row["date"] for row in timeline() if row["online"] and "online" in row["where"]} == {
        "2020-06",
        "2021-04-07",
    }


def test_the_interview_is_his_who_spoke() -> None:
    (row,) = [row for row in timeline() if row["date"] == "2021-07-25"]
    assert (row["type"], row["who"]) == ("MAKE STATEMENT", ["مصطفى الكاظمي"])
