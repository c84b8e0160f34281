"""Articles, their versions, and which one is current."""

from __future__ import annotations

from msgspec.structs import replace
from sqlalchemy import select

from riwaya.store import Store
from riwaya.store.schema import versions
from store.invented import document, paragraphs, reports


def put(store: Store, *documents):  # type: ignore[no-untyped-def]
    return store.put_documents(documents, paragraphs)


def current(store: Store) -> list[str]:
    with store._reading() as connection:
        return list(connection.scalars(select(versions.c.document).where(versions.c.current)))


def test_the_same_document_twice_changes_nothing(store: Store) -> None:
    found = reports(5)
    assert put(store, *found).added == 5
    before = list(store.dump())
    counted = put(store, *found)
    assert (counted.added, counted.changed, counted.unchanged) == (0, 0, 5)
    assert list(store.dump()) == before


def test_a_changed_article_is_a_new_version_and_the_old_one_is_kept(store: Store) -> None:
    old, new = document("a", "قُتل 14 شخصا"), document("a", "قُتل 17 شخصا")
    put(store, old)
    assert put(store, new).changed == 1
    assert list(store.versions("a")) == [old, new]
    assert current(store) == [new.id]


def test_an_article_that_is_changed_back_has_its_old_version_as_the_current_one(store: Store) -> None:
    old, new = document("a", "قُتل 14 شخصا"), document("a", "قُتل 17 شخصا")
    for version in (old, new, old):
        put(store, version)
    assert current(store) == [old.id]
    assert list(store.versions("a")) == [old, new]


def test_both_versions_in_one_batch_are_kept_and_the_last_is_current(store: Store) -> None:
    old, new = document("a", "قُتل 14 شخصا"), document("a", "قُتل 17 شخصا")
    assert put(store, old, new).added == 1
    assert list(store.versions("a")) == [old, new]
    assert current(store) == [new.id]
    assert put(store, old, new).changed == 0


def test_the_same_text_under_two_keys_is_two_documents(store: Store) -> None:
    assert put(store, document("a", "نصّ واحد"), document("b", "نصّ واحد")).added == 2


def test_new_metadata_of_the_same_text_is_taken_over_without_a_new_version(store: Store) -> None:
    first = document("a", "نصّ")
    put(store, first)
    dated = replace(first, given="2021-01-11", author="سمير")
    assert put(store, dated).changed == 1
    assert list(store.versions("a")) == [dated]


def test_every_character_survives(store: Store) -> None:
    odd = document("a", "العــراقُ ‏٢٠٢١\u200f \U0001f600 \ufeff\r\n\ttab \x01 'quote' \"double\" \\u0000 %s :name")
    put(store, odd)
    assert list(store.versions("a")) == [odd]


def test_what_no_database_can_hold_is_a_failure_and_the_rest_is_stored(store: Store) -> None:
    nul, half, long = document("nul", "a\0b"), document("half", "a\ud800b"), document("k" * 2000, "نصّ")
    counted = put(store, nul, document("good", "نصّ"), half, long)
    assert counted.added == 1
    assert [failure.stage for failure in store.failures()] == ["store"] * 3
    assert {failure.reason.split(":")[0] for failure in store.failures()} == {
        "it holds NUL characters",
        "it holds halves of characters (lone surrogates)",
        "its name is longer than 1000 characters",
    }


def test_a_failure_is_gone_once_the_article_can_be_read(store: Store) -> None:
    put(store, document("a", "a\0b"))
    assert len(store.failures()) == 1
    put(store, document("a", "ab"))
    assert not store.failures()
