"""Which names are of one body."""

import pytest

from riwaya.link.accounts.institutions import institution, one_institution, worded


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("المتحدث باسم شرطة الرياض", "الشرطة"),
        ("رئاسة الأركان التركية", "الجيش التركي"),
        ("هيئة الطيران الإماراتية", "الهيئة العامة للطيران المدني في الإمارات"),
        ("مدعي عام باريس", "النيابة العامة الفرنسية"),
        ("وكالة الأنباء السورية الرسمية", "سانا"),
        ("واشنطن", "وزارة الخارجية الأميركية"),
        ("وكالة الأنباء الرسمية", "سانا"),
        ("المكتب الإعلامي لرئيس الوزراء العراقي", "رئيس الوزراء العراقي"),
        ("شرطة الرياض", "وزارة الداخلية السعودية"),
        ("المفوضية الأوروبية", "الاتحاد الأوروبي"),
        ("وزارة خارجيتها", "وزارة الخارجية العراقية"),
        ("التلفزيون الرسمي", "التلفزيون السوري"),
    ],
)
def test_one_body_under_two_names(left: str, right: str) -> None:
    one, other = institution(left), institution(right)
    assert one is not None
    assert other is not None
    assert one_institution(one, other)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("الجيش التركي", "الجيش السوري"),
        ("شرطة باريس", "شرطة مدريد"),
        ("وزارة الصحة العراقية", "وزارة الداخلية العراقية"),
        ("سانا", "رويترز"),
        ("رئيس الوزراء العراقي", "الحكومة العراقية"),
        ("حزب الله", "حركة حماس"),
        ("جيشها", "الشرطة"),
        ("التلفزيون الرسمي", "رويترز"),
    ],
)
def test_two_bodies(left: str, right: str) -> None:
    one, other = institution(left), institution(right)
    assert one is not None
    assert other is not None
    assert not one_institution(one, other)


@pytest.mark.parametrize("name", ["صدر بيان", "المتحدث"])
def test_words_that_name_no_body(name: str) -> None:
    assert institution(name) is None


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("وزارة الخارجية المصرية", "الخارجية المصرية", True),
        ("المحكمة العليا", "محكمة الجنايات", False),
        ("وكالة فرانس برس", "أ ف ب", True),
    ],
)
def test_what_a_body_is_called(left: str, right: str, one: bool) -> None:
    assert (worded(left) == worded(right)) is one
