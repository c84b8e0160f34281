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
    ],
)
def test_form(word: str, type_: str, form: str) -> None:
    found = event_words()[fold(word)]
    assert (found.type, found.form) == (type_, form)


@pytest.mark.parametrize("word", ["وزارة", "في", "قبل", "غير"])
def test_no_event(word: str) -> None:
    assert fold(word) not in event_words()
