"""The figures of the five seeds, as `../shared/gold/story.md` has them."""

from __future__ import annotations

from functools import cache
from typing import Any

from seeds import needed, told

pytestmark = needed


@cache
def figures() -> list[dict[str, Any]]:
    return told("figures")


def found(number: int, noun: str) -> list[dict[str, Any]]:
    return [row for row in figures() if row["number"] == number and noun in row["what"]]


def docs(row: dict[str, Any]) -> set[str]:
    return {place["doc"][:3] for place in row["evidence"]}


def test_american_soldiers_are_part_of_the_foreign_ones() -> None:
    (americans,), (soldiers,) = found(2500, "أميركي"), found(3500, "جندي")
    assert docs(americans) == docs(soldiers) == {"004"}
    assert (americans["relation"], soldiers["relation"]) == ("exactly", "about")
    assert americans["of"] == "3500 جندي أجنبي"


def test_about_fifty_attacks() -> None:
    (attacks,) = found(50, "هجوم")
    assert (attacks["relation"], docs(attacks)) == ("about", {"004"})


def test_three_rounds_and_at_least_three_are_no_conflict() -> None:
    rounds = [row for row in figures() if row["number"] == 3 and "جول" in row["what"]]
    assert {(row["relation"], *docs(row)) for row in rounds} == {("exactly", "000"), ("at-least", "001")}
    assert not any(row["disputed"] for row in figures())


def test_rounds_are_one_series() -> None:
    rounds = [row for row in figures() if "جول" in row["what"]]
    assert len({row["series"] for row in rounds}) == 1
    assert {(row["number"], *docs(row)) for row in rounds} == {(2, "003"), (3, "000"), (3, "001")}
    assert not any(row["what"].startswith(("ال", "لل")) for row in rounds)


def test_what_is_counted_where_and_since_when() -> None:
    (attacks,), (americans,) = found(50, "هجوم"), found(2500, "أميركي")
    assert (attacks["since"], americans["what"]) == ("2020-01-01", "جندي أميركي")
    assert "مسيرة" in attacks["what"]
    assert not [row for row in figures() if "إيران" in row["where"]]  # «الموالية لإيران»


def test_the_dead_of_a_related_link_are_nowhere() -> None:
    assert not [row for row in figures() if row["number"] == 27]


def test_dozens_stay_dozens() -> None:
    vague = [row for row in figures() if row["relation"] == "vague"]
    assert {row["number"] for row in vague} == {None}
