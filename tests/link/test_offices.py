"""Titles that come down to one office."""

from __future__ import annotations

from riwaya.link.offices import domain, office


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
