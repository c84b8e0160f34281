"""Whether quality/bcubed.py counts as the definition says: invented people, worked out by hand."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


def _load() -> ModuleType:
    path = Path(__file__).parents[1] / "quality/bcubed.py"
    spec = importlib.util.spec_from_file_location("bcubed", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


BCUBED = _load()


@pytest.mark.parametrize(
    ("people", "entities", "bcubed", "pairs"),
    [
        ("aabb", "1122", (100.0, 100.0, 100.0), (100.0, 100.0, 100.0)),
        # all four in one: half of each entity is the same person; 2 of 6 pairs are right
        ("aabb", "1111", (50.0, 100.0, 66.7), (33.3, 100.0, 50.0)),
        # everybody alone: nothing is put together, so nothing wrongly
        ("aabb", "1234", (100.0, 50.0, 66.7), (100.0, 0.0, 0.0)),
        # aab + b: precision (2/3 + 2/3 + 1/3 + 1) / 4, recall (1 + 1 + 1/2 + 1/2) / 4
        ("aabb", "1112", (66.7, 75.0, 70.6), (33.3, 50.0, 40.0)),
        # three of one person, split 2 + 1: recall (2/3 + 2/3 + 1/3) / 3
        ("aaa", "112", (100.0, 55.6, 71.4), (100.0, 33.3, 50.0)),
        ("", "", (100.0, 100.0, 100.0), (100.0, 100.0, 100.0)),
    ],
)
def test_worked_out_by_hand(people: str, entities: str, bcubed: tuple[float, ...], pairs: tuple[float, ...]) -> None:
    found = BCUBED.score([("block", person, entity) for person, entity in zip(people, entities, strict=True)])
    assert (found.bcubed, found.pairs) == (bcubed, pairs)


def test_blocks_are_never_compared() -> None:
    """One entity in two blocks, and a label that both happen to use, neither help nor hurt."""
    found = BCUBED.score([("one", "a", "1"), ("one", "b", "2"), ("two", "a", "1"), ("two", "a", "1")])
    assert found.bcubed == (100.0, 100.0, 100.0)
    assert found.pairs == (100.0, 100.0, 100.0)


def test_the_order_does_not_matter() -> None:
    labelled = [("one", "a", "1"), ("one", "a", "2"), ("one", "b", "2"), ("one", "b", "2"), ("one", "c", "3")]
    assert BCUBED.score(labelled) == BCUBED.score(labelled[::-1])
