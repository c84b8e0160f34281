"""What changed between two versions: one case file each, old text, a line of ===, new text, ===, the changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.errors import StoreError
from riwaya.store import Store
from riwaya.store.compare import compare
from store.invented import document, paragraphs

CASES = sorted((Path(__file__).parents[1] / "cases" / "store" / "compare").glob("*.txt"))


def shown(old: str, new: str) -> list[str]:
    found = compare(document("a", old), document("a", new)).changes
    return [
        f"{c.kind}: {old[c.old.start : c.old.end]} → {new[c.new.start : c.new.end]}".replace("\n", "¶") for c in found
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path) -> None:
    old, new, expected = (part.strip("\n") for part in case.read_text(encoding="utf-8").split("===\n"))
    assert shown(old, new) == expected.splitlines()


def test_there_are_cases() -> None:
    assert len(CASES) >= 5


def test_large_texts_are_compared_in_bounded_time() -> None:
    old = "\n".join(f"سطر {n} " * 5 for n in range(30_000))
    new = "\n".join(f"سطر {n} " * 5 for n in range(7, 30_000, 3))
    assert shown(old, new)


words = st.lists(st.sampled_from(["قال", "ميناء", "سفينة", "\n", "14", "\n\n"]), max_size=30)


@settings(max_examples=200, deadline=None)
@given(words, words)
def test_the_changes_turn_the_old_text_into_the_new_one(before: list[str], after: list[str]) -> None:
    old, new = " ".join(before), " ".join(after)
    built, at = [], 0
    for change in compare(document("a", old), document("a", new)).changes:
        built += [old[at : change.old.start], f" {new[change.new.start : change.new.end]} "]
        at = change.old.end
    assert "".join([*built, old[at:]]).split() == new.split()


def test_versions_in_a_store_are_compared(store: Store) -> None:
    for count in (14, 17, 21):
        store.put_documents([document("a", f"قُتل {count} شخصا")], paragraphs)
    last = store.compare("a")
    assert (last.old.text, last.new.text) == ("قُتل 17 شخصا", "قُتل 21 شخصا")
    assert len(last.changes) == 1
    assert store.compare("a", 0, 2).old.text == "قُتل 14 شخصا"


def test_one_version_alone_cannot_be_compared(store: Store) -> None:
    store.put_documents([document("a", "نصّ")], paragraphs)
    with pytest.raises(StoreError, match=r"has 1 version\(s\)"):
        store.compare("a")
