"""Normalised text has the way back to every character of the source."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from riwaya.arabic.letters import fold, normalise, plain

_SIGNS = 'ابتثجلمنهويىةآأإؤئء ًٌَُِّْـ\u200f\u200e\u202a\ufeff\u00a0٠١٢۳٫٬.,0a«»"ﷲﻻﻼﷺکی\n\U0001f600'
texts = st.text(alphabet=st.sampled_from(_SIGNS), max_size=60) | st.text(max_size=40)


@given(texts)
def test_normalise_agrees_with_plain(text: str) -> None:
    assert normalise(text).text == plain(text)


@given(texts)
def test_offsets_rise_and_stay_inside(text: str) -> None:
    normal = normalise(text)
    sources = [normal.source(at) for at in range(len(normal.text) + 1)]
    assert sources == sorted(sources)
    assert all(0 <= at <= len(text) for at in sources)
    assert sources[-1] == len(text)


@given(texts)
def test_a_character_maps_to_what_it_came_from(text: str) -> None:
    normal = normalise(text)
    for at, char in enumerate(normal.text):
        start, end = normal.span(at, at + 1)
        assert char in plain(text[start:end])


@given(texts, st.data())
def test_a_span_of_normal_text_covers_its_source(text: str, data: st.DataObject) -> None:
    normal = normalise(text)
    start = data.draw(st.integers(0, len(normal.text)))
    end = data.draw(st.integers(start, len(normal.text)))
    first, last = normal.span(start, end)
    assert 0 <= first <= last <= len(text)
    assert normal.text[start:end] in plain(text[first:last])


@given(texts)
def test_plain_and_fold_are_settled_after_one_step(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert fold(fold(text)) == fold(text)


def test_ligature_maps_to_one_character() -> None:
    normal = normalise("قال ﷲ كلمة")
    at = normal.text.index("الله") if "الله" in normal.text else normal.text.index("لله")
    assert normal.span(at, at + 4)[0] == 4
    assert normal.span(normal.text.index("كلمة"), len(normal.text)) == (6, 10)
