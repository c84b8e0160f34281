"""Who did it to whom, and where the clause leaves it open: invented sentences, positives and traps."""

from __future__ import annotations

import pytest

from riwaya.link.links import link

from .made import made

PEOPLE = {"سامي البدري": {"roles": ["رئيس الوزراء"]}, "ليلى الحسن": {"roles": ["وزيرة الخارجية"]}}


def _known(body: str) -> dict[str, dict[str, list[str]]]:
    """Return the people named in a text, with the titles that it gives them."""
    return {
        name: {"roles": [role for role in rest["roles"] if role in body]}
        for name, rest in PEOPLE.items()
        if name in body
    }


@pytest.mark.parametrize(
    ("body", "who", "whom"),
    [
        ("استقبل رئيس الوزراء سامي البدري وزيرة الخارجية ليلى الحسن الأحد", ["سامي البدري"], ["ليلى الحسن"]),
        ("اجتمع رئيس الوزراء سامي البدري الأحد مع وزيرة الخارجية ليلى الحسن", ["سامي البدري"], ["ليلى الحسن"]),
        ("جرت الأحد زيارة رئيس الوزراء سامي البدري إلى وزيرة الخارجية ليلى الحسن", [], []),
        ("تلت ذلك زيارة سامي البدري الأحد بحضور رئيس الوزراء وزيرة الخارجية ليلى الحسن", ["سامي البدري"], []),
        # a title between the times and places belongs to the one received
        ("استقبل رئيس الوزراء سامي البدري في القصر الأحد وزيرة الخارجية ليلى الحسن", ["سامي البدري"], ["ليلى الحسن"]),
        # a body is the subject, the person behind it the object
        ("أوقفت السلطات المحلية الأحد سامي البدري", [], ["سامي البدري"]),
        ("كانت قوات الأمن العراقية قد ألقت القبض الأحد على سامي البدري", ["قوات الأمن العراقية"], ["سامي البدري"]),
        ("أمرت النيابة الأحد بحبس رئيس الوزراء سامي البدري", [], ["سامي البدري"]),
        ("ليلى الحسن، التي عينها البرلمان، أُقيلت الأحد", [], ["ليلى الحسن"]),
        ("قدمت ليلى الحسن، التي أقالها سامي البدري الأحد", ["سامي البدري"], ["ليلى الحسن"]),
        ("كان سامي البدري قد توجه الأحد إلى القصر", ["سامي البدري"], []),
        ("جرت الإطاحة الأحد بسامي البدري", [], ["سامي البدري"]),
        # an object behind the genitive of a noun of action: this is who did it
        ("انهار السد عقب رفع سامي البدري الأحد عدة قيود", ["سامي البدري"], []),
        # by telephone, and the two who did it
        ("أجرى سامي البدري اتصالا هاتفيا الأحد بليلى الحسن", ["سامي البدري"], ["ليلى الحسن"]),
        ("سامي البدري وليلى الحسن اتفقا الأحد على تقاسم المياه", ["سامي البدري", "ليلى الحسن"], []),
        ("سافرت العراقية ليلى الحسن الأحد", ["ليلى الحسن"], []),
        ("أطلق الأحد سراح سامي البدري", [], ["سامي البدري"]),
        # a common noun is the subject: the name behind it is not put in its place
        ("أقر سكان حي سامي البدري الأحد الاتفاق", [], []),
        # who joined it is behind إليه: the word before الذي is not the subject
        ("مجلس ليلى الحسن الذي انضم إليه سامي البدري الأحد", ["سامي البدري"], []),
        # who leads a delegation acts with it; who leads another body does not stand for it
        ("وصل الأحد وفد من النقابة برئاسة سامي البدري إلى القصر", ["سامي البدري"], []),
        ("وصلت الأحد قافلة من النقابة برئاسة سامي البدري إلى القصر", [], []),
        # a relative verb with its object's pronoun; an attack is no subject's name
        ("وصلت ليلى الحسن التي أقالتها السلطات السلوانية الأحد", [], ["ليلى الحسن"]),
        ("هجوم استهدف سامي البدري الأحد", [], ["سامي البدري"]),
        # a country's body ends with its adjective: what is done to whom stands behind
        ("اعتقلت القوات العراقية المشتركة المسلحين الأحد", ["القوات العراقية المشتركة"], []),
        ("اعتقلت الشرطة العراقية 39 مسلحا الأحد", ["الشرطة العراقية"], []),
        # under a preposition that opens the clause stands no subject
        ("في القصر التقى سامي البدري ليلى الحسن الأحد", ["سامي البدري"], ["ليلى الحسن"]),
        # who speaks at a meeting, and who is received
        ("تحدث سامي البدري عن السد خلال لقاء الأحد مع ليلى الحسن", ["سامي البدري"], ["ليلى الحسن"]),
        ("وأضاف سامي البدري، لدى استقباله، الأحد، بمكتبه ليلى الحسن", ["سامي البدري"], ["ليلى الحسن"]),
        ("حضر ناجي خلال لقاء الأحد مع ليلى الحسن", [], ["ليلى الحسن"]),
        # behind another event stands nobody's subject
        ("انتقدت الأحد توقيف رئيس الوزراء سامي البدري قبل وصول وزيرة الخارجية ليلى الحسن", [], []),
    ],
)
def test_parties(body: str, who: list[str], whom: list[str]) -> None:
    report = {"doc": "d", "title": "خبر", "text": f"{body}.", "published": "2031-05-05", "people": _known(body)}
    (entry, *_) = link([made(report | {"times": [["الأحد", "2031-05-04"]]})]).timeline
    assert (list(entry.who), list(entry.whom)) == (who, whom)
