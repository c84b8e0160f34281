"""Articles, their versions, and which one is current."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import select

from riwaya.run.add import add_documents
from riwaya.store import Store, arrivals, open_store
from riwaya.store.schema import versions
from store.invented import Invented, document, paragraphs, reports


def put(store: Store, *documents):  # type: ignore[no-untyped-def]
    return store.put_documents(documents, paragraphs)


def current(store: Store) -> list[str]:
    with store._reading() as connection:
        return list(connection.scalars(select(versions.c.document).where(versions.c.current)))


def test_the_same_document_twice_changes_nothing(store: Store) -> None:
    found = reports(5)
    assert put(store, *found).added == tuple(found)
    before = list(store.dump())
    counted = put(store, *found)
    assert (counted.added, counted.changed, counted.unchanged) == ((), 0, 5)
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


@pytest.mark.parametrize("turn", [1, -1])
def test_of_versions_in_one_run_the_latest_then_longest_is_current_in_any_order(store: Store, turn: int) -> None:
    early = document("a", "قُتل 17 شخصا على الأقل", given="2021-01-11")
    late, longer = (document("a", text, given="2021-01-12") for text in ("قُتل 14 شخصا", "قُتل 14 شخصا وفُقد آخر"))
    assert len(put(store, *(early, longer, late)[::turn]).added) == 1
    assert list(store.versions("a")) == [early, late, longer]
    assert current(store) == [longer.id]
    counted = put(store, *(late, early, longer)[::turn])
    assert (counted.changed, counted.unchanged) == (0, 3)


@pytest.mark.parametrize("seed", range(4))
def test_versions_are_numbered_the_same_however_many_wait_at_once(
    store: Store, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(arrivals, "MOST", 2)
    put(store, document("a", "نصّ سابق", given="2022-01-01"))
    found = [document("a", f"قُتل {n} شخصا", given=f"2021-01-{n}") for n in range(11, 23)]
    shuffled = random.Random(seed).sample(found, len(found))
    seen = arrivals.Arrivals(paragraphs)
    for item in shuffled:
        store.take(seen, [item])
    store.settle(seen)
    assert list(store.versions("a"))[1:] == found
    assert current(store) == [found[-1].id]


@pytest.mark.parametrize("turn", [1, -1])
def test_of_one_text_under_two_names_the_same_one_stays_in_any_order(store: Store, turn: int) -> None:
    first = document("a", "نصّ")
    second = replace(first, doc="another name")
    for _ in range(2):
        assert put(store, *(first, second)[::turn]).changed == 0
        assert list(store.versions("a")) == [max(first, second, key=lambda one: one.doc)]


def test_the_same_text_under_two_keys_is_two_documents(store: Store) -> None:
    assert put(store, document("a", "نصّ واحد"), document("b", "نصّ واحد")).added == (
        document("a", "نصّ واحد"),
        document("b", "نصّ واحد"),
    )


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
    assert [one.key for one in counted.added] == ["good"]
    assert counted.refused == 3
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


def test_names_of_current_reports_by_their_ids(store: Store) -> None:
    add_documents(reports(3), store, pipeline=Invented, paragraphs=paragraphs)
    assert store.names() == {report.document.id: report.document.doc for report in store.reports()} != {}


@pytest.mark.parametrize("turn", [1, -1])
@pytest.mark.parametrize("together", [True, False])
def test_a_text_was_found_when_it_was_found_first(store: Store, turn: int, together: bool) -> None:
    first = document("a", "قال سمير الحدّاد إن شيئا حدث.")
    seen = [replace(first, crawled=day) for day in ("2022-03-01", "2022-03-05", "2022-03-09")][::turn]
    for part in [seen] if together else [[one] for one in seen]:
        store.put_documents(part, paragraphs)
    (kept,) = store.versions("a")
    assert kept.crawled == "2022-03-01"
    assert store.put_documents([replace(first, crawled="2022-04-01")], paragraphs).unchanged == 1


def test_a_store_of_the_first_schema_is_given_what_it_lacks(tmp_path: Path) -> None:
    where = tmp_path / "old.db"
    with open_store(where) as store, store._writing() as connection:
        connection.exec_driver_sql("DROP TABLE clues")
        connection.exec_driver_sql("UPDATE about SET value = '1' WHERE name = 'schema'")
    with open_store(where) as store:
        found = add_documents(reports(9), store, pipeline=Invented, paragraphs=paragraphs)
        assert found.annotated == 9
        assert list(store.clues())
