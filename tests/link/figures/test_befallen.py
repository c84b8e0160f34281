"""What befell the counted."""

import pytest

from riwaya.arabic.tokens import tokens
from riwaya.link.figures.befallen import fate


def befell(before, after="", own=""):
    found = fate(list(tokens(own)), list(tokens(before)), list(tokens(after)))
    return found.name if found else None


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        ("أسفر الحادث عن مقتل", "", "killed"),
        ("أسفر الحادث عن مقتل وإصابة", "", "casualties"),
        ("وفاة وإصابة", "", "casualties"),
        ("حادث يصرع ويصيب", "", "casualties"),
        ("قتلوا في الهجوم، مضيفة أن", "جرحوا", "injured"),
        ("سقط في الحادث", "بين قتيل وجريح", "casualties"),
        ("سقوط قتيل وإصابة", "", "injured"),
        ("انهار الجسر فوق العمال وعددهم", "وأصيب آخرون", None),
        ("قال إن", "قتلوا وأصيب العشرات", "killed"),
        ("أصدر المدعي أوامر اعتقال بحق", "", None),
        ("اعتقال", "", "arrested"),
        ("إصابة (", ") في حريق", "injured"),
        ("تحطم القارب ونجاة", "", "survived"),
    ],
)
def test_fates(before, after, name):
    assert befell(before, after) == name


@pytest.mark.parametrize(
    ("after", "name"),
    [("وجريحا في بندر", "casualties"), ("وجريح واحد", "killed"), ("في بندر", "killed")],
)
def test_dead_and_hurt_as_one_number(after, name):
    assert befell("", after, "70 قتيلا") == name
