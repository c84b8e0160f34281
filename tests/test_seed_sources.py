"""Where the statements of the five seeds come from, as `../shared/gold/story.md` has it ("Chains"), in every view.

The seeds stand beside the checkout and are no part of it: where they are missing these tests are left out.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from riwaya.run.tell import tell
from riwaya.tell.limits import Limits
from riwaya.tell.rows import rows
from riwaya.tell.story import story_page

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="no seeds beside this checkout")


@cache
def views() -> dict[str, Any]:
    """Return the rows of three views, and what the head of the page counts."""
    with tell([str(SEEDS)]) as (store, _):
        (story,) = store.stories()
        found: dict[str, Any] = {name: list(rows(name, store)) for name in ("statements", "sources", "accounts")}
        found["head"] = story_page(1, story, store, (), (), Limits()).origins
        return found


def origins(doc: str, *words: str) -> set[str | None]:
    """Return the origins of the statements of one report that have those words."""
    return {
        row["origin"]
        for row in views()["statements"]
        if row["doc"].startswith(doc) and all(word in row["text"] for word in words)
    }


def chains(outlet: str) -> dict[str, int]:
    (row,) = [row for row in views()["sources"] if row["outlet"] == outlet]
    found: dict[str, int] = row["chains"]
    return found


def test_what_levant_has_of_al_kadhimi_is_the_interview_and_one_communique() -> None:
    assert set(chains("ليفانت نيوز")) == {"أسوشيتد برس (مقابلة)", "بيان (الحكومة العراقية)"}
    assert chains("ليفانت نيوز")["بيان (الحكومة العراقية)"] == 3


def test_the_meeting_of_002_is_according_to_rt_and_the_white_house_has_a_communique() -> None:
    assert origins("002", "التنسيق الأمني الثنائي") == {"RT (إجتماع)"}
    assert origins("002", "20 أغسطس") == {"بيان (البيت الأبيض)"}


def test_one_comment_is_one_origin() -> None:
    assert origins("002", "المطلوب من الكاظمي") == origins("002", "لم تلتزم") == {"امجد العقابي"}


def test_the_joint_statement_is_no_single_partys() -> None:
    assert chains("العربية")["بيان مشترك"] == 6
    assert origins("003", "شراكتهما") == {"بيان مشترك"}
    assert origins("003", "توافق كبير") == {None}


def test_pelosi_is_known_through_the_other_partys_office_alone() -> None:
    office = "المكتب الاعلامي لرئاسة الحكومة العراقية"
    assert origins("004", "لخطوات حكومة الكاظمي") == origins("004", "جائحة كورونا، و") == {office}
    assert "نانسي بيلوسي" not in chains("إيلاف")


def test_two_governments_that_are_named_are_known() -> None:
    assert origins("004", "بقوانين عراقية") == {"بغداد وواشنطن"}


def test_what_stands_in_a_speech_comes_from_it() -> None:
    assert origins("000", "الهزيمة الحتمية") == {"كلمة (فؤاد حسين)"}


def test_every_view_counts_the_same_origins() -> None:
    statements = [row for row in views()["statements"] if row["within"] is None]
    listed = {one["origin"] for row in views()["sources"] for one in row["origins"]}
    assert {row["origin"] for row in statements if row["origin"]} <= listed
    for row in views()["sources"]:
        mine = [one for one in statements if one["outlet"] == (row["outlet"] or None)]
        assert row["chains"] == {
            name: sum(one["origin"] == name for one in mine)
            for name in {one["origin"] for one in mine if one["origin"]}
        }
    witnesses = [one for row in views()["accounts"] for one in row["witnesses"]]
    assert {one["origin"] for one in witnesses if one["origin"]} <= listed
    behind = {one["voice"] for row in views()["sources"] for one in row["origins"]}
    assert views()["head"] == len(behind) == len({row["voice"] for row in views()["statements"] if row["voice"]})


def profile(outlet: str) -> dict[str, Any]:
    (row,) = [row for row in views()["sources"] if row["outlet"] == outlet]
    return row


def test_what_an_outlet_has_itself_has_nobody_between() -> None:
    assert (profile("إيلاف")["own"], profile("إيلاف")["relayed"]) == (9, 5)
    assert (profile("العربية")["own"], profile("العربية")["relayed"]) == (8, 7)


def test_several_senators_are_no_unnamed_source() -> None:
    assert profile("إيلاف")["unknown"] == 2  # and the militias


def test_a_meeting_that_a_site_reports_is_no_interview() -> None:
    (kind,) = [one["kind"] for one in profile("")["origins"] if one["origin"].startswith("RT")]
    assert kind == "relay"


def test_a_spokesman_speaks_for_a_body_and_not_through_an_office_that_only_another_report_names() -> None:
    behind = {row["voice"] for row in views()["statements"] if row["origin"] == "أحمد ملا طلال"}
    assert behind == {"رئاسة الحكومة العراقية"}


def test_the_militias_demand_what_the_sources_only_explain() -> None:
    (row,) = [row for row in views()["statements"] if "برحيل جميع القوات" in row["text"]]
    assert (row["speaker"], row["chain"]) == ("المليشيات", [])
    assert profile("إيلاف")["unnamed"] == 2
