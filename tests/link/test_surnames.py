"""Whom a part of a name alone means."""

from __future__ import annotations

from riwaya.link.appearances import Appearance
from riwaya.link.surnames import STRAY, Seen, with_surnames


def seen(name: str, *reports: int) -> list[Seen]:
    return [(at, Appearance(type="person", name=name)) for at in reports]


def home(alone: str, full: list[list[Seen]]) -> list[str]:
    """Return the full names of those whom ``alone`` means in a report of the one story that all are in."""
    groups = with_surnames(full, seen(alone, 99), [0] * 100)
    (mine,) = [group for group in groups if any(at == 99 for at, _ in group)]
    return sorted({one.name for _, one in mine} - {alone})


def test_two_names_run_together_once_give_nobody_the_surname_of_the_other() -> None:
    often = range(1, STRAY + 5)
    full = [[*seen("أنور الدهشان", *often), *seen("أنور الدهشان سيلفاني", 0)], seen("رفيق سيلفاني", *often)]
    assert home("سيلفاني", full) == ["رفيق سيلفاني"]


def test_a_rare_spelling_is_the_same_surname() -> None:
    full = [[*seen("رفيق سيلفانغي", *range(1, STRAY + 5)), *seen("رفيق سيلفانجي", 0)], seen("أنور الدهشان", 3)]
    assert home("سيلفانجي", full) == ["رفيق سيلفانجي", "رفيق سيلفانغي"]


def test_a_longer_name_that_many_reports_have_is_his() -> None:
    full = [[*seen("أنور الدهشان", 1, 2, 3), *seen("أنور الدهشان سيلفاني", 4)], seen("رفيق سيلفاني", 5, 6)]
    assert home("سيلفاني", full) == []
    assert home("سيلفاني", full[:1]) == ["أنور الدهشان", "أنور الدهشان سيلفاني"]
