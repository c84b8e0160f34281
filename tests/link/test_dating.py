"""Dating by other reports: what follows, what is left open, and that order decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from riwaya.link.dating import dated
from riwaya.link.neighbours import COMMON
from riwaya.model import Clues, Published, Said, Told

WORDS = ("سد", "وادي", "مفاوض", "جول", "برقان", "سلوان", "مبعوث", "توربين")
OTHER = ("مباراة", "هدف", "حارس", "ملعب", "مدرب", "كاس", "ركلة", "جمهور")
WEIGHT = 353  # of each of eight like words in a unit vector, in thousandths


def made(name: str, day: str = "", words: Sequence[str] = WORDS, **more: object) -> Clues:
    published = Published(value=day, basis="given") if day else None
    weights = (WEIGHT,) * len(words)
    return Clues(
        id=name,
        key=name,
        doc=name,
        published=published,
        words=tuple(words),
        weights=weights,
        printed=tuple(words),
        **more,  # type: ignore[arg-type]
    )


def said(weekday: int, kind: str, place: str = "lead", words: tuple[str, ...] = ()) -> Said:
    return Said(start=3, end=9, weekday=weekday, kind=kind, place=place, words=words)


def test_a_near_copy_with_todays_weekday_gives_the_day() -> None:
    mine = made("a", said=(said(2, "today"),))
    found = dated([mine, made("b", "2022-03-16")])["a"]
    assert (found.value, found.basis, found.others) == ("2022-03-16", "inferred", ("b",))
    assert [(span.start, span.end) for span in found.evidence] == [(3, 9)]
    assert "the Wednesday of the text" in found.trace
    assert "b" in found.trace


def test_todays_weekday_moves_the_day_from_that_of_the_like_report() -> None:
    found = dated([made("a", said=(said(3, "today"),)), made("b", "2022-03-16")])["a"]
    assert found.value == "2022-03-17"


def test_reports_of_other_things_date_nothing() -> None:
    assert not dated([made("a", said=(said(2, "today"),)), made("b", "2022-03-16", OTHER)])


def test_a_half_like_report_gives_the_week_or_month_and_no_day() -> None:
    found = dated([made("a"), made("b", "2022-03-16", WORDS[:5] + OTHER[:3])])["a"]
    assert found.value in ("2022-W11", "2022-03")


def test_a_meeting_to_come_that_another_report_dates_gives_the_week() -> None:
    clause = ("مبعوث", "مفاوض", "جول", "سلوان")
    mine = made("a", words=WORDS[:4] + OTHER[:4], said=(said(6, "today"), said(0, "forward", "early", clause)))
    other = made("b", "2022-03-17", WORDS, told=(Told(day="2022-03-21", words=(*clause, "سد")),))
    found = dated([mine, other])["a"]
    assert found.value == "2022-03-20"
    assert "Monday" in found.trace


@pytest.mark.parametrize(("place", "value"), [("المرسي", "2022-03-20"), ("دالية", None)])
def test_a_shared_place_makes_the_meeting_to_come_the_same(place: str, value: str | None) -> None:
    clause = ("مبعوث", "مفاوض", "جول", "سلوان", "لقاء", "ضيف", "وفد")
    monday = replace(said(0, "forward", "early", clause), places=("المرسي",))
    mine = made("a", words=WORDS[:2] + OTHER[:6], said=(said(6, "today"), monday))
    told = Told(day="2022-03-21", words=(*clause[:2], "سد", "نهر", "ماء", "توربين", "ضفة"), places=(place,))
    found = dated([mine, made("b", "2022-03-17", told=(told,))])
    assert (found["a"].value if "a" in found else None) == value


def test_a_report_is_not_dated_after_it_was_found() -> None:
    mine = replace(made("a", said=(said(2, "today"),)), crawled="2022-03-12T10:00:00")
    assert dated([mine, made("b", "2022-03-16")])["a"].value == "2022-03-09"


def test_a_month_of_its_own_bounds_the_day_and_a_contradiction_is_told() -> None:
    own = Published(value="2022-04", basis="inferred")
    mine = Clues(id="a", key="a", doc="a", published=own, words=WORDS, weights=(WEIGHT,) * 8, printed=WORDS)
    found = dated([mine, made("b", "2022-03-16")])["a"]
    assert (found.value, found.rivals, found.others) == ("2022-04", ("2022-03-16",), ("b",))


def test_who_is_dated_dates_others() -> None:
    chain = [
        made("a", words=WORDS[:4] + OTHER[:4], said=(said(2, "today"),)),
        made("b", words=(*WORDS[:4], *OTHER[:3], "x"), said=(said(2, "today"),)),
        made("c", "2022-03-16", words=(*WORDS[:4], *OTHER[:2], "x", "y"), said=()),
    ]
    assert {key: one.value for key, one in dated(chain).items()} == {"a": "2022-03-16", "b": "2022-03-16"}


def several() -> list[Clues]:
    """Four reports, of which three are dated by the others, and copies of the undated ones."""
    undated = [
        made("a", said=(said(2, "past"),)),
        made("d", words=WORDS[:6] + OTHER[:2], said=(said(4, "today"),)),
        made("e", words=WORDS[:7] + OTHER[:1]),
    ]
    copies = [replace(one, id=f"{one.id}{at}", key=f"{one.id}{at}") for at in range(12) for one in undated]
    return [*undated, made("b", "2022-03-16"), made("c", "2022-03-17"), *copies]


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(len(several()))))
def test_the_order_of_the_reports_decides_nothing(order: list[int]) -> None:
    reports = several()
    found = dated(reports)
    assert found["d"].value == "2022-03-18"
    assert {"a", "e"} <= found.keys()
    assert dated([reports[at] for at in order]) == found


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(len(several()))))
def test_their_names_decide_nothing(order: list[int]) -> None:
    reports = several()
    named = {one.id: f"{number:02}" for one, number in zip(reports, order, strict=True)}
    other = dated(replace(one, id=named[one.id], key=named[one.id]) for one in reports)
    assert {one: found.value for one, found in other.items()} == {
        named[one]: found.value for one, found in dated(reports).items()
    }


@pytest.mark.parametrize("name", ["0", "z"])
@pytest.mark.parametrize("copies", [30, COMMON + 100])
def test_any_number_of_undated_copies_is_dated_by_the_one_that_has_a_day(name: str, copies: int) -> None:
    undated = [made(f"a{at:03}", said=(said(2, "today"),)) for at in range(copies)]
    found = dated([*undated, made(name, "2022-03-16")])
    assert {one.value for one in found.values()} == {"2022-03-16"}
    assert len(found) == copies


def test_any_number_of_dated_copies_dates_the_one_that_has_no_day() -> None:
    copies = [made(f"b{at:03}", "2022-03-16") for at in range(COMMON + 100)]
    assert dated([made("a", said=(said(2, "today"),)), *copies])["a"].value == "2022-03-16"


@pytest.mark.parametrize("value", ["9999", "9999-12", "0000-05", "2022-00", "2022-13", "2022-W60", "2022-SP"])
def test_a_date_of_no_news_of_a_reports_own_bounds_nothing(value: str) -> None:
    mine = replace(made("a", said=(said(2, "today"),)), published=Published(value=value, basis="given"))
    assert dated([mine, made("b", "2022-03-16")])["a"].value == "2022-03-16"
