"""Sub-stories of a large story, and stories that are near each other and apart."""

from __future__ import annotations

from collections import Counter

from riwaya.link.links import link
from riwaya.link.stream.parts import gathered, neighbours, parts
from riwaya.link.stream.point import point
from riwaya.link.stream.stream import Item

from ..made import made


def item(at: int, words: str) -> Item:
    return Item(f"r{at:02}", 10 + at // 4, point(Counter(words.split())))


CALM = "سد النخيل"
BREACH = "انهيار جدار فيضان قرى غرقى مروحيات"
TRIAL = "محكمة قاض مقاول إسمنت رشوة اتهام"


def test_a_large_story_has_parts_that_are_closer_than_the_whole() -> None:
    told = [BREACH] * 5 + [TRIAL] * 5
    items = [item(at, f"{CALM} {words}") for at, words in enumerate(told)]
    assert parts(items) == [(0, 1, 2, 3, 4), (5, 6, 7, 8, 9)]


def test_a_small_or_even_story_has_none() -> None:
    assert parts([item(at, f"{CALM} {BREACH}") for at in range(20)]) == []
    assert parts([item(at, f"{CALM} {words}") for at, words in enumerate([BREACH, TRIAL] * 3)]) == []


def test_neighbours_share_words_and_strangers_do_not() -> None:
    points = [
        point(Counter(words.split())) for words in (f"{CALM} {BREACH}", f"سد النخيل {TRIAL}", "متحف لوحة لص مسرح")
    ]
    groups = [gathered([(at, one, 10)]) for at, one in enumerate(points)]
    assert neighbours(groups) == [[1], [0], []]


def test_a_neighbour_is_told_with_what_both_have() -> None:
    dam = "انهار جدار سد النخيل فغرقت القرى المجاورة وأجلت المروحيات العالقين"
    trial = "بدأت محكمة الجنايات النظر في رشوة دفعها مقاول إسمنت سد النخيل للمفتشين"
    told = [("a", "2031-02-01", "انهيار سد النخيل", dam), ("b", "2031-02-02", "محاكمة مقاول", trial)]
    rows = [{"doc": doc, "published": day, "title": title, "text": f"{text}."} for doc, day, title, text in told]
    reports = [made({**row, "places": ["سد النخيل"]}) for row in rows]
    first, second = link(reports).stories
    assert [near.story for near in first.neighbours] == [second.id]
    assert [near.title for near in second.neighbours] == ["انهيار سد النخيل"]
    assert "سد النخيل" in first.neighbours[0].shared
