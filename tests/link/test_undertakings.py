"""Undertakings of one paragraph, from the text on: `cases/link/undertakings.tsv`, a row a case."""

from __future__ import annotations

import csv

import pytest

from riwaya.arabic.tokens import Token, tokens
from riwaya.link.commitments.fates import fates
from riwaya.link.commitments.undertakings import pledges
from riwaya.model import Report, Sentence

from .made import CASES
from .test_processes import read


def rows() -> list[dict[str, str]]:
    lines = (CASES / "undertakings.tsv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))


def report(text: str) -> tuple[Report, list[tuple[Sentence, list[Token]]]]:
    one = read({"doc": "d", "outlet": "المرفأ", "given": "2023-02-08", "text": f"أخبار الصيد\n{text}"})
    words = [(each, list(tokens(one.document.text, each.start, each.end))) for each in one.annotations.sentences]
    return one, words


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["text"])
def test_undertakings(row: dict[str, str]) -> None:
    found = [one for one in pledges(*report(row["text"])) if one.force == "firm"]
    told = [f"{'، '.join(one.who)} > {one.what} > {one.by} > {one.condition}" for one in found]
    assert told == (row["expected"].split("|") if row["expected"] else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أوفت السنغال بتعهداتها أمس.", [("kept", ("SN",), ())]),
        ("لم تلتزم السنغال بتعهداتها.", [("broken", ("SN",), ())]),
        ("نكثت السنغال بوعودها للصيادين.", [("broken", ("SN",), ())]),
        ("أوفت السنغال بتعهدها، بفتح الميناء الشرقي.", [("kept", ("SN",), ("بفتح", "ميناء", "شرق"))]),
        ("أعلنت السنغال أنها وفت بوعدها.", [("kept", ("SN",), ())]),
        ("هدد الصيادون بالإضراب في حال لم تلتزم السنغال بتعهداتها.", []),
        ("لم توف السنغال بشيء.", []),
        ("تراجعت السنغال مركزين في الترتيب.", []),
        ("وفي السنغال ينتظر الصيادون الوعود.", []),
        ("نفذت السنغال هجوما على المهربين.", []),
    ],
)
def test_what_became_of_them(text: str, expected: list[tuple[str, tuple[str, ...], tuple[str, ...]]]) -> None:
    assert [(one.change, one.sides, one.terms) for one in fates(*report(text))] == expected
