"""Country codes by titles; what a person is sent or bound to is not theirs."""

from __future__ import annotations

import pytest

from riwaya.link.nationality import nationalities, nationality
from riwaya.model import Evidence, Tenure


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("وزير الخارجية العراقي", "IQ"),
        ("وزير خارجية العراق", "IQ"),
        ("رئيسة مجلس النواب الأميركي", "US"),
        ("رئيس الوزراء البريطاني السابق", "GB"),
        ("السفير الأميركي في العراق", "US"),
        ("المتحدث باسم الخارجية الروسية", "RU"),
        ("رئيس كوريا الجنوبية", "KR"),
        ("اللاعب المصري", "EG"),
        ("السفير في العراق", ""),
        ("المبعوث الأممي إلى ليبيا", ""),
        ("المبعوث الأممي لليبيا", ""),
        ("مهاجم برشلونة الإسباني", ""),
        ("مدرب المنتخب المصري", ""),
        ("الأمين العام للأمم المتحدة", ""),
        ("الوزير", ""),
        ("", ""),
    ],
)
def test_nationality(title: str, code: str) -> None:
    assert nationality(title) == code


def given(title: str, times: int) -> Tenure:
    return Tenure(title=title, evidence=tuple(Evidence(doc="a", start=at, end=at + 1) for at in range(times)))


def test_the_best_supported_comes_first_and_a_slip_is_dropped() -> None:
    roles = [given("الوزير السوري", 1), given("النائب اللبناني", 4), given("رئيس الوزراء الأردني", 6)]
    assert nationalities(roles) == ("JO", "LB")


def test_two_of_equal_weight_both_stand() -> None:
    assert nationalities([given("اللاعب البرازيلي", 2), given("السفير الفرنسي", 2)]) == ("BR", "FR")
