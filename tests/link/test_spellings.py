"""Which spellings are one name, and which are two people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.link.spellings import distance, parts, same_name

ONE = [
    ("أنطون برينكر", "انتون برينكر"),
    ("ماركوس هالبرغ", "ماركوس هالبيرغ"),
    ("عبد الله المرهون", "عبدالله المرهون"),
    ("محمد بن ناجي الحلواني", "محمد الحلواني"),
    ("زكريا المرهون", "زكريا المرهوون"),
]
TWO = [
    ("حسن المرهون", "حسين المرهون"),
    ("سالم القاطعي", "سليم القاطعي"),
    ("ناجي الحلواني", "ناجي السنجاري"),
    ("المرهون", "زكريا المرهون"),
]


@pytest.mark.parametrize(("left", "right"), ONE)
def test_one_person(left: str, right: str) -> None:
    assert same_name(parts(left), parts(right))
    assert same_name(parts(right), parts(left))


@pytest.mark.parametrize(("left", "right"), TWO)
def test_two_people(left: str, right: str) -> None:
    assert not same_name(parts(left), parts(right))


@given(st.text("ابتمنو", max_size=7), st.text("ابتمنو", max_size=7))
def test_distance_is_symmetric_and_zero_only_for_equals(left: str, right: str) -> None:
    assert distance(left, right) == distance(right, left)
    assert (distance(left, right) == 0) == (left == right)
