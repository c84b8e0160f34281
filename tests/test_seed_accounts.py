"""Who stands behind each claim of the five seeds, as `../shared/gold/story.md` has it, row by row."""

from __future__ import annotations

from functools import cache
from typing import Any

from seeds import needed, told

pytestmark = needed


@cache
def view() -> list[dict[str, Any]]:
    return told("accounts")


def account(*words: str, of: str) -> dict[str, Any]:
    """Return the account of one claim by its words and its report."""
    found = [
        row
        for row in view()
        if {one["doc"][:3] for one in row["witnesses"]} == {of}
        and all(any(word in text for text in (row["event"], *texts(row))) for word in words)
    ]
    assert found, words
    return found[0]


def texts(row: dict[str, Any]) -> list[str]:
    return [detail["detail"] for detail in row["details"]]


def known(row: dict[str, Any]) -> set[str]:
    return {one["origin"] for one in row["witnesses"] if one["origin"]}


def voices(row: dict[str, Any]) -> set[str]:
    return {one["voice"] for one in row["witnesses"] if one["voice"]}


# ── independent origins ─────────────────────────────────────────────────────────────────────────────────────────


def test_no_combat_forces_after_2021_has_two_origins() -> None:
    row = account("القتالية", "2021", of="004")
    assert row["origins"] == 2
    assert voices(row) == {"مصطفى الكاظمي", "بغداد وواشنطن"}
    assert "تغريدة (مصطفى الكاظمي)" in known(row)
    assert [merge["reason"] for merge in row["merges"]] == ["one-origin"]


def test_iraq_needs_no_combat_forces_rests_on_one_interview() -> None:
    row = account("قوات قتالية", of="001")
    assert row["origins"] == 1
    assert known(row) == {"أسوشيتد برس (مقابلة)"}


def test_what_pelosi_affirmed_rests_on_the_other_partys_office() -> None:
    row = account("دعم أعضاء المجلس", of="004")
    assert row["origins"] == 1
    assert "المكتب الاعلامي" in next(iter(known(row)))
    assert row["cautions"] == ["other-party"]


def test_the_rockets_have_one_known_origin_and_unnamed_ones_are_not_counted() -> None:
    row = account("صاروخي كاتيوشا", of="004")
    assert row["origins"] == 1
    assert known(row) == {"خلية الاعلام الامني"}
    assert {one["unknown"] for one in row["witnesses"]} == {None, "unnamed", "own-voice"}


def test_the_withdrawal_of_april_2021_rests_on_the_joint_statement() -> None:
    row = account("سحب قواتها القتالية المتبقية", of="003")
    assert row["origins"] == 1
    assert known(row) == {"بيان مشترك"}


# ── accounts that differ ────────────────────────────────────────────────────────────────────────────────────────


def disputed(row: dict[str, Any]) -> dict[str, set[str]]:
    """Return by kind what the two sides of each disputed detail say."""
    return {
        detail["kind"]: {cell["value"] for cell in detail["cells"] if cell["value"]}
        for detail in row["details"]
        if any(cell["verdict"] == "contradicts" for cell in detail["cells"])
    }


def test_two_rockets_in_the_green_zone_against_one_in_mansour() -> None:
    sides = disputed(account("صاروخي كاتيوشا", of="004"))
    assert {"صاروخين", "صاروخ"} <= sides["number"]
    near, behind = "في محيط السفارة الاميركية داخل المنطقة الخضراء", "خلف جامع الرحمن في منطقة المنصور"
    assert sides["place"] == {"المنطقة الخضراء", near, behind}


def test_the_headline_of_003_drops_a_limit() -> None:
    row = account("سحب قواتها القتالية المتبقية", of="003")
    assert "headline" in disputed(row)


def differing(kind: str, reason: str) -> list[dict[str, str]]:
    """Return the disputed details of a kind, as reports (by number) and their words."""
    return [
        {row["witnesses"][cell["witness"]]["doc"][:3]: cell["value"] for cell in detail["cells"] if cell["value"]}
        for row in view()
        for detail in row["details"]
        if (detail["kind"], detail["reason"]) == (kind, reason)
    ]


def test_the_visitor_is_the_president_in_002_and_the_prime_minister_elsewhere() -> None:
    (sides,) = differing("title", "title")
    assert sides["002"] == "الرئيس العراقي"
    assert {words for doc, words in sides.items() if doc != "002"} == {"رئيس الوزراء العراقي"}


def test_the_account_of_a_title_is_of_the_title_alone() -> None:
    (row,) = [row for row in view() if any(detail["kind"] == "title" for detail in row["details"])]
    assert row["event"] == "زيارة الرئيس العراقي"
    assert all(one["end"] - one["start"] < 30 for one in row["witnesses"])  # no sentence on a visit of 2021


def test_the_tweet_names_no_place() -> None:
    row = account("القتالية", "2021", of="004")
    (place,) = [detail for detail in row["details"] if detail["kind"] == "place"]
    tweet = next(at for at, one in enumerate(row["witnesses"]) if one["chain"])
    assert place["cells"][tweet]["verdict"] == "lacks"


def test_the_end_of_the_mission_has_no_date_or_the_end_of_the_year_or_takes_years() -> None:
    (row,) = [row for row in view() if any(one["reason"] == "deadline" for one in row["details"])]
    (detail,) = row["details"]
    says = {(row["witnesses"][cell["witness"]]["doc"][:3], cell["value"]) for cell in detail["cells"]}
    assert {("004", "بنهاية العام"), ("001", "ولم يعلن عن موعد نهائي"), ("004", "يستغرق سنوات")} <= says


def test_three_rounds_and_at_least_three_are_no_difference() -> None:
    for row in view():
        assert not any("جولات" in (cell["value"] or "") for detail in row["details"] for cell in detail["cells"]
                       if cell["verdict"] == "contradicts")  # fmt: skip
