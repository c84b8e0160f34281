"""What names of one body share, and ids that tell namesakes apart."""

from __future__ import annotations

import pytest

from riwaya.link.bodies import body_key
from riwaya.link.links import link

from .made import case, made


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("رويترز", "Reuters"),
        ("وكالة الصحافة الفرنسية", "فرانس برس"),
        ("د ب أ", "DPA"),
        ("شنخوا", "شينخوا"),
    ],
)
def test_an_outlets_aliases_are_one_body(left: str, right: str) -> None:
    assert body_key(left) == body_key(right)


def test_an_outlet_whose_name_is_a_word_takes_no_other_body() -> None:
    assert body_key("الاتحاد الإماراتية") != body_key("الاتحاد")


def test_namesakes_have_ids_of_their_own_and_keep_them() -> None:
    reports = [made(report) for report in case("namesakes")["reports"]]
    found = link(reports).entities
    assert len({one.id for one in found}) == len(found)
    people = {one.id: one.documents for one in found if one.name == "ناجي الحلواني"}
    assert len(people) == 2
    later = made({"doc": "zz", "published": "2031-05-01", "title": "معرض", "text": "افتتح معرض للخط."})
    assert {one.id: one.documents for one in link([*reports, later]).entities if one.id in people} == people
