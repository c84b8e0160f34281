"""What a romanised name rests on: listed spellings, likely ones, guesses; English names of countries and bodies."""

from __future__ import annotations

import time

import pytest

from riwaya.arabic.english import english
from riwaya.arabic.romanise import romanised
from riwaya.arabic.spelled import spelled


@pytest.mark.parametrize(
    ("name", "by"),
    [
        ("جو بايدن", "lexicon"),
        ("محمد بن سلمان", "lexicon"),
        ("شي جين بينغ", "lexicon"),
        ("John Smith", "lexicon"),
        ("كلثم الرقيبي", "guess"),  # two words that no list has
        ("جو سترومسهايم", "guess"),  # one of two
    ],
)
def test_a_guess_is_marked(name: str, by: str) -> None:
    assert romanised(name).by == by


@pytest.mark.parametrize(
    ("name", "latin"),
    [("بيرلوسكوني", "Berlusconi"), ("بوتشتينو", "Pochettino"), ("شوارزينيغر", "Schwarzenegger")],
)
def test_other_vowels_lead_to_the_listed_name(name: str, latin: str) -> None:
    found = romanised(name)
    assert (found.text, found.by) == (latin, "guess")


@pytest.mark.parametrize(("word", "near"), [("ڤرمونت", "v"), ("پرويز", "p"), ("چمران", "ch"), ("گلستان", "g")])
def test_borrowed_letters_keep_their_sound(word: str, near: str) -> None:
    assert spelled(word).startswith(near)


@pytest.mark.parametrize("word", ["ستروغانوفيتش", "ميركاتوفسكي", "الزعيترانيون", "ءءء", "ۼۼ"])
def test_whatever_stands_there_is_spelled_in_latin(word: str) -> None:
    assert romanised(word).text.isascii() or not romanised(word).text.strip()


def test_a_new_name_is_spelled_quickly() -> None:
    words = ["".join(letters) for letters in zip("بتجدرزسشكلمن" * 8, "اوي" * 32, "نرلمسدكبتقفز" * 8, strict=True)]
    start = time.perf_counter()
    for word in words:
        spelled(word)
    assert (time.perf_counter() - start) / len(words) < 0.02


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("الأمم المتحدة", "United Nations"),
        ("أميركا", "United States"),
        ("سلطنة عمان", "Oman"),
        ("الحرس الثوري", "Revolutionary Guards"),
        ("وزارة الدفاع البريطانية", "Ministry of Defence (Britain)"),
        ("الجيش اللبناني", "Lebanese Army"),  # listed itself
        ("الجيش السريع", None),
        ("وزارة المياه", None),
        ("نادر", None),
    ],
)
def test_english(name: str, expected: str | None) -> None:
    assert english(name) == expected
