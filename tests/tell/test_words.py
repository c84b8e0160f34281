import re
from importlib import resources
from typing import get_args

import pytest

from riwaya.model import LinkKind, Modality, Mode, SpeakerKind, Stance
from riwaya.tell.words import counted, word

PAGE = resources.files("riwaya.tell") / "page"


@pytest.mark.parametrize(
    ("number", "arabic"),
    [
        (0, "0 تقرير"),
        (1, "تقرير واحد"),
        (2, "تقريران"),
        (3, "3 تقارير"),
        (10, "10 تقارير"),
        (11, "11 تقريرًا"),
        (99, "99 تقريرًا"),
        (100, "100 تقرير"),
        (102, "102 تقرير"),
        (103, "103 تقارير"),
        (1234, "1,234 تقريرًا"),
    ],
)
def test_arabic_counts_as_arabic_does(number, arabic):
    assert counted("n.reports", number).ar == arabic


def test_every_word_of_the_page_is_in_both_languages():
    text = "".join((PAGE / name).read_text(encoding="utf-8") for name in ("dossier.html.j2", "parts.html.j2"))
    keys = set(re.findall(r"""\b(?:t|label|word|n)\(['"]([a-z.-]+)['"][,)]""", text))
    assert len(keys) > 40
    assert {key for key in keys if word(key).ar == key} == set()


@pytest.mark.parametrize(
    ("kind", "values"),
    [("stance", Stance), ("quote", Mode), ("claim", Modality), ("kind", LinkKind), ("kind", SpeakerKind)],
)
def test_every_value_of_the_model_has_its_word(kind, values):
    keys = [f"{kind}.{value}" for value in get_args(values)]
    assert [key for key in keys if word(key).ar == key] == []


def test_an_unknown_word_stands_for_itself():
    assert word("weekday of publication").ar == "weekday of publication"
