"""Reports as they come in: whatever order and portions, the stories are the same, and earlier days stay as they are."""

from __future__ import annotations

from collections import Counter
from itertools import groupby, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.link.stream.point import HEAVIEST, SCALE, point
from riwaya.link.stream.stream import UNDATED, Item, Stream

TEXT = "سد فيضان مرفأ سفينة منارة قبطان زلزال بركان حريق غابة مصنع إضراب محكمة قاض لص متحف لوحة مسرح ممثل جائزة"
WORDS = TEXT.split()


def item(name: str, day: int, words: str) -> Item:
    return Item(name, day, point(Counter(words.split())))


def told(items: list[Item]) -> list[set[str]]:
    ordered = sorted(items, key=lambda one: (one.day, one.id))
    return [{ordered[at].id for at in some} for some in Stream(ordered).stories()]


reports = st.lists(
    st.tuples(
        st.sampled_from([10, 11, 12, 40, 200, UNDATED]), st.lists(st.sampled_from(WORDS), min_size=3, max_size=9)
    ),
    min_size=2,
    max_size=40,
).map(lambda rows: [item(f"r{at:02}", day, " ".join(words)) for at, (day, words) in enumerate(rows)])


def test_a_point_is_the_same_whatever_other_reports_there_are_and_no_word_outweighs_the_rest() -> None:
    found = point({"منارة": 3.0, "قبطان": 1.0})
    assert found == point({"قبطان": 1.0, "منارة": 3.0})
    assert max(found.weights) <= HEAVIEST * SCALE
    assert point({}).vector() == {}


def test_reports_of_one_matter_are_one_story_and_others_stay_apart() -> None:
    flood = [item(name, 10, "سد فيضان منارة قبطان") for name in ("a", "b")]
    assert told([*flood, item("c", 10, "متحف لوحة لص قاض")]) == [{"a", "b"}, {"c"}]


def test_a_report_that_tells_both_bridges_two_stories() -> None:
    parts = [item("a", 10, "سد فيضان حريق غابة"), item("b", 10, "محكمة قاض مصنع إضراب")]
    assert told(parts) == [{"a"}, {"b"}]
    bridge = [item(name, 11, "سد فيضان حريق غابة محكمة قاض مصنع إضراب") for name in ("c", "d")]
    assert told([*parts, *bridge]) == [{"a", "b", "c", "d"}]


def test_after_a_long_silence_in_a_busy_stream_more_is_asked_for() -> None:
    first, again = item("a", 10, "سد فيضان حريق غابة لص"), item("z", 200, "سد فيضان حريق ممثل جائزة")
    others = [
        item(f"x{day}-{n}", day, f"خبر{day}م{n} ساحة{day}م{n} نهر{day}م{n}")
        for day in range(11, 200)
        for n in range(25)
    ]
    assert {"a", "z"} in told([first, again])
    assert {"a"} in told([first, again, *others])


@settings(max_examples=60, deadline=None)
@given(reports, st.randoms(use_true_random=False))
def test_the_order_in_which_reports_come_does_not_matter(items: list[Item], random: object) -> None:
    mixed = list(items)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert told(mixed) == told(items)


@settings(max_examples=100, deadline=None)
@given(reports, st.sampled_from([0, 11, 12, 41, 300, UNDATED]))
def test_a_stream_that_goes_on_ends_as_one_from_the_start(items: list[Item], since: int) -> None:
    ordered = sorted(items, key=lambda one: (one.day, one.id))
    whole = Stream(ordered)
    before = Stream([one for one in ordered if one.day < since])
    later = Stream(ordered, before.joined, since)
    assert (later.stories(), later.joined) == (whole.stories(), whole.joined)
    assert Stream(ordered, whole.joined, since).stories() == whole.stories()


@pytest.mark.parametrize("portions", [(0, 1, 2, 3), (3, 1, 0, 2)])
def test_days_that_come_late_ask_for_nothing_before_them(portions: tuple[int, ...]) -> None:
    days = [[item(f"d{day}{n}", day, f"سد فيضان منارة{n} قبطان") for n in range(4)] for day in range(4)]
    held: list[Item] = []
    joined = Stream([]).joined
    for portion in portions:
        held = sorted([*held, *days[portion]], key=lambda one: (one.day, one.id))
        found = Stream(held, joined, portion)
        joined = found.joined
    assert found.stories() == Stream(held).stories()


def test_founders_come_first_and_stories_in_their_order() -> None:
    ordered = [item(f"r{at}", at, WORDS[at % 20] + " " + WORDS[(at + 1) % 20]) for at in range(60)]
    found = Stream(ordered)
    founders = [some[0] for some in found.stories()]
    assert all(left < right for left, right in pairwise(founders))
    assert all(list(some) == sorted(some) for some in found.stories())


@settings(max_examples=50, deadline=None)
@given(reports)
def test_day_by_day_ends_as_all_at_once(items: list[Item]) -> None:
    ordered = sorted(items, key=lambda one: (one.day, one.id))
    found = Stream([])
    for _, some in groupby(ordered, key=lambda one: one.day):
        found.more(list(some))
    whole = Stream(ordered)
    assert (found.stories(), found.joined) == (whole.stories(), whole.joined)


def test_a_day_that_is_over_takes_no_more() -> None:
    found = Stream([item("a", 10, "سد فيضان")])
    with pytest.raises(ValueError, match="over"):
        found.more([item("b", 10, "سد فيضان")])


def weight(word: str, **told: set[str]) -> int:
    """Return what a word weighs among others that are as frequent."""
    one = point(dict.fromkeys(WORDS, 1.0) | {word: 1.0}, **told)
    alone = point({word: 1.0}).words[0]
    return one.vector()[alone]


def test_a_word_of_headline_or_name_tells_more() -> None:
    plain = weight("زلزال")
    assert weight("زلزال", named={"زلزال"}) > plain
    assert weight("زلزال", headline={"زلزال"}) > weight("زلزال", named={"زلزال"})


def test_a_word_that_newswire_hardly_has_tells_less_unless_it_is_a_name() -> None:
    assert weight("خنفشار") < weight("خنفشار", named={"خنفشار"})
