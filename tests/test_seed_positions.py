"""Iraq on US forces over the five seeds, as `../shared/gold/story.md` has it, row by row."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from seeds import needed, told

pytestmark = needed


@cache
def view() -> list[dict[str, Any]]:
    return told("positions")


@cache
def track() -> list[dict[str, Any]]:
    """Return the one track of Iraq in which it says whether it needs combat forces."""
    (matter,) = {row["matter"] for row in view() if row["who"] == "العراق" and "سيعتمد على نتيجة" in row["text"]}
    return [row for row in view() if (row["who"], row["matter"]) == ("العراق", matter)]


def row(doc: str, words: str) -> dict[str, Any]:
    (found,) = [one for one in track() if one["evidence"][0]["doc"].startswith(doc) and words in one["text"]]
    return found


@pytest.mark.parametrize(
    ("doc", "words", "date", "earlier", "speaker"),
    [
        ("002", "لا تزال بحاجة إلى مساعدة", "2020-08", True, "مصطفى الكاظمي"),
        ("003", "سحب قواتها القتالية المتبقية", "2021-04-07", False, None),
        ("000", "لا تزال بحاجة إلى البرامج", "2021-07-23", False, "فؤاد حسين"),
        ("001", "لم تعد بحاجة إلى قوات قتالية", "2021-07-25", False, "مصطفى الكاظمي"),
        ("004", "انسحاب جميع القوات القتالية", "2021-07-26", False, None),
        ("004", "لا قوات قتالية", "2021-07-29", False, "مصطفى الكاظمي"),
    ],
)
def test_rows(doc: str, words: str, date: str, earlier: bool, speaker: str | None) -> None:
    found = row(doc, words)
    assert (found["date"], found["earlier"], found["speaker"]) == (date, earlier, speaker)


def test_no_direct_military_support_on_its_soil() -> None:
    assert any("لا تحتاج إلى دعم عسكري مباشر" in one["text"] and one["earlier"] for one in track())


def test_the_mission_turns_to_training() -> None:
    assert any("مهام تدريبية" in one["text"] and one["date"] == "2021-04-07" for one in track())


def test_in_order_of_time() -> None:
    assert [one["date"] for one in track()] == sorted(one["date"] for one in track())


def test_a_timetable_that_depends_is_a_condition() -> None:
    assert row("001", "سيعتمد على نتيجة المحادثات")["kind"] == "conditions"


def test_the_end_of_the_year_sharpens_what_had_no_end() -> None:
    found = row("004", "انسحاب جميع القوات القتالية")
    assert (found["kind"], found["deadline"], found["shift"]) == ("commits", "2021-12-31", "sharpens")
    assert found["against"]["doc"].startswith("003")


def test_nobody_is_said_to_contradict_himself() -> None:
    assert not [one for one in view() if one["contradicts"] or one["shift"] == "reverses"]


def test_nobody_unnamed_holds_a_position() -> None:
    assert not [one for one in view() if "مصادر" in one["who"]]


def test_the_matter_is_a_noun_phrase_of_the_words() -> None:
    assert {one["matter"] for one in track()} == {"القوات القتالية"}


def test_a_withdrawal_is_each_sides_word_and_one_sides_commitment() -> None:
    told = {one["who"]: one["kind"] for one in view() if "سحب قواتها القتالية المتبقية" in one["text"]}
    assert told == {"العراق": "holds", "الولايات المتحدة": "commits"}


def test_a_mission_that_turns_to_training_is_the_commitment_of_whose_it_is() -> None:
    told = {one["who"]: one["kind"] for one in view() if "مهام تدريبية" in one["text"]}
    assert told == {"العراق": "holds", "الولايات المتحدة": "commits"}


def test_what_both_intend_is_both_sides_commitment() -> None:
    told = {one["who"]: one["kind"] for one in view() if "مواصلة التنسيق والتعاون الأمني" in one["text"]}
    assert told == {"العراق": "commits", "الولايات المتحدة": "commits"}


def test_what_iraq_still_asks_for() -> None:
    assert any("سيظل يطلب تدريب" in one["text"] for one in view())
    assert any("احتياجات القوات العراقية" in one["text"] for one in track())
