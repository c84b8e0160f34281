"""Pairs of a Hijri and a Gregorian date: which half holds, and that a disagreement is told."""

from __future__ import annotations

from datetime import date

import pytest

from riwaya.annotate.times.pairs import settled

JULY, JUNE = date(2015, 7, 3), date(2015, 6, 3)  # a Friday, a Wednesday


@pytest.mark.parametrize(
    ("lunar", "civil", "weekday", "day", "told"),
    [
        (JULY, JULY, None, JULY, "Hijri and Gregorian date"),
        (date(2015, 7, 4), JULY, None, JULY, "a day apart"),
        (JULY, JUNE, None, JUNE, "disagree by 30 days: the Hijri one is 2015-07-03"),
        (JULY, JUNE, 4, JULY, "disagree by 30 days: the Gregorian one is 2015-06-03"),
        (JULY, JUNE, 2, JUNE, "disagree by 30 days: the Hijri one is 2015-07-03"),
        (None, JUNE, None, JUNE, "of no known day"),
        (JULY, None, 5, date(2015, 7, 4), "moved a day to its weekday"),
        (JULY, None, 4, JULY, "Hijri date"),
        (JULY, None, 1, JULY, "Hijri date"),
        (None, None, None, None, "of no known day"),
    ],
)
def test_the_half_that_holds(
    lunar: date | None, civil: date | None, weekday: int | None, day: date | None, told: str
) -> None:
    found, how = settled(lunar, civil, weekday)
    assert found == day
    assert told in how
