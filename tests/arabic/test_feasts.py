"""Feasts that move: Easter of both reckonings against dates known from almanacs."""

from __future__ import annotations

from datetime import date

import pytest

from riwaya.arabic.feasts import easter

KNOWN = [
    (1961, "1961-04-02", "1961-04-09"),
    (2000, "2000-04-23", "2000-04-30"),
    (2015, "2015-04-05", "2015-04-12"),
    (2018, "2018-04-01", "2018-04-08"),
    (2021, "2021-04-04", "2021-05-02"),
    (2024, "2024-03-31", "2024-05-05"),
    (2025, "2025-04-20", "2025-04-20"),
]


@pytest.mark.parametrize(("year", "western", "eastern"), KNOWN)
def test_easter_is_that_of_the_almanac(year: int, western: str, eastern: str) -> None:
    assert (easter(year).isoformat(), easter(year, eastern=True).isoformat()) == (western, eastern)


def test_easter_is_a_sunday_in_spring() -> None:
    for year in range(1900, 2100):
        for eastern in (False, True):
            day = easter(year, eastern)
            assert day.weekday() == 6
            assert date(year, 3, 22) <= day <= date(year, 5, 8)
