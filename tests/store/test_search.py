"""Full-text search over folded words, the same on both databases."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.store import Store
from riwaya.store.search import terms
from store.invented import document, paragraphs

TEXTS = {
    "spelling": "وصلت السفينة الأميركيّة إلى ميناء المدينة.",
    "glued": "بالسفينة وصل القبطان، وللمدينة ميناء.",
    "digits": "عاد ٢٥٠٠ بحّار في عام ٢٠٢١.",
    "latin": "قالت شركة Blue Harbour إن الرصيف جاهز.",
    "order": "ميناء كبير في جزيرة صغيرة.",
}


@pytest.fixture
def filled(store: Store) -> Store:
    store.put_documents([document(key, text) for key, text in TEXTS.items()], paragraphs)
    return store


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("سفينة", {"spelling", "glued"}),
        ("السفينه", {"spelling", "glued"}),
        ("الامريكية", {"spelling"}),
        ("المدينة ميناء", {"spelling", "glued"}),
        ("2500", {"digits"}),
        ("٢٠٢١", {"digits"}),
        ("blue", {"latin"}),
        ("«ميناء كبير»", {"order"}),
        ('"كبير ميناء"', set()),
        ("كبير ميناء", {"order"}),
        ("", set()),
        ('" ( * : ^ " -', set()),
        ("سفينة AND", set()),
        ("'; DROP TABLE search; --", set()),
    ],
)
def test_words_are_found_in_any_spelling(filled: Store, words: str, keys: set[str]) -> None:
    assert {hit.key for hit in filled.search(words)} == keys


def test_a_hit_shows_the_words_in_the_text_as_printed(filled: Store) -> None:
    hit = next(hit for hit in filled.search("الامريكية") if hit.key == "spelling")
    text = TEXTS["spelling"]
    assert [text[span.start : span.end] for span in hit.words] == ["الأميركيّة"]
    assert text[hit.snippet.start : hit.snippet.end] == hit.passage
    assert "الأميركيّة" in hit.passage


def test_only_current_versions_are_found(filled: Store) -> None:
    filled.put_documents([document("order", "مطار كبير في جزيرة صغيرة.")], paragraphs)
    assert [hit.key for hit in filled.search("كبير")] == ["order"]
    assert not filled.search("ميناء كبير")


def test_a_text_of_the_worst_kind_can_be_indexed(store: Store) -> None:
    many = " ".join(f"{chr(0x10380 + n % 26) * 30}{'كلمة' * (n % 7)}ا{'ب' * (n % 900)}" for n in range(20_000))
    store.put_documents([document("worst", many), document("line", "ك" * 5_000_000)], paragraphs)
    assert store.count_waiting() == 2


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="والبكفليمنسآأإةىئؤ ٢3aB'\"<>&|!:*()-_،.\u0651\u200f", max_size=60))
def test_every_word_finds_itself(text: str) -> None:
    for word in text.split():
        assert set(terms(word)) <= set(terms(text))
