"""Weeks of the Arab press, weekdays, Hijri dates."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.arabic.calendars import (
    calendar_prefix,
    certain_month,
    from_hijri,
    hijri_month_at,
    month,
    tabular,
    to_hijri,
    week,
    week_bounds,
    week_start,
    weekday,
)
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import tokens

days = st.dates(date(1925, 1, 1), date(2070, 1, 1))


@given(days)
def test_a_day_lies_in_its_week(day: date) -> None:
    first, after = week_bounds(week(day))
    assert first <= day < after
    assert first == week_start(day)
    assert (first.weekday(), after - first) == (6, timedelta(days=7))


def test_the_week_takes_the_number_of_its_monday() -> None:
    assert week(date(2021, 7, 25)) == week(date(2021, 7, 31)) == "2021-W30"
    assert week(date(2021, 1, 3)) == "2021-W01"
    assert week(date(2020, 12, 27)) == "2020-W53"


@given(days)
def test_hijri_there_and_back(day: date) -> None:
    hijri = to_hijri(day)
    assert hijri is not None
    assert from_hijri(*hijri) == day


@pytest.mark.parametrize("parts", [(1342, 1, 1), (1501, 1, 1), (1442, 11, 31), (1442, 13, 1), (1442, 0, 1), (0, 0, 0)])
def test_hijri_out_of_bounds_is_none(parts: tuple[int, int, int]) -> None:
    assert from_hijri(*parts) is None


def test_gregorian_out_of_bounds_is_none() -> None:
    assert to_hijri(date(1800, 1, 1)) is None


@pytest.mark.parametrize(
    ("word", "day"),
    [
        *((word, 0) for word in ("الاثنين", "الإثنين", "الأثنين", "الاتنين")),
        *((word, 1) for word in ("الثلاثاء", "الثلثاء")),
        *((word, 2) for word in ("الأربعاء", "الاربعا", "Wed")),
        ("خميس", 3),
        ("الجمعه", 4),
        ("السبت", 5),
        ("الأحد", 6),
        ("Sunday", 6),
        *((word, None) for word in ("أحد", "اثنين", "كتاب")),
    ],
)
def test_weekdays(word: str, day: int | None) -> None:
    assert weekday(fold(word).lower()) == day


def test_months_alone() -> None:
    assert month(fold("أيلول")) == 9
    assert month("كتاب") is None
    assert certain_month(fold("فبراير"))
    assert not certain_month(fold("ماي"))


def test_prefix_of_calendar_words() -> None:
    words = ("وبيناير", "والخميس", "للأحد", "يوليو", "كتاب")
    assert [calendar_prefix(fold(word)) for word in words] == [2, 1, 1, 0, -1]


def test_hijri_months() -> None:
    assert hijri_month_at(list(tokens("15 ذي القعدة 1442")), 1) == (11, 3)
    assert hijri_month_at(list(tokens("جمادى الآخرة")), 0) == (6, 2)


def test_a_given_name_is_no_month() -> None:
    assert hijri_month_at(list(tokens("قال رمضان الحلو")), 1) is None
    assert hijri_month_at(list(tokens("في رمضان")), 1) == (9, 2)


@pytest.mark.parametrize(
    ("parts", "day"),
    [((1, 1, 1), date(622, 7, 16)), ((857, 5, 20), date(1453, 5, 29)), ((1245, 1, 1), date(1829, 7, 3))],
)
def test_the_arithmetic_calendar_knows_days_of_history(parts: tuple[int, int, int], day: date) -> None:
    assert tabular(*parts) == day


def test_the_arithmetic_calendar_is_true_to_two_days_of_umm_al_qura() -> None:
    for year in range(1343, 1500):
        for number in range(1, 13):
            reckoned, observed = tabular(year, number, 1), from_hijri(year, number, 1)
            assert reckoned is not None
            assert observed is not None
            assert abs((reckoned - observed).days) <= 2


@pytest.mark.parametrize("parts", [(0, 1, 1), (900, 13, 1), (900, 0, 1), (900, 1, 31), (900, 1, 0)])
def test_the_arithmetic_calendar_has_no_such_day(parts: tuple[int, int, int]) -> None:
    assert tabular(*parts) is None
