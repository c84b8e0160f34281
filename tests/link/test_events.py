"""Printed forms of event words."""

from __future__ import annotations

import pytest

from riwaya.arabic.letters import fold
from riwaya.link.events import event_words


@pytest.mark.parametrize(
    ("word", "type_", "form"),
    [
        ("التقت", "CONSULT", "past"),
        ("وسيجتمع", "CONSULT", "future"),
        ("يلتقيان", "CONSULT", "present"),
        ("المفاوضات", "CONSULT", "noun"),
        ("بزيارته", "CONSULT", "noun"),
        ("وأعلنت", "MAKE STATEMENT", "past"),
        ("نوقش", "CONSULT", "past"),
        ("انسحبوا", "RETREAT", "past"),
        ("يستهدفون", "ASSAULT", "present"),
        ("هجوما", "ASSAULT", "noun"),
        ("اعتقالات", "COERCE", "noun"),
        ("الاعتداء", "ASSAULT", "noun"),
        ("وأقيلت", "SANCTION", "past"),
        ("انتفاضة", "PROTEST", "noun"),
        ("تدخل", "", "past"),  # not: she enters
    ],
)
def test_form(word: str, type_: str, form: str) -> None:
    found = event_words()[fold(word)]
    assert (found.type, found.form) == (type_, form)


@pytest.mark.parametrize("word", ["وزارة", "في", "قبل", "غير"])
def test_no_event(word: str) -> None:
    assert fold(word) not in event_words()


@pytest.mark.parametrize(
    ("word", "near", "type_"),
    [
        ("هزيمة", ["الفريق"], ""),
        ("هزيمة", ["التنظيم"], "ASSAULT"),
        ("أغلق", ["مؤشر", "السوق"], ""),
        ("أغلق", ["المعبر"], "COERCE"),
        ("فرضت", ["حظر", "التجول"], "COERCE"),
        ("اعترفت", ["بدولة"], "SUPPORT"),
        ("اعترف", ["بخطئه"], "MAKE STATEMENT"),
        ("قطعت", ["علاقاتها"], "SANCTION"),
        ("انفجر", ["مفخخة"], "ASSAULT"),
    ],
)
def test_type_beside(word: str, near: list[str], type_: str) -> None:
    assert event_words()[fold(word)].told_beside(map(fold, near)) == type_
