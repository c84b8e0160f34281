"""Places whose name says what they are: the kind and its adjectives in English, the name itself spelt."""

from __future__ import annotations

import pytest

from riwaya.arabic.placenames import place_name
from riwaya.arabic.romanise import romanised


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("شارع بيروت", "Beirut Street"),
        ("جامع سليم", "Salim Mosque"),
        ("جبل سليم", "Mount Salim"),
        ("مطار الملك سليم الدولي", "King Salim International Airport"),
        ("قاعدة سليم الجوية", "Salim Air Base"),
        ("ملعب مدينة بيروت", "Beirut Stadium"),
        ("المنطقة الخضراء", "Green Zone"),
        ("المنطقة العسكرية الجنوبية", "Southern Military Zone"),
    ],
)
def test_what_kind_of_place_is_translated(name: str, expected: str) -> None:
    assert place_name(name).text == expected


@pytest.mark.parametrize("name", ["شارع", "المنطقة", "بيروت", "المنطقة سليم", "برج العرب"])
def test_what_says_no_kind_is_spelt(name: str) -> None:
    assert place_name(name) == romanised(name)


def test_a_name_that_is_an_adjective_stays_a_name() -> None:
    assert place_name("جبل الحمراء").text.startswith("Mount al-")


def test_a_guess_stays_marked() -> None:
    assert (place_name("شارع بيروت").by, place_name("شارع الزعيتران").by) == ("lexicon", "guess")
