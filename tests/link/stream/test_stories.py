"""Stories taken up where an earlier run left them: as if all had been grouped at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from riwaya.link.dependence.sheet import Sheet
from riwaya.link.digest import Digest
from riwaya.link.stories import central, grouped, streamed
from riwaya.link.stream.point import point
from riwaya.model import Streamed

from .test_stream import WORDS


def digest(name: str, day: int | None, words: list[str]) -> Digest:
    return Digest(
        id=name,
        mark="",
        key=name,
        print="",
        outlet="",
        published="" if day is None else f"2031-05-{day:02}",
        day=day,
        title="",
        headline=None,
        point=point(Counter(words)),
        appearances=(),
        visits=(),
        sheet=Sheet(id=name, key=name),
    )


digests = st.lists(
    st.tuples(
        st.sampled_from([1, 2, 3, 9, 20, None]), st.lists(st.sampled_from(WORDS), min_size=3, max_size=9), st.booleans()
    ),
    min_size=2,
    max_size=30,
)
Rows = list[tuple[int | None, list[str], bool]]


@settings(max_examples=100, deadline=None)
@given(digests, st.integers(0, 29))
def test_reports_that_come_and_go_and_change_leave_stories_as_if_all_were_grouped_at_once(
    rows: Rows, other: int
) -> None:
    every = [digest(f"r{at:02}", day, words) for at, (day, words, _) in enumerate(rows)]
    held = [one for one, (_, _, there) in zip(every, rows, strict=True) if there]
    changed = [replace(one, point=point(Counter(WORDS[:4]))) if one.id == f"r{other:02}" else one for one in held]
    before = streamed([*changed, digest("gone", 2, WORDS[3:9])], {}, "1")[1]
    found, became = streamed(every, before, "1")
    assert (found, became) == streamed(every, {}, "1")
    assert found == grouped(every)
    assert streamed(every, became, "1") == (found, became)


def told(*words: str) -> Mapping[str, Streamed]:
    return streamed([digest("a", 1, list(words)), digest("b", 2, list(words))], {}, "1")[1]


def test_earlier_days_are_taken_as_they_were() -> None:
    apart = {doc: replace(one, into=None, on=None) for doc, one in told(*WORDS[:6]).items()}
    every = [digest("a", 1, WORDS[:6]), digest("b", 2, WORDS[:6]), digest("c", 3, WORDS[9:15])]
    assert streamed(every, apart, "1")[0] == [[0], [1], [2]]


def test_what_other_code_made_of_them_counts_for_nothing() -> None:
    apart = {doc: replace(one, into=None, on=None) for doc, one in told(*WORDS[:6]).items()}
    assert streamed([digest("a", 1, WORDS[:6]), digest("b", 2, WORDS[:6])], apart, "2")[0] == [[0, 1]]


def test_a_story_is_named_by_its_main_day_not_by_the_eve() -> None:
    eve = [digest(f"e{at}", 1, [*WORDS[:6], WORDS[7 + at]]) for at in range(3)]
    main = [digest(f"m{at}", 2, [*WORDS[:5], *WORDS[11 + 2 * at : 13 + 2 * at]]) for at in range(4)]
    assert central(range(7), [*eve, *main]) >= 3
    assert central(range(6), [*eve, *main]) < 3
