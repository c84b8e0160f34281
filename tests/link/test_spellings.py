"""Which spellings are one name, and which are two people."""

from __future__ import annotations

import pytest

from riwaya.link.spellings import parts, same_name

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
