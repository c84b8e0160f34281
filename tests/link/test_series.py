"""Numbered series in a sentence: `cases/link/series.tsv`, a row a case."""

from __future__ import annotations

import csv

import pytest

from riwaya.arabic.tokens import tokens
from riwaya.link.processes.ranked import Ranked, ranked
from riwaya.link.processes.series import process_at

from .made import CASES


def rows() -> list[dict[str, str]]:
    lines = (CASES / "series.tsv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))


def told(one: Ranked) -> str:
    return f"{one.noun} {one.which} {one.number or '-'} {one.series.name if one.series else '-'}"


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["sentence"])
def test_instances(row: dict[str, str]) -> None:
    found = [told(one) for one in ranked(list(tokens(row["sentence"])), ())]
    expected = row["expected"].split("|") if row["expected"] else []
    if not expected:  # a bare instance of nothing known may be found; a series may not
        found = [one for one in found if not one.endswith(" -")]
    assert found == expected


def test_parties_are_part_of_a_series() -> None:
    words = list(tokens("للحوار المائي"))
    series = process_at(words, 0, ())
    assert series is not None
    assert (series.name, series.bare, series.parties) == ("الحوار المائي", False, ())
    assert process_at(list(tokens("في المدينة")), 1, ()) is None
