"""Until when an expected thing is to happen, as reports tell it differently."""

from itertools import combinations

import pytest

from riwaya.link.accounts.contradictions.deadlines import apart, deadlines
from riwaya.link.accounts.passages import Reader
from riwaya.link.accounts.voices import Voices
from riwaya.link.who import Who

from .made import report

HEAD = "أخبار الشمال\n"


def told(text: str, doc: str) -> list[tuple[str, str, str]]:
    made = report(HEAD + text, doc)
    return [
        (one.process, one.kind, one.last) for one in deadlines(Reader(0, made, Who([], {}), Voices(made, nobody())))
    ]


def nobody() -> Who:
    return Who([], {})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أعلنت مصر انسحاب قواتها من السودان بنهاية العام.", [("leaving", "by", "2021-12-31")]),
        ("ولم يعلن الوزير عن موعد نهائي لرحيل القوات المصرية من السودان.", [("leaving", "undated", "")]),
        ("لكن انسحابهم من السودان قد يستغرق سنوات.", [("leaving", "lasting", "سنوات")]),
        ("ستجرى الانتخابات في مصر قبل نهاية أكتوبر المقبل.", [("ballot", "by", "2021-10-31")]),
        ("وتريد مصر إبرام اتفاق الخروج من السودان بحلول أكتوبر المقبل.", []),
        ("أعلنت مصر انسحاب قواتها من السودان بنهاية عام 2019.", []),
        ("أعلنت مصر انسحاب قواتها من السودان.", []),
    ],
)
def test_deadlines(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text, "one") == expected


@pytest.mark.parametrize(
    ("texts", "differ"),
    [
        (("أعلنت مصر انسحاب قواتها بنهاية العام.", "ولم تعلن مصر عن موعد لرحيل قواتها من السودان."), True),
        (("أعلنت مصر انسحاب قواتها بنهاية العام.", "قالت مصر إن انسحاب قواتها سيتم بنهاية العام."), False),
        (("أعلنت مصر انسحاب قواتها بنهاية العام.", "أعلنت تركيا إجراء الانتخابات قبل نهاية مايو المقبل."), False),
        (("قد يستغرق انسحاب مصر سنوات.", "ولم تعلن مصر عن موعد لرحيل قواتها من السودان."), False),
    ],
)
def test_deadlines_of_one_thing_differ(texts: tuple[str, str], differ: bool) -> None:
    found = []
    for at, text in enumerate(texts):
        made = report(HEAD + text, f"doc{at}")
        found += list(deadlines(Reader(at, made, nobody(), Voices(made, nobody()))))
    assert any(apart(left, right) is not None for left, right in combinations(found, 2)) == differ
