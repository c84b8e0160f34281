"""What rulings on reports and passages join and part, whichever was given first."""

from __future__ import annotations

from itertools import permutations

import pytest

from riwaya.link.ruled.pairs import Pairs, Placed
from riwaya.link.ruled.places import passage
from riwaya.link.ruled.regrouped import regrouped
from riwaya.model import Anchor, Evidence, Judgement, Verdict


def place(doc: str, start: int = 0, end: int = 10) -> Evidence:
    return Evidence(doc=doc, start=start, end=end)


def ruling(verdict: Verdict, left: str, right: str, day: int = 1) -> Placed:
    one = Judgement(
        id=f"r-{verdict}-{left}{right}",
        kind="claim",
        verdict=verdict,
        left=Anchor(name=left, names=(left,)),
        right=Anchor(name=right, names=(right,)),
        by="هدى",
        at=f"2031-02-{day:02}",
    )
    return one, place(left), place(right)


def one(pairs: Pairs, left: Evidence, right: Evidence) -> bool:
    return pairs.group(left) is not None and pairs.group(left) == pairs.group(right)


def two(pairs: Pairs, left: Evidence, right: Evidence) -> bool:
    sides = pairs.group(left), pairs.group(right)
    return sides[0] is not None and sides[1] is not None and pairs.parted(sides[0], sides[1])


def test_same_reaches_from_one_to_the_next() -> None:
    pairs = Pairs([ruling("same", "a", "b"), ruling("same", "b", "c")])
    assert one(pairs, place("a"), place("c"))
    assert not one(pairs, place("a"), place("d"))
    assert not two(pairs, place("a"), place("c"))


def test_a_copy_of_a_copy_is_not_ruled_a_copy() -> None:
    pairs = Pairs([ruling("same", "a", "b"), ruling("same", "b", "c")], following=False)
    assert not one(pairs, place("a"), place("c"))


def test_what_is_the_same_as_one_is_kept_apart_from_the_other() -> None:
    pairs = Pairs([ruling("same", "a", "b"), ruling("different", "b", "c")])
    assert two(pairs, place("a"), place("c"))
    assert two(pairs, place("c"), place("a"))
    assert not one(pairs, place("a"), place("c"))


def test_a_place_stands_for_what_overlaps_it_by_half() -> None:
    pairs = Pairs([ruling("same", "a", "b")])
    assert one(pairs, place("a", 4, 14), place("b", 2, 8))
    assert not one(pairs, place("a", 9, 30), place("b"))


def test_of_three_that_cannot_hold_together_the_one_that_parts_wins_and_the_way_is_told() -> None:
    rulings = [ruling("same", "a", "b", 1), ruling("same", "b", "c", 2), ruling("different", "a", "c", 3)]
    found = {one.judgement: one for one in Pairs(rulings).outcomes()}
    assert found["r-different-ac"].effect == "in-effect"
    assert found["r-same-ab"].effect == "in-effect"
    last = found["r-same-bc"]
    assert last.effect == "contradicted"
    assert last.against == ("r-different-ac", "r-same-ab")


def test_a_ruling_without_its_report_or_its_words_waits() -> None:
    one, left, right = ruling("same", "a", "b")
    other, _, _ = ruling("same", "a", "c")
    found = {
        each.judgement: each.effect for each in Pairs([(one, "no-report", right), (other, left, "no-words")]).outcomes()
    }
    assert found == {one.id: "no-report", other.id: "no-words"}
    assert not Pairs([(one, "no-report", right)])


def test_two_sides_in_one_passage_have_no_effect() -> None:
    one, left, _ = ruling("different", "a", "b")
    (found,) = Pairs([(one, left, place("a", 1, 9))]).outcomes()
    assert found.effect == "one-name"


def near(one: str, heads: object) -> float:
    return float(one[0] in "".join(heads))  # type: ignore[arg-type]


GROUPS = [["a", "a2"], ["b"], ["c", "d", "c2"]]


@pytest.mark.parametrize(
    ("rulings", "expected"),
    [
        ([], [["a", "a2"], ["b"], ["c", "d", "c2"]]),
        ([ruling("same", "b", "c")], [["a", "a2"], ["b", "c", "d", "c2"]]),
        ([ruling("different", "c", "d")], [["a", "a2"], ["b"], ["c", "c2"], ["d"]]),
        ([ruling("different", "a", "d")], [["a", "a2"], ["b"], ["c", "d", "c2"]]),
        ([ruling("same", "b", "d"), ruling("different", "c", "d")], [["a", "a2"], ["b", "d"], ["c", "c2"]]),
    ],
)
def test_groups_are_joined_and_parted_and_the_rest_goes_with_the_nearest(
    rulings: list[Placed], expected: list[list[str]]
) -> None:
    for order in permutations(rulings):
        assert regrouped(GROUPS, place, Pairs(sorted(order, key=lambda one: one[0].id)), near) == expected


def test_words_are_found_whatever_white_space_is_between_them() -> None:
    text = "عنوان\nهبطت  الطائرة\nفي المطار"
    assert passage(text, "هبطت الطائرة في") == (6, 22)
    assert passage(text, "أقلعت الطائرة") is None
    assert passage(text, " ") is None
    assert passage("(أ+ب) [ج", "[ج") == (6, 8)
