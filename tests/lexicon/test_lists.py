"""The lists of names hold together: no form names two things of a list, codes and kinds are those of the header."""

from __future__ import annotations

from collections import Counter

import pytest

from riwaya.arabic.letters import fold
from riwaya.lexicon import table

KINDS = {
    "outlets": {"agency", "outlet"},
    "organisations": {
        *("armed group", "bank", "company", "government", "international", "organisation", "party", "sport"),
        *("union", "university"),
    },
    "titles": {
        *("office", "royal", "cleric", "military", "law", "expert", "media", "activism", "business", "sport", "arts"),
        *("crime", "person"),
    },
}


def forms(row: dict[str, str]) -> set[str]:
    return {fold(form) for form in (row["name"], *row["aliases"].split(";")) if form}


@pytest.mark.parametrize("name", ["outlets", "organisations", "places"])
def test_a_form_names_one_thing(name: str) -> None:
    counted = Counter(form for row in table(name) for form in forms(row))
    known = {fold("الراي")}  # two papers, of Jordan and of Kuwait, that fold alike
    assert {form for form, times in counted.items() if times > 1} <= known


@pytest.mark.parametrize("name", ["outlets", "organisations", "places"])
def test_an_ambiguous_name_has_another(name: str) -> None:
    assert [row["name"] for row in table(name) if row["also"] and not row["aliases"]] == []


@pytest.mark.parametrize("name", ["outlets", "organisations", "places"])
def test_countries_are_codes_of_the_list(name: str) -> None:
    codes = {row["code"] for row in table("countries")}
    assert {row["country"] for row in table(name)} <= codes


@pytest.mark.parametrize("name", sorted(KINDS))
def test_kinds_are_a_closed_list(name: str) -> None:
    assert {row["kind"] for row in table(name)} <= KINDS[name]


def test_parts_of_names_are_single_words() -> None:
    rows = table("name_parts")
    assert [row["name"] for row in rows if len(row["name"].split()) != 1] == []
    assert {row["part"] for row in rows} == {"given", "surname", "both"}
    assert {row["gender"] for row in rows} == {"", "m", "f"}


def test_a_code_stands_for_one_country() -> None:
    counted = Counter(row["code"] for row in table("countries") if row["code"])
    assert set(counted.values()) == {1}


@pytest.mark.parametrize("name", ["outlets", "organisations", "places", "countries", "name_parts"])
def test_every_row_tells_its_source(name: str) -> None:
    assert {row["source"] for row in table(name)} <= {"news", "hand", "GeoNames", "ISO 3166"}
