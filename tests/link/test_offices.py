"""Titles that come down to one office."""

from __future__ import annotations

from riwaya.link.offices import apart, domain, office, single


def test_country_by_name_and_adjective() -> None:
    assert office("رئيس الوزراء العراقي") == office("رئيس وزراء العراق")
    assert office("وزيرة الخارجية الأميركية").country == office("وزير خارجية الولايات المتحدة").country


def test_a_former_one_is_another() -> None:
    assert office("الرئيس السابق") != office("الرئيس")
    assert not office("الرئيس").within(office("الرئيس الأميركي السابق"))


def test_a_short_form_lies_within() -> None:
    assert office("رئيس الوزراء").within(office("رئيس الوزراء العراقي"))
    assert not office("وزير الخارجية").within(office("رئيس الوزراء العراقي"))


def test_domain() -> None:
    assert (domain("المهاجم"), domain("وزير المياه"), domain("السيد")) == ("sport", "state", "")


def test_other_words_for_an_office() -> None:
    assert office("رئيس الحكومة العراقية") == office("رئيس مجلس الوزراء العراقي") == office("رئيس وزراء العراق")
    assert office("الرئيس العراقي") == office("رئيس جمهورية العراق")
    assert office("رئيسا للوزراء") == office("رئيس الوزراء الحالي")


def test_a_deputys_office_holds_no_shorter_one() -> None:
    assert not office("وزير الخارجية").within(office("مدير مكتب وزير الخارجية العراقي"))


def test_offices_that_one_holds_at_a_time_and_not_together() -> None:
    assert single(office("وزير الخارجية العراقي"))
    assert not single(office("وزير الخارجية"))
    assert not single(office("نائب عراقي"))
    assert apart(office("الرئيس العراقي"), office("رئيس الحكومة العراقية"))
    assert not apart(office("الرئيس العراقي"), office("رئيس الوزراء الأردني"))
    assert not apart(office("وزير الخارجية العراقي"), office("وزير المالية العراقي"))
