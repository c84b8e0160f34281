"""What the words beside a count tell of it."""

import pytest

from riwaya.arabic.tokens import tokens
from riwaya.link.figures.marks import anew, but, part, pointing, prior, ranked, risen, scattered


@pytest.mark.parametrize(
    ("before", "points"),
    [
        ("أسفر الهجوم عن مقتل", True),
        ("ارتفعت حصيلة ضحايا الفيضان إلى", True),
        ("قالت الوزارة إن عدد القتلى المؤكد يبلغ", True),
        ("أسفر هجوم على قرية الرمانة عن مقتل", False),
        ("قالت الوزارة إن", False),
    ],
)
def test_a_count_points_back_to_what_its_report_tells_of(before, points):
    assert pointing(list(tokens(before))) is points


def test_an_attack_without_an_article_is_told_anew():
    assert anew(list(tokens("قتلوا في هجمات جوية")))
    assert not anew(list(tokens("قتلوا في الهجوم")))


def test_several_attacks_are_summed_up():
    assert scattered(list(tokens("قتل 25 في هجمات متفرقة")))


@pytest.mark.parametrize(
    ("before", "after", "befallen", "is_part"),
    [
        ("بينهم", "", True, True),
        ("", "منهم أطفال", False, True),
        ("إنقاذ", "منهم حتى الآن", True, False),
        ("", "بين القتلى", True, True),
    ],
)
def test_whoever_something_befell_is_no_part(before, after, befallen, is_part):
    assert part(list(tokens(before)), list(tokens(after)), befallen) is is_part


@pytest.mark.parametrize(
    ("after", "apart"),
    [("إلى جانب الطاقم", True), ("إضافة إلى إصابة 30", False), ("بالإضافة لمصور", True), ("في الحادث", False)],
)
def test_who_is_counted_apart(after, apart):
    assert but([one.key for one in tokens(after)]) is apart


def test_the_first_time_is_no_earlier_count():
    assert prior(list(tokens("في الحصيلة الأولى")), [])
    assert not prior(list(tokens("يقام للمرة الأولى أمام")), [])
    assert prior(list(tokens("ذكرى مقتل")), [])


def test_a_toll_that_is_told_to_have_risen():
    assert risen(list(tokens("ارتفاع حصيلة تفجير بندر إلى")))
    assert not risen(list(tokens("مقتل أكثر من")))


@pytest.mark.parametrize(
    ("whom", "before", "after", "group"),
    [
        ("people", "سقوط", "بين صفوف القوات", "fighter"),
        ("people", "حصيلة القتلى بين المدنيين بلغت", "", "civilian"),
        ("people", "سقوط", "في الحادث", "people"),
        ("child", "سقوط", "بين المدنيين", "child"),
    ],
)
def test_the_side_whose_dead_are_counted(whom, before, after, group):
    assert ranked(whom, list(tokens(before)), list(tokens(after))) == group
