"""Which event a date belongs to: names between commas are passed, other dates and attributions are not."""

from __future__ import annotations

import pytest

from riwaya.arabic.tokens import tokens
from riwaya.link.clauses import clause, event


@pytest.mark.parametrize(
    ("text", "dated", "lemma"),
    [
        ("أعلن وزير المياه، ناجي المرهون، الأحد، أن السد سيفتح", "الأحد", "أعلن"),
        ("أعلنت مؤسسة السدود السلوانية (المؤسسة)، السبت، انتهاء العمل", "السبت", "أعلن"),
        ("انهار جسر الرمانة، شمالي العاصمة بلنسوان، الخميس", "الخميس", "انهار"),
        ("افتتح الوزير السد، وفق البيان، في مارس", "مارس", "افتتح"),
        ("افتتح الوزير السد، حسبما أفاد مراسل الصحيفة في سلوان، الأربعاء", "الأربعاء", None),
        ("افتتح الوزير السد الجمعة، في الرمانة، قرب بلدة الصفصاف، 2012", "2012", None),
        ("أعلن الموقع الذي تملكه الشركة الأربعاء أنه سيغلق", "الأربعاء", "أعلن"),
        ("رأى الموقع الذي تملكه الشركة الأربعاء العرض", "الأربعاء", None),
        ("وفي كلمته الأحد، تعهد الوزير بفتح السد", "الأحد", "تعهد"),
        ("ازدادت الشكاوى منذ وصول الوزير إلى المجلس في أبريل", "أبريل", "وصل"),
        ("فشلت الوزيرة في إجراء المحادثات الأحد", "الأحد", "فشل"),
        ("قامت الوزيرة بزيارة السد الأحد", "الأحد", "قام"),
        ("خسر الفريق في دوري أبطال الوادي في أبريل", "أبريل", "خسر"),
        ("زادت العقود تسليم ديسمبر الأحد", "ديسمبر", "زاد"),
        ("من أجل النهر في سلوان الأحد", "الأحد", None),
        ("لم يعد السد يعمل الأحد", "الأحد", None),
        ("بدا الوزير متعبا الأحد", "الأحد", None),
        ("بدأ الوزير العمل الأحد", "الأحد", "بدأ"),
        ("تحدث عن السد الوزير السابق ناجي المرهون، من سلوان (2012-2017) في لقاء", "2012", None),
    ],
)
def test_dated(text: str, dated: str, lemma: str | None) -> None:
    words = list(tokens(text))
    place = text.index(dated)
    first = next(at for at, word in enumerate(words) if word.end > place)
    days = [dated, "الجمعة"] if "الجمعة" in text else [dated]
    times = [(text.index(day), text.index(day) + len(day)) for day in days]
    found = event(clause(words, times, []), first, first)
    assert (found[1].lemma if found else None) == lemma
