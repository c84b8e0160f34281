"""Reports near some words, the same on both databases."""

from __future__ import annotations

import pytest

from riwaya.store import Store
from riwaya.store import near as module
from store.invented import document, paragraphs

TEXTS = {
    "whole": "أعلنت نقابة البحارة إضرابا في ميناء الزمردة.",
    "inflected": "نقابتهم أعلنت أن الإضراب يشمل الزمردة كلها.",
    "half": "ميناء الزمردة مغلق.",
    "other": "فاز نادي التلال بالكأس.",
}


@pytest.fixture
def filled(store: Store) -> Store:
    store.put_documents([document(key, text) for key, text in TEXTS.items()], paragraphs)
    return store


def near(store: Store, words: str, limit: int = 10) -> list[str]:
    keys = {document(key, text).id: key for key, text in TEXTS.items()}
    return [keys[one] for one in store.near(words, limit)]


def test_reports_with_more_of_the_rare_words_come_first(filled: Store) -> None:
    assert near(filled, "نقابة البحارة تعلن إضرابا في ميناء الزمردة") == ["whole"]
    assert near(filled, "إضراب في ميناء الزمردة") == ["whole", "half", "inflected"]
    assert near(filled, "إضراب في ميناء الزمردة", 1) == ["whole"]


def test_a_word_is_found_with_what_is_written_behind_it(filled: Store) -> None:
    assert near(filled, "إضرابهم") == ["inflected", "whole"]


def test_words_that_all_are_common_still_find(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "COMMON", 0)
    assert "other" in near(filled, "نادي التلال")


@pytest.mark.parametrize(
    "words", ["", " ", "،؛ ؟ !", "\u202e\u2066", '" OR * : ^ ( NEAR', "'; DROP TABLE search; --", "&|!<->:*"]
)
def test_marks_and_query_syntax_find_nothing_and_break_nothing(filled: Store, words: str) -> None:
    assert near(filled, words) == []


def test_ten_thousand_words_are_bounded(filled: Store) -> None:
    assert near(filled, "ميناء الزمردة " + " ".join(f"كلمة{n}" for n in range(10_000)))[0] in ("half", "whole")


def test_only_current_versions_are_near(filled: Store) -> None:
    filled.put_documents([document("other", "فاز نادي السهول بالكأس.")], paragraphs)
    assert filled.near("التلال", 10) == []
