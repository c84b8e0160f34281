"""Which spellings are one name, and which are two people."""

from __future__ import annotations

import pytest

from riwaya.link.spellings import heard_alike, parts, same_name

ONE = [
    ("أنطون برينكر", "انتون برينكر"),
    ("ماركوس هالبرغ", "ماركوس هالبيرغ"),
    ("عبد الله المرهون", "عبدالله المرهون"),
    ("محمد بن ناجي الحلواني", "محمد الحلواني"),
    ("زكريا المرهون", "زكريا المرهوون"),
    ("سارا المرهون", "سارة المرهون"),
    ("مايك برينكر", "مايكل برينكر"),
    ("طوني هالبرغ", "توني هالبيرج"),
]
TWO = [
    ("حسن المرهون", "حسين المرهون"),
    ("سالم القاطعي", "سليم القاطعي"),
    ("ناجي الحلواني", "ناجي السنجاري"),
    ("المرهون", "زكريا المرهون"),
    ("ناجي المرهون", "ناجي المرهون الابن"),
    ("علي الخاربني", "علي الخربيني"),
]


@pytest.mark.parametrize(("left", "right"), ONE)
def test_one_person(left: str, right: str) -> None:
    assert same_name(parts(left), parts(right))
    assert same_name(parts(right), parts(left))


@pytest.mark.parametrize(("left", "right"), TWO)
def test_two_people(left: str, right: str) -> None:
    assert not same_name(parts(left), parts(right))


def test_particles_go_with_the_name_after_them() -> None:
    assert parts("ستيفان دي برينكر") == parts("ستيفان ديبرينكر")
    assert parts("آبي برينكر") == ("ابي", "برينكر")


def test_heard_alike_alone_is_enough_only_for_names_that_few_bear() -> None:
    assert heard_alike(parts("جان لو بريسون"), parts("جان لوبريسون"))
    assert heard_alike(parts("سيغفريد هولمان"), parts("سيجفريد هولمن"))
    assert not heard_alike(parts("محمد الحلواني"), parts("محمد الحلوني"))
