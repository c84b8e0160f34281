"""What a count is called in a table, as the words beside it tell."""

from __future__ import annotations

from itertools import pairwise

import pytest

from riwaya.annotate.figures import figures
from riwaya.annotate.prose import Prose
from riwaya.arabic.tokens import tokens
from riwaya.link.figures.counts import counts
from riwaya.link.figures.labels import label, whole
from riwaya.model import Annotations, Document, Mention, Report, Sentence

CALLED = [
    ("عقدت الجولتين السابقتين من الحوار البحري", "جولتين من الحوار البحري"),
    ("سجلت 70 حالة اختناق في الحي", "حالة اختناق"),
    ("سجلت 70 حالة أمس", "حالة"),
    ("قتل خمسة من أفراد قوات الأمن في الحي", "أفراد قوات الأمن"),
    ("أسر 20 عنصرا من المتمردين", "عنصرا من المتمردين"),
    ("غادر 20 شخصا من المدينة", "شخصا"),
    ("دخلت 340 طنا من المساعدات الغذائية", "طنا من المساعدات الغذائية"),
    ("قتل جنديين سلوانيين في الحي", "جنديين سلوانيين"),
    ("قتل جنديين آخرين في الحي", "جنديين"),
    ("حرروا 300 كلم مربع", "كلم مربع"),
    ("أرسلت 20 طائرة تابعة للجيش", "طائرة"),
    ("أفرجوا عن الأسرى الذين بلغ عددهم 14 مليونا", "أسرى"),
    ("عدد الناخبين المسجلين 14 مليونا", "ناخبين"),
    ("ارتفعت قتلى الطائرة المنكوبة وعددهم 65 مليونا", ""),
    ("بلغت 20%", "في المئة"),
]
SHARES = [
    ("نال 8 في المئة من الأصوات", "الأصوات"),
    ("وصلت نسبة البطالة إلى 10 في المئة", "نسبة البطالة"),
    ("ارتفع السعر 8 في المئة", None),
    ("نال 20 مقعدا من الأصوات", None),
]


def counted(text: str):
    document = Document(id="x", key="x", doc="x", text=text)
    words = tuple(tokens(text))
    sentence = Sentence(start=0, end=len(text), paragraph=0)
    prose = Prose(document, words, (sentence,), ((0, len(words)),), ())
    bodies = tuple(
        Mention(start=one.start, end=two.end, type="ORG", entity=f"{one.text} {two.text}")
        for one, two in pairwise(words)
        if one.text == "قوات"
    )
    notes = Annotations(doc="x", id="x", sentences=(sentence,), figures=figures(prose, ()), mentions=bodies)
    return counts([Report(document=document, annotations=notes)])[0]


@pytest.mark.parametrize(("text", "name"), CALLED)
def test_a_count_is_called_by_what_it_counts(text: str, name: str) -> None:
    assert label(counted(text)) == name


@pytest.mark.parametrize(("text", "of"), SHARES)
def test_a_share_says_of_what(text: str, of: str | None) -> None:
    assert whole([counted(text)]) == of
