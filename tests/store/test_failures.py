"""Reports that could not be taken are rows."""

from __future__ import annotations

from riwaya.model import Failure
from riwaya.store import Store


def failure(key: str = "a.html", reason: str = "empty") -> Failure:
    return Failure(doc="a", key=key, stage="read", reason=reason)


def test_a_failure_is_stored_once_and_its_last_reason_counts(store: Store) -> None:
    store.put_failures([failure(), failure("b.html")])
    store.put_failures([failure(), failure("b.html", "binary")])
    assert list(store.failures()) == [failure(), failure("b.html", "binary")]


def test_hostile_names_and_reasons_are_stored_harmlessly(store: Store) -> None:
    store.put_failures([failure("k" * 5000, "\0\ud800'); DROP TABLE articles; --"), failure("k" * 5001)])
    assert len(store.failures()) == 2
    assert "�" in store.failures()[0].reason or "�" in store.failures()[1].reason
