import pytest

from riwaya.model import Annotations, Document, Figure, Outlet, Published, Report, Sentence
from riwaya.tell.figures import counts, disputed


def report(doc, text, number, words, relation="exactly", day="2020-05-18"):
    at = text.index(words)
    figure = Figure(start=at, end=at + len(words), number=number, relation=relation, counted=words.split()[-1])
    return Report(
        document=Document(id=doc, key=doc, doc=doc, text=text),
        annotations=Annotations(
            doc=doc,
            id=doc,
            outlet=Outlet(name=doc, basis="given"),
            published=Published(value=day, basis="given"),
            sentences=(Sentence(start=0, end=len(text), paragraph=0),),
            figures=(figure,),
        ),
    )


LEFT = report("المرفأ", "انهار جسر الرمانة أمس وقتل 12 عاملا في الحادث", 12, "12 عاملا")


@pytest.mark.parametrize(
    ("right", "at_odds"),
    [
        (report("الأفق", "انهار جسر الرمانة وقتل 15 عاملا في الحادث", 15, "15 عاملا"), True),
        (report("الأفق", "انهار جسر الرمانة وقتل 12 عاملا في الحادث", 12, "12 عاملا"), False),
        (report("الأفق", "انهار جسر الرمانة وقتل 120 عاملا في الحادث", 120, "120 عاملا"), False),
        (report("الأفق", "أضرب 15 عاملا في ميناء المرجان أمس", 15, "15 عاملا"), False),
        (report("الأفق", "انهار جسر الرمانة وقتل 15 عاملا على الأقل في الحادث", 15, "15 عاملا", "at-least"), False),
        (report("الأفق", "انهار جسر الرمانة وقتل 15 عاملا في الحادث", 15, "15 عاملا", day="2020-05-19"), False),
        (report("الأفق", "انهار جسر الرمانة وقتل بينهم 15 عاملا في الحادث", 15, "15 عاملا"), False),
        (report("الأفق", "انهار جسر الرمانة وقتل 15 مترا في الحادث", 15, "15 مترا"), False),
        (report("المرفأ", "انهار جسر الرمانة وقتل 15 عاملا في الحادث", 15, "15 عاملا"), False),
    ],
    ids=[
        "differ",
        "agree",
        "ten times as many: another thing",
        "another event",
        "only a lower bound",
        "a day later",
        "a part of the count",
        "a measure",
        "one outlet",
    ],
)
def test_disputed_only_where_one_thing_is_counted_differently(right, at_odds):
    assert bool(disputed(counts([LEFT, right]))) is at_odds


def test_number_and_case_make_no_other_series():
    left = report("المرفأ", "قتل 12 عاملا", 12, "12 عاملا")
    right = report("الأفق", "قتل 7 عمال", 7, "7 عمال")
    assert len({count.series for count in counts([left, right])}) == 1


def test_a_round_number_agrees_with_an_exact_one():
    about = report("الأفق", "انهار جسر الرمانة وتضرر نحو 1200 مزارعا", 1200, "1200 مزارعا", "about")
    exact = report("المرفأ", "تضرر 1187 مزارعا حين انهار جسر الرمانة", 1187, "1187 مزارعا")
    assert not disputed(counts([about, exact]))
