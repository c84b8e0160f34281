"""Cards of people: of two who share a name each has what it said itself."""

from __future__ import annotations

from typing import Any

from link.made import made

from riwaya.link.links import link
from riwaya.model import Anchor, Citation, Judgement
from riwaya.tell.known import Known
from riwaya.tell.line import statement_lines
from riwaya.tell.origins import Origins
from riwaya.tell.people import people

NAME = "ناجي الحلواني"
TELLINGS = [
    {
        "doc": doc,
        "published": f"2031-01-0{day}",
        "title": "خزانات الوادي",
        "text": f"قال {who} إن {said} عن خطة خزانات الوادي ومياه الأمطار في القرى.",
        "people": {NAME: {}} if who == NAME else {NAME: {"variants": [who]}},
        "statements": [{"words": said, "cue": "قال", "speaker": who}],
    }
    for day, (doc, who, said) in enumerate(
        [("a", NAME, "الكلفة عالية"), ("b", NAME, "الكلفة مقبولة"), ("c", "الحلواني", "الكلفة معروفة")], 1
    )
]


def said(rulings: list[Judgement]) -> dict[tuple[str, ...], list[str]]:
    reports = [made(one | {"text": f"{one['text']} حضر {NAME}."}) for one in TELLINGS]
    entities = [one for one in link(reports, rulings).entities if one.type == "person"]
    known = Known(entities)
    lines = [line for report in reports for line in statement_lines(report, known, Origins([]))]
    return {card.entity.documents: [line.text for line in card.lines] for card in people(entities, lines)}


def side(*docs: str) -> Anchor:
    return Anchor(name=NAME, names=(NAME,), reports=tuple(Citation(key=doc) for doc in docs), only=True)


def test_one_person_has_all_that_is_said_under_any_form() -> None:
    assert said([]) == {("a", "b", "c"): ["الكلفة عالية", "الكلفة مقبولة", "الكلفة معروفة"]}


def test_of_namesakes_each_has_what_is_said_in_its_own_reports() -> None:
    given: dict[str, Any] = {"id": "r", "kind": "person", "by": "هدى", "at": "2031-02-01"}
    found = said([Judgement(verdict="different", left=side("b"), right=side("a", "c"), **given)])
    assert found == {("a", "c"): ["الكلفة عالية", "الكلفة معروفة"], ("b",): ["الكلفة مقبولة"]}
