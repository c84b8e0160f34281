"""Tokens lie in order, do not overlap, and leave out nothing that can be seen."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from riwaya.arabic.letters import INVISIBLE
from riwaya.arabic.tokens import tokens

_SIGNS = "ابتلمنهويىةأًَّـ\u200f\u00a0 ٠١20.,:٫٬/«»\"()-–\nabZ’'ﷲ%؟،"
texts = st.text(alphabet=st.sampled_from(_SIGNS), max_size=60) | st.text(max_size=40)


@given(texts)
def test_tokens_lie_in_order_in_the_text(text: str) -> None:
    last = 0
    for token in tokens(text):
        assert last <= token.start < token.end <= len(text)
        assert token.text == text[token.start : token.end]
        last = token.end


@given(texts)
def test_nothing_visible_is_left_out(text: str) -> None:
    rest, last = [], 0
    for token in tokens(text):
        rest.append(text[last : token.start])
        last = token.end
    left = re.sub(f"[\\s{INVISIBLE}]", "", "".join([*rest, text[last:]]))
    assert left == ""


@given(texts, st.integers(0, 30), st.integers(0, 30))
def test_a_window_has_no_token_outside_it(text: str, start: int, length: int) -> None:
    for token in tokens(text, start, start + length):
        assert start <= token.start < token.end <= start + length


def test_words_numbers_and_addresses() -> None:
    found = [(token.text, token.kind) for token in tokens("في يونيو2020 بـ١٬٥٠٠ ريال: https://example.org/x، G20")]
    assert found == [
        ("في", "word"),
        ("يونيو", "word"),
        ("2020", "number"),
        ("بـ", "word"),
        ("١٬٥٠٠", "number"),
        ("ريال", "word"),
        (":", "punct"),
        ("https://example.org/x", "url"),
        ("،", "punct"),
        ("G", "latin"),
        ("20", "number"),
    ]


def test_marks_and_tatweel_stay_in_the_word_but_not_in_its_form() -> None:
    (token,) = tokens("الــعِراقُ")
    assert (token.form, token.key, token.end) == ("العراق", "العراق", 10)


def test_a_long_line_is_read_in_proportion() -> None:
    assert sum(1 for _ in tokens("كلمة " * 50_000)) == 50_000
    assert sum(1 for _ in tokens("ا" * 200_000)) == 1


def test_no_token_has_an_empty_key() -> None:
    """Every sign of the Arabic blocks alone: the stages look at the first letter of a key."""
    for code in (*range(0x600, 0x700), *range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00)):
        assert all(token.key and token.form for token in tokens(f"قال {chr(code)} ثم"))
