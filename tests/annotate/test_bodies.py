"""Organisations and places: where their names begin and end, which the lexicons add."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

import pytest

from riwaya.annotate.names.bodies import Bodies
from riwaya.annotate.names.bodyspans import BodySpans
from riwaya.annotate.names.commonnouns import CommonNouns
from riwaya.annotate.names.lines import Line
from riwaya.annotate.names.nationalities import Nationalities
from riwaya.annotate.names.tagger import Found
from riwaya.annotate.names.titlewords import TitleWords
from riwaya.arabic.tokens import tokens

CASES = Path(__file__).parents[1] / "cases/annotate/bodies"
MARK = re.compile(r"\{(\w+) ([^}]+)\}")


def rows(name: str) -> list[dict[str, str]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader([line for line in lines if not line.startswith("#")], delimiter="\t"))


@cache
def spans() -> BodySpans:
    return BodySpans(TitleWords())


def line(marked: str) -> Line:
    """Return the line that ``وصل إلى {LOC سلوان}`` stands for."""
    text, marks = "", []
    for at, piece in enumerate(re.split(r"(\{\w+ [^}]+\})", marked)):
        match = MARK.fullmatch(piece) if at % 2 else None
        if match:
            marks.append((match[1], len(text), len(text) + len(match[2])))
        text += match[2] if match else piece
    words = tuple(tokens(text))
    out = Line(0, words, [], [])
    for kind, start, end in marks:
        inside = [at for at, word in enumerate(words) if start <= word.start < end]
        first, last = inside[0], inside[-1] + 1
        if kind == "PER":
            out.persons.append((first, last, 1.0))
        elif kind == "HOUSED":
            out.housed.append((first, last))
        else:
            out.others.append(Found(first, last, kind))  # type: ignore[arg-type]
    return out


def shown(one: Line) -> str:
    found = [*one.others, *(Found(first, last, "PER") for first, last, _ in one.persons)]
    opens, closes = {name.first: name.kind for name in found}, {name.last - 1 for name in found}
    return " ".join(
        (f"{{{opens[at]} " if at in opens else "") + word.text + ("}" if at in closes else "")
        for at, word in enumerate(one.tokens)
    )


@pytest.mark.parametrize("row", rows("spans.tsv"), ids=lambda row: row["given"][:40])
def test_spans(row: dict[str, str]) -> None:
    one = line(row["given"])
    spans()([one])
    assert shown(one) == row["expected"]


@pytest.mark.parametrize("row", rows("nationalities.tsv"), ids=lambda row: row["given"][:40])
def test_nationalities(row: dict[str, str]) -> None:
    one = line(row["given"])
    found = Nationalities(TitleWords().gazetteer)(one.tokens, one.named)
    text = MARK.sub(r"\2", row["given"])
    assert " ".join(f"{text[norp.start : norp.end]}={norp.entity}" for norp in found) == row["expected"]


@pytest.mark.parametrize("row", rows("nouns.tsv"), ids=lambda row: row["given"][:40])
def test_common_nouns(row: dict[str, str]) -> None:
    one = line(row["given"])
    text = MARK.sub(r"\2", row["given"])
    bodies, organisations, _ = Bodies(TitleWords().gazetteer)(text, [(one.tokens, one.others)])
    found = CommonNouns()([one], bodies, organisations)
    assert " ".join(f"{text[noun.start : noun.end]}={noun.entity}" for noun in found) == row["expected"]


@pytest.mark.parametrize("row", rows("entities.tsv"), ids=lambda row: row["given"][:40])
def test_entities(row: dict[str, str]) -> None:
    one = line(row["given"])
    _, bodies, places = Bodies(TitleWords().gazetteer)(MARK.sub(r"\2", row["given"]), [(one.tokens, one.others)])
    assert " ".join(one.name for one in (*bodies, *places)) == row["expected"]
