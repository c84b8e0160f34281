"""Denials: those that point back to what stands before them, and those matched with a claim of another report."""

import pytest

from riwaya.link.accounts.contradictions.denials import denials
from riwaya.link.accounts.contradictions.disputes import matched
from riwaya.link.accounts.passages import Passage, Reader
from riwaya.link.accounts.voices import Voices
from riwaya.link.who import Who

from .made import report


def reader(text: str, doc: str = "one", day: str = "2021-03-04") -> Reader:
    made = report(text, doc, day)
    return Reader(0, made, Who([], {}), Voices(made, Who([], {})))


def passages(*texts: str) -> list[Passage]:
    return [one for at, text in enumerate(texts) for one in reader(text, f"doc{at}").passages()]


@pytest.mark.parametrize(
    ("text", "denied", "clause"),
    [
        (
            "أمطار في الشمال\nوتتهم مصر إيران بتهريب السلاح إلى الميناء، الأمر الذي تنفيه طهران.",
            "تتهم مصر إيران بتهريب السلاح",
            "الأمر الذي تنفيه طهران",
        ),
        (
            "أمطار في الشمال\nاتهمت مصر تركيا بقطع مياه النهر عن القرى. ونفت تركيا هذه الاتهامات.",
            "اتهمت مصر تركيا بقطع مياه النهر",
            "ونفت تركيا هذه الاتهامات",
        ),
        (
            "أمطار في الشمال\nأعلنت مصر أنها أوقفت سفينة تركية قرب الساحل، إلا أن تركيا نفت ذلك.",
            "أعلنت مصر أنها أوقفت سفينة تركية",
            "تركيا نفت ذلك",
        ),
    ],
)
def test_a_denial_points_back(text: str, denied: str, clause: str) -> None:
    (found,) = denials(reader(text))
    assert denied in text[found.start : found.end]
    assert clause in found.passage.text
    assert found.passage.denied
    assert found.passage.voice.speaker in ("طهران", "تركيا")


@pytest.mark.parametrize(
    "text",
    [
        "أمطار في الشمال\nوصلت سفينة إلى ميناء بندر أمس. ورفضت المحكمة طلب الادعاء.",
        "أمطار في الشمال\nفتحت الشرطة تحقيقا في الاتهامات الموجهة إلى المدير. ونفت تركيا هذه الاتهامات.",
        "أمطار في الشمال\nنفت تركيا أن تكون قطعت مياه النهر عن القرى المجاورة.",
        "أمطار في الشمال\nوصلت سفينة إلى ميناء بندر أمس. ولم تنف تركيا هذه الأنباء.",
    ],
)
def test_what_points_back_to_no_claim(text: str) -> None:
    assert list(denials(reader(text))) == []


def test_a_party_denies_what_it_is_blamed_for() -> None:
    told = passages(
        "توتر على الحدود\nونفت إيران ضلوعها في الهجوم على محطة القطارات في بندر.",
        "توتر على الحدود\nوقال وزير الخارجية المصري إن إيران تقف وراء الهجوم على محطة القطارات في بندر.",
    )
    (found,) = matched(told)
    assert "تقف وراء" in told[found.left].text
    assert told[found.right].denied
    assert found.difference.reason == "denied"


def test_a_denial_of_one_thing_is_none_of_another() -> None:
    told = passages(
        "توتر على الحدود\nونفت إيران ضلوعها في الهجوم على محطة القطارات في بندر.",
        "توتر على الحدود\nوقال وزير الخارجية المصري إن إيران تقف وراء ارتفاع أسعار القمح في الأسواق.",
    )
    assert list(matched(told)) == []
