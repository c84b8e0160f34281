"""Every line of ``tests/cases/arabic`` is a test."""

from __future__ import annotations

import pytest

from riwaya.arabic.calendars import month_at
from riwaya.arabic.clitics import segment, stems
from riwaya.arabic.dates import parse_date
from riwaya.arabic.lemmas import lemma
from riwaya.arabic.letters import fold
from riwaya.arabic.numerals import find
from riwaya.arabic.romanise import romanise
from riwaya.arabic.tokens import tokens
from riwaya.arabic.verbs import forms

from .cases import cases


@pytest.mark.parametrize(("text", "expected"), cases("numerals"))
def test_numerals(text: str, expected: str) -> None:
    found = []
    for one in find(list(tokens(text))):
        marks = ["ord"] * one.ordinal + ["dual"] * one.dual + [one.gender or ""]
        found.append(" ".join([f"{text[one.start : one.end]}={one.value}", *(mark for mark in marks if mark)]))
    assert " | ".join(found) == expected


@pytest.mark.parametrize(("text", "expected"), cases("fractions"))
def test_numerals_with_fractions(text: str, expected: str) -> None:
    found = find(list(tokens(text)), fractions=True)
    assert " | ".join(f"{text[one.start : one.end]}={one.value}" for one in found) == expected


@pytest.mark.parametrize(("text", "expected"), cases("dates"))
def test_dates(text: str, expected: str) -> None:
    assert (parse_date(text) or "-") == expected


@pytest.mark.parametrize(("text", "expected"), cases("months"))
def test_months(text: str, expected: str) -> None:
    words, found, at = list(tokens(text)), [], 0
    while at < len(words):
        hit = month_at(words, at)
        if hit is not None:
            found.append(f"{hit[0]}:{text[words[at].start : words[hit[1] - 1].end]}")
        at = at + 1 if hit is None else hit[1]
    assert " | ".join(found) == expected


@pytest.mark.parametrize(("word", "expected"), cases("clitics"))
def test_clitics(word: str, expected: str) -> None:
    found = segment(word)
    assert "+".join([*found.proclitics, f"[{found.stem}]", found.enclitic]).rstrip("+") == expected
    assert word in stems(word)


@pytest.mark.parametrize(("word", "expected"), cases("lemmas"))
def test_lemmas(word: str, expected: str) -> None:
    assert lemma(word) == expected


@pytest.mark.parametrize(("citation", "expected"), cases("verbs"))
def test_verbs_have(citation: str, expected: str) -> None:
    have = forms(citation)
    assert [form for form in expected.split() if fold(form) not in have] == []


@pytest.mark.parametrize(("citation", "unwanted"), cases("verbs-not"))
def test_verbs_have_not(citation: str, unwanted: str) -> None:
    have = forms(citation)
    assert [form for form in unwanted.split() if fold(form) in have] == []


@pytest.mark.parametrize(("name", "expected"), cases("romanise"))
def test_romanise(name: str, expected: str) -> None:
    assert romanise(name) == expected


@pytest.mark.parametrize(("same", "other"), cases("fold"))
def test_fold(same: str, other: str) -> None:
    keys = {fold(word) for word in same.split()}
    assert len(keys) == 1
    assert not keys & {fold(word) for word in other.split()}
