"""Which two numbers for one thing can both be true."""

import pytest

from riwaya.lexicon import table
from riwaya.link.figures.clash import agree
from riwaya.link.figures.series import figures
from riwaya.model import Figure, Story
from riwaya.tell.words import word

from .test_counts import report


def figure(number, relation="exactly", upper=None):
    return Figure(start=0, end=1, number=number, relation=relation, counted="عاملا", upper=upper)


@pytest.mark.parametrize(
    ("left", "right", "both"),
    [
        (figure(30, "about"), figure(29), True),
        (figure(30, "about"), figure(40), False),
        (figure(12, "more-than"), figure(13), True),
        (figure(12, "more-than"), figure(30), False),
        (figure(12, "at-least"), figure(9), False),
        (figure(15), figure(15, "between", 20), True),
        (figure(22), figure(15, "between", 20), False),
        (figure(900, "at-most"), figure(700), True),
        (figure(900, "at-most"), figure(1200), False),
        (figure(1_600_000), figure(1_640_000), True),
        (figure(16), figure(15), False),
        (figure(112_686), figure(112_000), True),
        (figure(112_686), figure(111_000), False),
    ],
)
def test_agree(left, right, both):
    assert agree(left, right) is both
    assert agree(right, left) is both


STORY = Story(id="s", title="")
DEAD = "انهار جسر الرمانة قرب وادي المرجان وقتل {} عاملا في الحادث"


def found(*told):
    """Verdict and reasons of the one series that reports of a collapse make: (outlet, number, moment)."""
    reports = [report(name, DEAD.format(n), n, f"{n} عاملا", day=at) for name, n, at in told]
    (series,) = figures(STORY, reports, lambda doc, name, kind=None: name)
    return series.verdict, {one.reason for one in series.rivals}


def test_a_toll_that_rises_is_no_conflict():
    assert found(("أ", 7, "2020-05-18T08:00+00:00"), ("ب", 12, "2020-05-18T15:00+00:00")) == ("rises", set())


def test_whoever_stands_before_a_number_adds_to_it():
    texts = (
        ("قتل ضابط وثلاثة جنود في انفجار قرب وادي المرجان", 3, "ثلاثة جنود"),
        ("قتل 4 جنود في انفجار قرب وادي المرجان", 4, "4 جنود"),
    )
    reports = [report(str(n), *told, day="2020-05-18T08:00+00:00") for n, told in enumerate(texts)]
    assert not any(one.rivals for one in figures(STORY, reports, lambda doc, name, kind=None: name))


def test_the_scale_of_a_number_in_quotes_is_no_number():
    reports = [
        report("أ", "سحبت الشركة «1.4» مليون سيارة لعطل في المقود", 1e6, "مليون سيارة", day="2020-05-18T08:00+00:00"),
        report(
            "ب", "سحبت الشركة 1.4 مليون سيارة لعطل في المقود", 1.4e6, "1.4 مليون سيارة", day="2020-05-18T08:00+00:00"
        ),
    ]
    (series,) = figures(STORY, reports, lambda doc, name, kind=None: name)
    assert [one.number for one in series.counts] == [1.4e6]


def test_a_later_report_with_fewer_is_one():
    told = ("أ", 12, "2020-05-18T08:00+00:00"), ("ب", 9, "2020-05-18T15:00+00:00")
    assert found(*told) == ("conflict", {"below"})
    assert found(*reversed(told)) == ("conflict", {"below"})


def test_hours_are_compared_in_one_time_zone():
    assert found(("أ", 12, "2020-05-18T18:00+04:00"), ("ب", 9, "2020-05-18T15:30+00:00"))[1] == {"below"}


def test_two_outlets_within_the_hour_differ():
    assert found(("أ", 7, "2020-05-18T08:00+00:00"), ("ب", 12, "2020-05-18T08:20+00:00"))[1] == {"beside"}


def test_days_later_nothing_is_held_against_another():
    assert found(("أ", 12, "2020-05-18T08:00+00:00"), ("ب", 12, "2020-05-25T08:00+00:00")) == ("agree", set())


def test_every_fate_has_its_words_on_the_page():
    for row in table("fates"):
        if row["fate"] != "toll":  # told as killed
            assert word(f"fate.{row['fate']}")
