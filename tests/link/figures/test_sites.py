"""Where a count was, as far as its own clause tells."""

from __future__ import annotations

import pytest

from riwaya.arabic.tokens import tokens
from riwaya.link.figures.sites import Site
from riwaya.model import Figure, Mention, Span

HERE = [
    ("قتل 12 عاملا في مدينة سلوان", ("سلوان",)),
    ("قتل 12 عاملا وأصيب 30 في حي كرمة بمدينة سلوان", ("كرمة", "سلوان")),
    ("مقتل 12 عاملا في سلوان وكرمة", ("سلوان", "كرمة")),
    ("مقتل 12 عاملا شمالي سلوان", ("سلوان",)),
    ("سقط 12 صاروخا في محيط السفارة الجديدة داخل سلوان", ("سلوان",)),
    ("أصيب 12 جنودا في سلوان", ("سلوان",)),
    ("قتل 12 عاملا في كرمة بينما أصيب 30 في سلوان", ("كرمة",)),
]
NOWHERE = [
    "عقدت سلوان وكرمة 12 جولة",
    "فر 12 ألفا من سلوان إلى كرمة",
    "قتل 12 عاملا، وفق وزارة الصحة في سلوان",
    "أفادت مصادر في سلوان أن 12 عاملا قتلوا",
    "وصل 12 عاملا، بينما عقد مؤتمر في سلوان",
    "بلغ خام غرب سلوان الوسيط 12 دولارا",
    "تراجع 12 في المئة في سلوان",
    "طالب 12 نائبا بالاعتراف بسلوان",
    "اجتمع 12 خبيرا لبحث أوضاع اللاجئين في سلوان",
    "شاركت 12 طائرة وتقيم الشركة مصنعا في سلوان",
]


def where(text: str, inside: Span | None = None, befallen: bool = False) -> tuple[str, ...]:
    words = tuple(tokens(text))
    names = [
        Mention(start=at, end=at + len(name), type="LOC", entity=name)
        for name in ("سلوان", "كرمة")
        for at in [text.find(name)]
        if at >= 0
    ]
    numbers = [word for word in words if word.kind == "number"]
    figures = [
        Figure(start=one.start, end=after.end, number=int(one.text), relation="exactly", counted=after.text)
        for one, after in ((one, words[words.index(one) + 1]) for one in numbers)
    ]
    twelve = next(one for one in figures if one.number == 12)
    return Site(words, sorted(names, key=lambda one: one.start), figures).where(twelve, inside, befallen)


@pytest.mark.parametrize(("text", "places"), HERE)
def test_the_clause_of_a_count_tells_its_place(text: str, places: tuple[str, ...]) -> None:
    assert where(text) == places


@pytest.mark.parametrize("text", NOWHERE)
def test_places_of_speakers_owners_ways_and_other_clauses_are_none(text: str) -> None:
    assert where(text) == ()


def test_a_place_before_people_is_that_of_what_befell_them() -> None:
    assert where("في سلوان، أصيب 12 عاملا", befallen=True) == ("سلوان",)
    assert where("لتهدئة التوتر في سلوان، عقدت 12 جولة") == ()


def test_what_a_voice_says_keeps_out_the_place_of_the_voice() -> None:
    text = "في سلوان قال الوزير: قتل 12 عاملا"
    start = text.index("قتل")
    assert where(text, Span(start=start, end=len(text))) == ()
