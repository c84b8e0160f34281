"""The strategic dialogue and its commitments over the five seeds, as `../shared/gold/story.md` has them, row by row."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from seeds import cited, needed

pytestmark = needed


@cache
def view(name: str) -> list[dict[str, Any]]:
    return cited(name)


def instance(number: int) -> dict[str, Any]:
    (found,) = [row for row in view("processes") if row["number"] == number]
    return found


def commitment(*words: str) -> dict[str, Any]:
    (found,) = [row for row in view("commitments") if all(word in row["what"] for word in words)]
    return found


def said_in(row: dict[str, Any]) -> set[str]:
    return {turn["doc"][:3] for turn in row["history"]}


# ── the process ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_one_process_of_four_rounds_without_a_gap() -> None:
    found = view("processes")
    assert {row["process"] for row in found} == {"الحوار الاستراتيجي"}
    assert [row["number"] for row in found] == [1, 2, 3, 4]
    assert all(row["status"] == "done" for row in found)


@pytest.mark.parametrize(
    ("number", "date", "where", "online", "docs"),
    [
        (1, "2020-06", ["online"], True, {"000"}),
        (2, "2020-08", ["واشنطن"], False, {"000", "002"}),
        (3, "2021-04-07", ["online"], True, {"000", "003"}),
        (4, "2021-07", ["واشنطن"], False, {"000", "001", "004"}),
    ],
)
def test_rounds(number: int, date: str, where: list[str], online: bool, docs: set[str]) -> None:
    row = instance(number)
    assert (row["date"], row["where"], row["online"], row["docs"]) == (date, where, online, docs)


def test_what_002_calls_it() -> None:
    names = {one["doc"][:3]: one["name"] for one in instance(2)["called"]}
    assert names["002"].startswith("المرحلة الثانية من الحوار الاستراتيجي")


def test_the_fourth_round_is_told_from_the_23rd_and_on_the_26th() -> None:
    row = instance(4)
    assert (row["from"], row["until"]) == ("2021-07-23", "2021-07-27")
    assert {(one["doc"][:3], one["date"]) for one in row["called"]} >= {("001", "2021-07-26")}


@pytest.mark.parametrize(
    ("number", "heads", "inferred"),
    [
        (2, {"فؤاد حسين", "مايك بومبيو"}, True),
        (3, {"فؤاد حسين", "انتوني بلينكن"}, True),
        (4, {"فؤاد حسين", "انتوني بلينكن", "مصطفى الكاظمي", "جو بايدن"}, True),
    ],
)
def test_heads(number: int, heads: set[str], inferred: bool) -> None:
    row = instance(number)
    assert set(row["heads"]) == heads
    assert ("heads" in row["inferred"]) == inferred, "no report says who headed it: it is inferred and marked so"


def test_under_the_framework_agreement_of_2008() -> None:
    assert {(row["under"]["name"], row["under"]["doc"][:3]) for row in view("processes")} == {
        ("اتفاقية الإطار الاستراتيجي لعام 2008", "002")
    }


def test_tracks() -> None:
    third, fourth = " ".join(instance(3)["tracks"]), " ".join(instance(4)["tracks"])
    for words in (
        "الأمن ومكافحة الإرهاب",
        "الاقتصاد والطاقة",
        "المسائل السياسية",
        "التعليم والثقافة",
        "تحمي المتظاهرين",
    ):
        assert words in third
    for words in ("النفط والغاز", "الكهرباء", "القطاع المالي", "الصحي والبيئي", "الثقافي", "الجوانب الأمنية"):
        assert words in fourth
    assert "الاحتياجات العسكرية" not in fourth, "001: what the three rounds before it treated"
    assert "مكافحة الإرهاب" in instance(2)["tracks"]


def test_the_joint_statement_turns_the_mission_to_training() -> None:
    outcome = " | ".join(instance(3)["outcome"])
    assert "إلى مهام تدريبية" in outcome
    assert "مواصلة التنسيق والتعاون الأمني" in outcome


def test_outcomes() -> None:
    assert "سحب قواتها القتالية المتبقية" in instance(3)["outcome"][0]
    assert "انسحاب جميع القوات القتالية" in instance(4)["outcome"][0]
    assert "outcome" in instance(4)["inferred"], "004 names no round: the day alone joins it"


# ── commitments ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("who", "words", "by", "docs"),
    [
        ("العراق", ("حماية أفراد",), None, {"000", "003"}),
        ("الولايات المتحدة", ("القوات القتالية",), "2021-12-31", {"003", "004"}),
        ("الولايات المتحدة", ("مهمتها", "مهام تدريبية"), None, {"003"}),
        ("الولايات المتحدة", ("الدعم الكامل", "للنازحين"), None, {"003"}),
        ("الولايات المتحدة", ("ستدعم العراق", "لهزيمة داعش"), None, {"002"}),
        ("الحكومة العراقية", ("إصلاحات في قطاع الأمن",), None, {"002"}),
        ("العراق", ("انتخابات في وقتها المحدد",), None, {"002"}),
        ("العراق والولايات المتحدة", ("مواصلة التنسيق والتعاون الأمني",), None, {"000", "003"}),
    ],
)
def test_commitments(who: str, words: tuple[str, ...], by: str | None, docs: set[str]) -> None:
    row = commitment(*words)
    assert (set(row["who"]), row["by"], said_in(row)) == (set(who.split(" و")), by, docs)


def test_the_withdrawal_is_sharpened_and_repeated() -> None:
    row = commitment("القوات القتالية")
    told = [(turn["change"], turn["date"], turn["by"]) for turn in row["history"]]
    assert told[:2] == [("made", "2021-04-07", None), ("sharpened", "2021-07-26", "2021-12-31")]
    assert ("repeated", "2021-07-29", "2021-12-31") in told
    assert row["status"] == "sharpened"


def test_what_depends_on_the_talks_is_no_commitment() -> None:
    every = [turn["text"] for row in view("commitments") for turn in row["history"]]
    assert not [text for text in every if "سيعتمد" in text]
    assert not [row for row in view("commitments") if row["docs"] == {"001"}]


def test_nothing_is_called_kept_or_broken() -> None:
    assert not {row["status"] for row in view("commitments")} & {"kept", "broken", "superseded"}


# ── also told and easily lost ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "words", "doc"),
    [
        ("statements", ("المملكة الأردنية", "جولات أخرى"), "002"),
        ("timeline", ("البرلمان", "خروج القوات الأجنبية"), "003"),
    ],
)
def test_told_and_easily_lost(name: str, words: tuple[str, ...], doc: str) -> None:
    said = [str(row.get("text") or row.get("what")) for row in view(name) if doc in row["docs"]]
    assert any(all(word in text for word in words) for text in said)


def test_what_is_undertaken_begins_with_the_act_and_not_with_its_side() -> None:
    assert [row["what"].split()[0] for row in view("commitments") if "لهزيمة داعش" in row["what"]] == ["ستدعم"]
