"""Whom an undertaking binds."""

from __future__ import annotations

import pytest

from riwaya.link.parties import Sides, lands, split
from riwaya.model import Annotations, Person


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("الحكومة العراقية", ("IQ",)),
        ("حكومة العراق", ("IQ",)),
        ("بغداد وواشنطن", ("IQ", "US")),
        ("البيت الأبيض", ("US",)),
        ("الطرفان", ()),
        ("بلدية المنارة", ()),
    ],
)
def test_countries_under_any_name(words: str, expected: tuple[str, ...]) -> None:
    assert lands(words) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("بغداد وواشنطن", ("بغداد", "واشنطن")),
        ("وزارة الخارجية والمغتربين", ("وزارة الخارجية والمغتربين",)),
        ("مصر والأردن اتفقتا", ("مصر والأردن اتفقتا",)),
    ],
)
def test_two_countries_in_one_name(name: str, expected: tuple[str, ...]) -> None:
    assert split(name) == expected


def test_a_person_stands_for_the_country_of_the_title() -> None:
    people = (Person(name="ناجي المرهون", roles=("وزير الخارجية العراقي",)), Person(name="سامي الحدادي"))
    sides = Sides(Annotations(doc="d", id="d", people=people))
    assert sides.of("ناجي المرهون") == ("IQ",)
    assert sides.of("سامي الحدادي") == ("سامي الحدادي",)
    assert sides.of("الحكومة العراقية") == ("IQ",)
