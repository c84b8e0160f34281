import csv

import pytest

from riwaya.tell.dates import spoken, weekday

from .canal import CASES

with (CASES / "dates.tsv").open(encoding="utf-8") as file:
    ROWS = list(csv.DictReader(file, delimiter="\t"))


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['value']}{row['mod']}" for row in ROWS])
def test_values_are_said_in_both_languages(row):
    said = spoken(row["value"], row["mod"] or None)
    assert (said.ar, said.en) == (row["ar"], row["en"])


def test_weekday_only_of_days():
    assert weekday("2021-07-28").ar == "الأربعاء"
    assert weekday("2021-07") is None


def test_no_value_is_undated():
    assert spoken(None).en == "undated"
