"""Which witnesses of a claim say the same, and what a passage turns on."""

from __future__ import annotations

import pytest

from riwaya.link.accounts.core import core
from riwaya.link.accounts.passages import Passage, Reader
from riwaya.link.accounts.predicates import predicate
from riwaya.link.accounts.voices import Voices
from riwaya.link.who import Who

from .made import passage, report


@pytest.mark.parametrize(
    ("words", "before", "lemma"),
    [
        ("الجيش السهلي يحاصر بلدة بندر", "أن", "حاصر"),
        ("مقتل جنديين في بلدة بندر التي يحاصرها الجيش", "", "قتل"),
        ("حصار بلدة بندر عمل غير مقبول", "أن", None),
        ("بلاده قررت فرض عقوبات على شركة النهر", "أن", "فرض"),
        ("الطائرة التي سقطت في البحر كانت تحمل عشرين راكبا", "أن", "حمل"),
        ("ردًا على حصار البلدة ستنسحب القوات من الوادي", "", "انسحب"),
        ("عدم اعترافها بالانتخابات التي فاز بها الحلواني", "", "اعتراف"),
        ("اتفاق الطرفين على وقف القتال في الوادي", "", "اتفق"),
        ("قراره فرض عقوبات على الشركة غير قانوني", "", "قرر"),
        ("قائد الكتيبة قتل في غارة على الوادي", "إن", "قتل"),
        ("لم تنسحب القوات من الوادي", "إنه", "انسحب"),
    ],
)
def test_what_a_passage_turns_on(words: str, before: str, lemma: str | None) -> None:
    found = predicate(passage(words), before)
    assert (found and found.lemma) == lemma
    assert found is None or found.negated == words.startswith(("لم", "عدم"))


def said(*texts: str) -> tuple[list[list[Passage]], dict[str, str]]:
    """Return the passage of the first statement of each invented report as an origin of its own, with the texts."""
    nobody = Who([], {})
    reports = [report(text, f"doc{at}") for at, text in enumerate(texts)]
    readers = [Reader(at, one, nobody, Voices(one, nobody)) for at, one in enumerate(reports)]
    told = [[next(reader.passages())] for reader in readers]
    return told, {one.document.id: one.document.text for one in reports}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "أعلن الجيش السهلي مقتل قائد كتيبة النهر في غارة على الوادي.",
            "قالت كتيبة النهر إن قائد الكتيبة قتل في غارة على الوادي.",
        ),
        (
            "قالت وزارة النقل السهلية إن الجسر القديم انهار بعد السيل.",
            "قال ناجي الحلواني إن الجسر القديم في المدينة انهار بعد السيل.",
        ),
    ],
)
def test_those_who_say_the_same_are_counted_together(left: str, right: str) -> None:
    assert core(*said(left, right)) == {0, 1}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "قالت وزارة النقل السهلية إن الجسر القديم انهار بعد السيل.",
            "قال ناجي الحلواني إن انهيار الجسر القديم بعد السيل عار على المدينة.",
        ),
        (
            "قال ناجي الحلواني إن سهلان ستطرد 4 دبلوماسيين من سفارة وادان القديمة.",
            "قالت سلمى الدرعاوي إن سهلان ستطرد 13 دبلوماسيا من سفارة وادان القديمة.",
        ),
        (
            "قالت وزارة النقل السهلية إن الجسر القديم انهار بعد السيل.",
            "قال ناجي الحلواني إن الجسر القديم لم ينهر بعد السيل.",
        ),
        (
            "قالت وزارة النقل السهلية إن الوزير ناقش مع البلدية إصلاح الجسر القديم.",
            "قال ناجي الحلواني إن الوزير سيناقش مع البلدية إصلاح الجسر القديم.",
        ),
        (
            "قال الجيش السهلي إن القوات بدأت إجلاء سكان البلدة القديمة.",
            "قال ناجي الحلواني إن القوات أنهت إجلاء سكان البلدة القديمة.",
        ),
    ],
)
def test_comments_other_numbers_and_phases_are_near_and_not_counted(left: str, right: str) -> None:
    assert core(*said(left, right)) == {0}


def test_the_largest_core_is_kept() -> None:
    texts = (
        "قال ناجي الحلواني إن انهيار الجسر القديم بعد السيل عار على المدينة.",
        "قالت وزارة النقل السهلية إن الجسر القديم انهار بعد السيل.",
        "قالت سلمى الدرعاوي إن الجسر القديم في المدينة انهار بعد السيل.",
    )
    assert core(*said(*texts)) == {1, 2}
