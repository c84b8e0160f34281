"""Numbers that a report tells beside a count, so that another number is no conflict."""

import pytest
from msgspec.structs import replace

from riwaya.link.figures.counts import counts
from riwaya.link.figures.same import Same
from riwaya.link.figures.told import Told
from riwaya.link.figures.within import opposed

from .test_counts import report

DEAD = "قتل {} عاملا في الحادث"


def told(doc, *numbers):
    """Counts of dead workers of one report, a sentence each."""
    made = []
    for at, number in enumerate(numbers):
        (one,) = counts([report(doc, DEAD.format(number), number, f"{number} عاملا")])
        made.append(replace(one, sentence=at, evidence=replace(one.evidence, start=at, end=at + 1)))
    return made


@pytest.mark.parametrize(
    ("here", "there", "explained"),
    [
        ((60, 10), (70,), True),
        ((60, 5), (70,), False),
        ((4, 4), (8,), False),
        ((12, 9), (9, 12), True),
        ((12, 9), (9,), False),
        ((12,), (15,), False),
    ],
    ids=["a sum", "no sum", "one number twice", "each has both", "one has both", "two numbers"],
)
def test_what_explains_two_numbers(here, there, explained):
    left, right = told("المرفأ", *here), told("الأفق", *there)
    assert Told([*left, *right]).explained(left[0], right[0]) is explained


def test_a_part_adds_nothing():
    left, part = told("المرفأ", 12, 3)
    (right,) = told("الأفق", 15)
    part = replace(part, part=True)
    assert not Told([left, part, right]).explained(left, right)


def test_a_headline_that_the_text_repeats():
    (headline, text), (other,) = told("المرفأ", 12, 12), told("الأفق", 12)
    assert Told([headline, text, other]).repeats(headline)
    assert not Told([headline, text, other]).repeats(other)


def test_a_count_since_yesterday_is_that_of_its_event():
    (left,), (right,) = told("المرفأ", 21), told("الأفق", 22)
    assert left.setting.at is not None
    for days, one in ((1, True), (30, False)):
        since = replace(left, setting=replace(left.setting, since=left.setting.at - days * 86400.0))
        assert Same([since, right])(since, right) is one


def test_a_count_since_years_ago_is_not_that_of_these_days():
    (left,), (right,) = told("المرفأ", 800), told("الأفق", 900)
    assert left.setting.at is not None
    for since, one in ((left.setting.at - 50 * 365 * 86400.0, False), (0.0, True)):
        other = replace(left, setting=replace(left.setting, since=since))
        running = replace(right, setting=replace(right.setting, since=0.0))
        assert Same([other, running])(other, running) is one


def test_a_headline_against_the_text_below_it():
    headline, text = told("المرفأ", 29, 35)
    headline, text = replace(headline, headline=True, lead=True), replace(text, lead=True)
    same = Same([headline, text])
    assert opposed(headline, text, Told([headline, text]), same) == "headline"
    again = replace(text, figure=headline.figure, sentence=2)
    assert opposed(headline, text, Told([headline, text, again]), same) is None
    assert opposed(text, replace(headline, headline=False), Told([headline, text]), same) is None


def test_a_similar_attack_is_another():
    (one,) = counts([report("المرفأ", "أصيب 20 عاملا في هجوم مماثل", 20, "20 عاملا")])
    assert one.prior
