"""Whatever stands in a text, nothing here raises, and offsets stay inside it."""

from __future__ import annotations

import re
import time

from hypothesis import given
from hypothesis import strategies as st

from riwaya.arabic.clitics import segment, stems
from riwaya.arabic.dates import parse_date
from riwaya.arabic.lemmas import lemma
from riwaya.arabic.letters import fold, plain
from riwaya.arabic.numerals import find, number
from riwaya.arabic.romanise import romanise
from riwaya.arabic.tokens import tokens
from riwaya.arabic.verbs import forms, readings
from riwaya.lexicon import table

_NUMBER_WORDS = [row["form"] for row in table("numerals")] + ["و", "في", "3", "2,500", "٤٫٥", "،", "عشر", "من", "كتاب"]
_SIGNS = ["-", "/", "^", "e", ".", "+", "على", "0", "9" * 18, "9" * 5000, "1 234 567", "12,5"]
numerals = st.lists(st.sampled_from(_NUMBER_WORDS) | st.sampled_from([f"و{w}" for w in _NUMBER_WORDS]), max_size=9)
words = st.text(alphabet=st.sampled_from("ابتسفكلمنهويىةأإآءؤئ"), min_size=1, max_size=9)


@given(numerals)
def test_numerals_lie_in_order_and_inside(parts: list[str]) -> None:
    text = " ".join(parts)
    found, last = find(list(tokens(text)), fractions=True), 0
    for one in found:
        assert last <= one.start < one.end <= len(text)
        assert one.first < one.last
        assert one.value >= 0 or re.search("سالب|ناقص", text[one.start : one.end])
        last = one.end


@given(st.lists(st.sampled_from(_SIGNS) | st.sampled_from(_NUMBER_WORDS), max_size=9), st.sampled_from(["", " "]))
def test_formulas_never_raise(parts: list[str], gap: str) -> None:
    text = gap.join(parts)
    assert all(0 <= one.start < one.end <= len(text) for one in find(list(tokens(text)), fractions=True))


@given(st.text(alphabet=st.sampled_from("0123456789٠٥.,٫٬"), min_size=1, max_size=25))
def test_number_never_raises(digits: str) -> None:
    number(digits)
    number(digits, scaled=True)


@given(words)
def test_a_word_is_its_parts(word: str) -> None:
    found = segment(word)
    joined = fold("".join(found.proclitics) + found.stem + found.enclitic)  # closed words have hamzas of their own
    assert joined.replace("ل" + "ال", "لل", 1) == fold(word) or joined == fold(word) or "لل" in word
    assert found.stem
    assert plain(word) in stems(word)
    assert lemma(word)


@given(words)
def test_verbs_take_any_word(word: str) -> None:
    readings(word)
    if len(word) > 1:
        assert forms(word)


@given(st.text(max_size=60))
def test_dates_and_names_take_any_text(text: str) -> None:
    parse_date(text)
    romanise(text)


def test_hostile_lengths_take_no_time() -> None:
    start = time.perf_counter()
    assert parse_date("9" * 5_000_000) is None
    assert parse_date("1/" * 1_000_000) is None
    assert len(romanise("ا" * 5_000_000)) < 1000
    find(list(tokens("ألف " * 20_000)))
    find(list(tokens("1 234 " * 20_000)))
    assert time.perf_counter() - start < 5
