"""Which reports are like which: the latest, whatever their topic has had before."""

from __future__ import annotations

from collections import Counter

from riwaya.link.stream.group import BUSY, Group, alone, joined
from riwaya.link.stream.point import Point, point
from riwaya.link.stream.ties import HALVING, WINDOW, Ties

FLOOD = "سد فيضان منارة قبطان زلزال"


def placed(words: str) -> Point:
    return point(Counter(words.split()))


def tied(*told: tuple[str, int | None]) -> tuple[Ties, list[Group]]:
    found = Ties()
    for words, clock in told:
        found.put(placed(words), clock)
    for at in range(len(told)):
        found.tie(at)
    return found, [alone(at, placed(words).vector(), clock) for at, (words, clock) in enumerate(told)]


def test_time_takes_from_a_tie_until_nothing_is_left() -> None:
    found, groups = tied((FLOOD, 0), (FLOOD, BUSY), (FLOOD, BUSY + 2 * BUSY + HALVING), (FLOOD, 2 * WINDOW))
    assert found.between(groups[0], groups[1]) > 0.4
    assert found.between(groups[1], groups[2]) == found.between(groups[0], groups[1]) / 2
    assert found.near(3, 9) == []


def test_an_unknown_day_takes_a_little() -> None:
    found, groups = tied((FLOOD, 0), (FLOOD, 0), (FLOOD, None))
    assert 0 < found.between(groups[0], groups[2]) < found.between(groups[0], groups[1])


def test_the_smaller_group_is_asked_what_it_is_most_like_in_the_other() -> None:
    found, groups = tied((FLOOD, 0), ("متحف لوحة لص مسرح ممثل", 0), (FLOOD, BUSY))
    before = found.between(groups[0], groups[2])
    found.move([0, 1], 0)
    assert found.between(joined(groups[0], groups[1]), groups[2]) == before
    assert found.near(2, 9) == [0]


def test_what_is_forgotten_speaks_for_its_group_no_more() -> None:
    found, groups = tied((FLOOD, 0), (FLOOD, 0), (FLOOD, BUSY))
    found.forget(1)
    assert found.between(groups[1], groups[0]) > 0
    assert found.between(groups[0], groups[1]) == 0
