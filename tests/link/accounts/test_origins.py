"""How many known origins stand behind voices, and why some are one."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from riwaya.link.accounts.origins import counted
from riwaya.link.accounts.voices import Voice, Voices
from riwaya.link.who import Who
from riwaya.model import Copy, Evidence

from .made import report

NOBODY = Who([], {})


def voices(*texts: str) -> list[Voice]:
    """Return the voice of the first statement of each invented report, the outlet's own where there is none."""
    found = []
    for at, text in enumerate(texts):
        made = report(text, f"doc{at}")
        told, reader = made.annotations.statements, Voices(made, NOBODY)
        found.append(reader.of(told[0]) if told else reader.own(made.annotations.sentences[0]))
    return found


@pytest.mark.parametrize(
    ("texts", "origins"),
    [
        (("قال المتحدث باسم شرطة الرياض إن الحريق أخمد.", "وأعلنت الشرطة أن الحريق أخمد."), 1),
        (("أعلن الجيش التركي أنه سيطر على التل.", "أعلن الجيش السوري أنه سيطر على التل."), 2),
        (("قالت مصادر أمنية إن الحريق أخمد.", "ذكرت وسائل إعلام محلية أن الحريق أخمد."), 0),
        (("قال وزير الصحة سالم المرهون إن الوباء انتهى.", "قالت وزارة الصحة إن الوباء انتهى."), 1),
        (("قال ناجي الحلواني إن الجسر انهار.", "قالت سلمى الدرعاوي إن الجسر انهار."), 2),
        (("قال كيم جونغ أون إن الجسر انهار.", "قال كيم إن الجسر انهار."), 1),
        (("أعلنت السلطات أن الجسر انهار.", "أخمد الحريق في الميناء القديم صباح اليوم."), 0),
        (("قال مراسلنا إن الجسر انهار.", "قال ناجي الحلواني إن الجسر انهار."), 1),
        (("قالت متحدثة باسم الوزارة لوكالة رويترز إن الجسر انهار.", "قالت وزارة النقل المصرية إن الجسر انهار."), 1),
        (("قال وزير النفط البحريني سالم المرهون إن الحقل كبير.", "أعلنت البحرين أن الحقل كبير."), 1),
        (("قال الزعيم البحريني سالم المرهون إن الحقل كبير.", "أعلنت البحرين أن الحقل كبير."), 1),
        (("قال زعيم حزب العمل البريطاني سالم المرهون إن الحقل كبير.", "أعلنت بريطانيا أن الحقل كبير."), 2),
        (("قال وزير النفط البحريني سالم المرهون إن الحقل كبير.", "أعلنت تونس أن الحقل كبير."), 2),
        (("قالت رئيسة الوزراء البريطانية إن الجسر صمد.", "قالت رئيسة الوزراء البريطانية ليلى نوري إن الجسر صمد."), 1),
        (("أعلن التلفزيون الجزائري أن الجسر انهار.", "أعلنت وزارة الدفاع الجزائرية أن الجسر انهار."), 1),
        (("قالت وكالة البحرين الرسمية للأنباء إن الجسر انهار.", "قالت وزارة الداخلية البحرينية إن الجسر انهار."), 1),
        (("ذكر راديو وتلفزيون بلجيكا أن الجسر انهار.", "قالت النيابة العامة البلجيكية إن الجسر انهار."), 2),
        (("قال رجل إطفاء إن الجسر انهار.", "قال ناجي الحلواني إن الجسر انهار."), 1),
        (("قال نائب في البرلمان السهلي إن الجسر انهار.", "قال ناجي الحلواني إن الجسر انهار."), 1),
        (("أعلن تلفزيون النهار الجزائري أن الجسر انهار.", "أعلنت وزارة الدفاع الجزائرية أن الجسر انهار."), 2),
    ],
)
def test_how_many_known_origins(texts: tuple[str, ...], origins: int) -> None:
    assert len(counted(voices(*texts)).groups) == origins


def test_a_bare_name_never_makes_two_armies_one() -> None:
    found = counted(
        voices(
            "أعلن الجيش التركي أنه سيطر على التل.",
            "أعلن الجيش أنه سيطر على التل.",
            "أعلن الجيش السوري أنه سيطر على التل.",
        )
    )
    assert len(found.groups) == 2


def test_copied_words_are_one_witness() -> None:
    texts = ("قال ناجي الحلواني إن الجسر انهار.", "قالت سلمى الدرعاوي إن الجسر انهار.")
    told = voices(*texts)
    spans = tuple(Evidence(doc=one.doc, start=0, end=40) for one in told)
    found = counted(told, [Copy(doc="doc1", original="doc0", score=0.9, evidence=spans)])
    assert len(found.groups) == 1
    assert [(one.reason, one.docs) for one in found.merges] == [("copied", ("doc0", "doc1"))]


def test_a_merge_tells_its_reports_and_origin() -> None:
    found = counted(voices("أعلن الجيش التركي أنه سيطر على التل.", "قال الجيش التركي إنه سيطر على التل."))
    (merge,) = found.merges
    assert merge.reason == "one-origin"
    assert merge.docs == ("doc0", "doc1")
    assert merge.origin == "الجيش التركي"


def read(*texts: str, heads: tuple[int, ...] = ()) -> int:
    """Return how many origins invented reports have, their words at hand."""
    return len(counted(voices(*texts), texts={f"doc{at}": text for at, text in enumerate(texts)}, heads=heads).groups)


def test_one_quotation_is_one_origin_whoever_is_named() -> None:
    first = 'قالت السفارة السهلية "يقود سفينة مثقوبة ويداه على الدفة".'
    assert read(first, 'قال ناجي الحلواني "يقود سفينة مثقوبة ويداه على الدفة".') == 1
    assert read(first, 'قال ناجي الحلواني "يقود سفينة جديدة ولا أحد يراه".') == 2


def test_an_agency_that_tells_what_somebody_said_is_no_second_origin() -> None:
    union = "قال الاتحاد السهلي للكتاب إن الجائزة ألغيت."
    assert read(union, "ذكرت صحيفة الأهرام المصرية أن الاتحاد السهلي للكتاب انتقد الجائزة وألغاها.") == 1
    assert read(union, "ذكرت صحيفة الأهرام المصرية أن الجائزة لن تمنح هذا العام.") == 2


def test_a_name_that_holds_a_persons_name_is_that_person() -> None:
    assert read("قال سمير نورالدين إن الجسر انهار.", "قال لحزب النهر سمير نور الدين إن السد تصدع.") == 1


def test_the_speaker_of_a_headline_is_somebody_of_its_text() -> None:
    told = voices("قال ناجي الحلواني إن الجسر انهار.", "قالت سلمى الدرعاوي إن الجسر انهار.")
    same = [told[0], replace(told[1], doc=told[0].doc)]
    assert len(counted(same).groups) == 2
    assert len(counted(same, heads=[1]).groups) == 1
    assert len(counted(told, heads=[1]).groups) == 2


def test_a_title_in_a_report_that_names_a_person_is_he() -> None:
    told = voices("قال المرشح الرئاسي إن الجسر انهار.", "قال ناجي الحلواني إن الجسر انهار.")
    assert len(counted([told[0], replace(told[1], doc=told[0].doc)]).groups) == 1
    assert len(counted(told).groups) == 2


def test_a_coalition_and_the_agency_of_the_state_that_leads_it_have_one_owner() -> None:
    assert read("قال التحالف العربي إن الجسر دمر.", "قالت وكالة الأنباء السعودية إن السفينة دمرت.") == 1
    assert read("قال التحالف العربي إن الجسر دمر.", "قالت وكالة الأنباء القطرية إن السفينة دمرت.") == 2


def test_one_report_that_has_two_say_the_same_words_takes_one_for_the_other() -> None:
    texts = (
        "قال ناجي الحلواني إن الجسر القديم انهار فجر اليوم بعد السيل.",
        "قالت سلمى الدرعاوي إن الجسر القديم انهار فجر اليوم.",
    )
    told = voices(*texts)
    later = replace(told[1], doc="doc0", start=told[0].start, end=told[0].end)
    assert len(counted([told[0], later], texts={"doc0": texts[0]}).groups) == 1


def test_one_sentence_of_somebody_about_himself_translated_twice_is_one_occasion() -> None:
    first = 'قال ناجي الحلواني "سنتابع الوضع في الوادي بدقة ونحن نعمل بمسؤولية وتصميم".'
    assert read(first, 'قالت البلدية القديمة "سنتابع أوضاع الوادي بدقة ونعمل بكل مسؤولية وتصميم".') == 1
    assert read(first, 'قالت سلمى الدرعاوي "سنفتح الجسر في الوادي غدا ونزور المدرسة والسوق".') == 2
