"""Agencies and outlets: which of their names mean them wherever they stand, and the Latin form of each."""

from __future__ import annotations

from riwaya.lexicon.houses import House, houses


def house(**given: object) -> House:
    row = {
        "name": "الضفة",
        "aliases": (),
        "agency": False,
        "country": "",
        "owner": "",
        "domains": (),
        "ambiguous": False,
    }
    return House(**(row | given))  # type: ignore[arg-type]


def test_an_ambiguous_name_is_no_brand() -> None:
    paper = house(aliases=("صحيفة الضفة",), ambiguous=True)
    assert paper.brands == ("صحيفة الضفة",)
    assert paper.names == ("الضفة", "صحيفة الضفة")
    assert house(aliases=("صحيفة الضفة",)).brands == ("الضفة", "صحيفة الضفة")


def test_latin_is_an_alias_else_the_site() -> None:
    assert house(aliases=("صحيفة الضفة", "Difa"), domains=("difa.example",)).latin == "Difa"
    assert house(domains=("difa.example", "difa.test")).latin == "difa.example"
    assert house().latin == ""


def test_the_list_is_read_whole() -> None:
    known = {one.name: one for one in houses()}
    assert len(known) == len(houses()) >= 250
    assert known["فرانس برس"].agency
    assert "AFP" in known["فرانس برس"].aliases
    assert known["الرياض"].ambiguous
    assert not known["عكاظ"].ambiguous
