"""Positions of invented stories, from the text on; and the rules that they rest on."""

from __future__ import annotations

from functools import cache

import pytest

from riwaya.arabic.tokens import tokens
from riwaya.link.positions.actors import body_of, speaks_for
from riwaya.link.positions.kinds import kind_of
from riwaya.link.positions.phrases import phrases
from riwaya.link.positions.positions import positions
from riwaya.link.who import Who
from riwaya.model import Annotations, Position, Report, Story

from .test_processes import read

FIRST = "قال رئيس وزراء السنغال سالم الدرعاوي اليوم الأربعاء إن"
AGAIN = "قال رئيس وزراء السنغال سالم الدرعاوي اليوم الثلاثاء إن"


@cache
def report(doc: str, day: str, body: str, outlet: str = "المرفأ") -> Report:
    return read({"doc": doc, "outlet": outlet, "given": day, "text": f"أخبار الصيد\n{body}"})


def told(*reports: Report) -> tuple[Position, ...]:
    docs = tuple(one.document.id for one in reports)
    return positions(Story(id="s", title="", documents=docs), reports, Who(docs, {}))


def one(day: str, body: str, doc: str = "") -> Report:
    return report(doc or day, day, body)


def shifts(*reports: Report) -> list[str]:
    return [each.shift for each in told(*reports)]


# ── over time ───────────────────────────────────────────────────────────────────────────────────────────────────


FIRST_SAID = "السنغال ستسحب سفن الصيد الكبيرة من المياه الموريتانية."
SAID = one("2023-02-08", f"{FIRST} {FIRST_SAID}")


def test_what_is_said_twice_is_a_track_in_order_of_time() -> None:
    later = one("2023-02-14", f"{AGAIN} السنغال ستسحب سفن الصيد الكبيرة من المياه الموريتانية.")
    found = told(later, SAID)
    assert [(each.who, each.speaker, each.date, each.shift) for each in found] == [
        ("السنغال", "سالم الدرعاوي", "2023-02-08", "first"),
        ("السنغال", "سالم الدرعاوي", "2023-02-14", "repeats"),
    ]
    assert found == told(SAID, later), "whatever order the reports come in"
    assert found[0].matter in FIRST_SAID, "a matter is named by words of the sayings"


def test_he_takes_his_word_back() -> None:
    later = one("2023-02-14", f"{AGAIN} السنغال لن تسحب سفن الصيد الكبيرة من المياه الموريتانية.")
    first, last = told(SAID, later)
    assert (last.shift, last.against) == ("reverses", first.evidence[0])
    assert last.contradicts == first.evidence[:1]


def test_undated_words_take_nothing_back() -> None:
    text = "وقال رئيس وزراء السنغال سالم الدرعاوي إن السنغال لن تسحب سفن الصيد الكبيرة من المياه الموريتانية."
    assert "reverses" not in shifts(SAID, one("2023-02-14", text))


def test_another_speaker_of_the_side_takes_nothing_back() -> None:
    text = AGAIN.replace("رئيس وزراء السنغال سالم الدرعاوي", "وزير الصيد السنغالي ناجي الحلواني")
    text += " السنغال لن تسحب سفن الصيد الكبيرة من المياه الموريتانية."
    assert "reverses" not in shifts(SAID, one("2023-02-14", text))


def test_a_deadline_sharpens_and_a_later_one_softens() -> None:
    march = one("2023-02-14", f"{AGAIN} السنغال ستسحب سفن الصيد الكبيرة من المياه الموريتانية قبل نهاية مارس.")
    may = one("2023-02-21", f"{AGAIN} السنغال ستسحب سفن الصيد الكبيرة من المياه الموريتانية قبل نهاية مايو.", "later")
    assert shifts(SAID, march, may) == ["first", "sharpens", "softens"]


def test_a_deadline_that_is_not_said_again_is_not_taken_back() -> None:
    march = one("2023-02-14", f"{AGAIN} السنغال ستسحب سفن الصيد الكبيرة من المياه الموريتانية قبل نهاية مارس.")
    plain = one("2023-02-21", f"{AGAIN} السنغال ستسحب سفن الصيد الكبيرة من المياه الموريتانية.", "plain")
    assert shifts(march, plain) == ["first", "repeats"]


@pytest.mark.parametrize(
    ("was", "now", "shift"),
    [
        ("القمة ستعقد في داكار في الثاني من مارس", "القمة قد لا تعقد في داكار في مارس", "softens"),
        ("القمة قد لا تعقد في داكار في مارس", "القمة قد تعقد في داكار في الثاني من مارس", "reverses"),
        ("القمة ستعقد في داكار في الثاني من مارس", "القمة لن تعقد في داكار في الثاني من مارس", "reverses"),
        ("القمة قد تعقد في داكار في مارس", "القمة ستعقد في داكار في الثاني من مارس", "sharpens"),
        ("القمة ستعقد في داكار في الثاني من مارس", "موعد القمة قد لا يعجب داكار في مارس", ""),
        ("القمة قد تعقد في داكار في مارس", "القمة لن تعقد في داكار إذا غابت موريتانيا في مارس", ""),
        ("القمة لن تعقد في داكار في الثاني من مارس", "من الممكن عقد القمة في داكار في مارس", "reverses"),
        ("القمة لن تعقد في داكار في الثاني من مارس", "القمة لا يزال ممكنا انعقادها في داكار في مارس", "reverses"),
        ("القمة قد تعقد في داكار في مارس", "القمة في داكار لا تزال مقررة في الثاني من مارس", "sharpens"),
    ],
)
def test_whether_a_meeting_will_be_held(was: str, now: str, shift: str) -> None:
    found = shifts(one("2023-02-08", f"{FIRST} {was}."), one("2023-02-14", f"{AGAIN} {now}."))
    assert (found[-1] if found else "") == shift or (not shift and found[-1:] in ([], ["adds"], ["first"]))


def test_not_before_is_no_reversal() -> None:
    text = f"{AGAIN} السنغال لن تسحب سفن الصيد الكبيرة من المياه الموريتانية إلا بعد الاتفاق."
    assert "reverses" not in shifts(SAID, one("2023-02-14", text))


def test_two_outlets_tell_one_saying() -> None:
    other = report("other", "2023-02-08", f"{FIRST} السنغال ستسحب سفن الصيد الكبيرة من المياه الموريتانية.", "الأفق")
    later = one("2023-02-14", f"{AGAIN} السنغال ستسحب سفن الصيد الكبيرة من المياه الموريتانية قبل نهاية مارس.")
    found = told(SAID, other, later)
    assert [len(each.evidence) for each in found] == [2, 1]


def test_the_same_words_undated_are_told_again_and_no_new_position() -> None:
    again = "وقال رئيس وزراء السنغال سالم الدرعاوي إن السنغال ستسحب سفن الصيد الكبيرة من المياه الموريتانية."
    assert told(SAID, one("2023-03-30", again)) == (), "once said, once told again: nothing over time"


def test_other_matters_stay_apart_and_an_opinion_told_once_is_left_out() -> None:
    text = f"{AGAIN} أسعار الخبز في الأسواق الشعبية مرتفعة للغاية."
    assert told(SAID, one("2023-02-14", text)) == ()


def test_an_earlier_meeting_is_before_its_report() -> None:
    text = (
        "وصرح رئيس وزراء السنغال سالم الدرعاوي في لقاء سابق بأن السنغال لا تزال بحاجة إلى سفن الصيد الكبيرة في"
        " المياه الموريتانية."
    )
    found = told(
        one("2023-02-20", text), one("2023-02-28", f"{AGAIN} السنغال ستسحب سفن الصيد الكبيرة من المياه الموريتانية.")
    )
    assert [(each.date, each.earlier) for each in found] == [("2023-02-20", True), ("2023-02-28", False)]


@pytest.mark.parametrize(
    "text",
    [
        "قالت مصادر إن السنغال لن تسحب سفن الصيد الكبيرة من المياه الموريتانية.",
        "قال المرصد الموريتاني إن سفن الصيد الكبيرة غادرت المياه الموريتانية.",
        "قال رئيس وزراء السنغال سالم الدرعاوي اليوم الثلاثاء إن سفن الصيد الكبيرة غادرت المياه الموريتانية.",
    ],
)
def test_nobody_unnamed_no_observer_and_no_mere_fact(text: str) -> None:
    assert told(SAID, one("2023-02-14", text)) == ()


# ── under which matter ──────────────────────────────────────────────────────────────────────────────────────────


def filed(*texts: str) -> dict[str, str]:
    """Return the matter of each thing said, a day each; what is left out has none."""
    reports = [
        one(f"2023-02-{8 + at:02}", f"{FIRST if not at else AGAIN} {text}.", f"f{at}") for at, text in enumerate(texts)
    ]
    shown = {each.text: each.matter for each in told(*reports)}
    return {text: shown.get(text, "") for text in texts}


SHIPS = "السنغال ستسحب سفن الصيد الكبيرة من المياه الموريتانية"
SHIPS_STAY = "بقاء سفن الصيد الأجنبية في المياه الموريتانية مرفوض"


def test_what_another_word_of_the_talk_shares_is_not_the_matter() -> None:
    found = filed(SHIPS, SHIPS_STAY, "الحكومة كرست مبادئ الدستور من خلال برنامجها وسحب الثقة منها مستبعد")
    assert found[SHIPS] in SHIPS
    assert found[SHIPS] == found[SHIPS_STAY]
    assert list(found.values())[-1] == "", "an opinion on something else, told once"


def test_one_chance_word_makes_no_matter() -> None:
    found = filed(SHIPS, SHIPS_STAY, "أسعار الخبز باقية إلى الأبد في الأسواق", "لا زعيم يبقى إلى الأبد في منصبه")
    assert list(found.values())[2] == "", "told once, and on bread"


def test_an_undertaking_on_something_else_is_a_matter_of_its_own() -> None:
    other = "السنغال ملتزمة بتقديم الدعم الكامل للنازحين من القرى"
    found = filed(SHIPS, SHIPS_STAY, other)
    assert "النازحين" in found[other] or found[other] == ""
    assert found[other] != found[SHIPS]


# ── which words, and which day ──────────────────────────────────────────────────────────────────────────────────


def test_what_is_no_clause_is_shown_with_its_verb() -> None:
    text = "حذر رئيس وزراء السنغال سالم الدرعاوي موريتانيا من بقاء سفن الصيد الكبيرة في المياه."
    assert [each.text for each in told(SAID, one("2023-02-14", text))][-1] == text[:-1]


def test_of_two_countries_read_as_one_name_the_first_speaks() -> None:
    text = "حذرت السنغال موريتانيا من بقاء سفن الصيد الكبيرة في المياه الإقليمية."
    assert {each.who for each in told(SAID, one("2023-02-14", text))} == {"السنغال"}


@pytest.mark.parametrize(
    ("text", "day", "earlier"),
    [
        ("وكان رئيس وزراء السنغال سالم الدرعاوي قال إن", "2023-02-20", True),
        ("وكان رئيس وزراء السنغال سالم الدرعاوي قد قال إن", "2023-02-20", True),
        ("وكان رئيس وزراء السنغال سالم الدرعاوي قال الشهر الماضي إن", "2023-01", False),
        ("وقال رئيس وزراء السنغال سالم الدرعاوي إن", "2023-02-20", False),
    ],
)
def test_the_past_of_the_past_is_before_the_report(text: str, day: str, earlier: bool) -> None:
    said = f"{text} السنغال ستسحب سفن الصيد الصغيرة من الموانئ الموريتانية إذا عادت."
    found = {(each.date, each.earlier) for each in told(SAID, one("2023-02-20", said)) if "الصغيرة" in each.text}
    assert found == {(day, earlier)}


# ── for whom, and what type ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("رئيس الوزراء السنغالي", "SN"),
        ("رئيس مجلس الوزراء السنغالي", "SN"),
        ("وزير الصيد الموريتاني", "MR"),
        ("المتحدثة باسم الخارجية السنغالية", "SN"),
        ("السفير السنغالي في نواكشوط", "SN"),
        ("نائب سنغالي", ""),
        ("رئيس البرلمان السنغالي", ""),
        ("رئيس الوزراء السنغالي السابق", ""),
        ("رئيس الاتحاد السنغالي لكرة القدم", ""),
        ("زعيم المعارضة السنغالية", ""),
        ("وزير", ""),
    ],
)
def test_a_title_speaks_for_a_country(title: str, code: str) -> None:
    assert speaks_for(title) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("داكار", "SN"),
        ("الحكومة السنغالية", "SN"),
        ("البيت الأبيض", "US"),
        ("وزارة الصيد الموريتانية", "MR"),
        ("البرلمان السنغالي", ""),
        ("حزب العمال السنغالي", ""),
        ("المرفأ", ""),
    ],
)
def test_a_body_speaks_for_a_country(name: str, code: str) -> None:
    assert body_of(name) == code


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قال الوزير سالم الدرعاوي إن دخول سفن الصيد مرفوض إن كان بلا إذن.", "refuses"),
        ("قال الوزير سالم الدرعاوي إن هجوم السفن على الميناء وحشي ومخالف للأعراف.", "condemns"),
        ("قال الوزير سالم الدرعاوي: أعتقد أن سفن الصيد ستعود إلى المياه قريبا.", "expects"),
        ("قال الوزير سالم الدرعاوي إنه كان يجب سحب سفن الصيد من المياه.", "holds"),
        ("قال الوزير سالم الدرعاوي إنه يجب سحب سفن الصيد من المياه الموريتانية.", "demands"),
        ("قال الوزير سالم الدرعاوي إن على موريتانيا أن تسحب سفن الصيد من المياه.", "demands"),
        ("طالب الوزير سالم الدرعاوي بسحب سفن الصيد الكبيرة من المياه.", "demands"),
        ("نفى الوزير سالم الدرعاوي وجود سفن صيد كبيرة في المياه الموريتانية.", "denies"),
        ("أدان الوزير سالم الدرعاوي الهجوم على سفن الصيد في المياه الموريتانية.", "condemns"),
        ("أشاد الوزير سالم الدرعاوي بعودة سفن الصيد من المياه الموريتانية.", "praises"),
        ("توقع الوزير سالم الدرعاوي أن تعود سفن الصيد إلى المياه الموريتانية.", "expects"),
        ("حذر الوزير سالم الدرعاوي من عودة سفن الصيد إلى المياه الموريتانية.", "warns"),
        ("قال الوزير سالم الدرعاوي إن الموعد سيعتمد على نتيجة المحادثات مع موريتانيا.", "conditions"),
        ("قال الوزير سالم الدرعاوي إن سفن الصيد ستعود إذا وافقت موريتانيا على ذلك.", "conditions"),
        ("قال الوزير سالم الدرعاوي: نرفض عودة سفن الصيد الكبيرة إلى المياه.", "refuses"),
        ("قال الوزير سالم الدرعاوي إن سفن الصيد الكبيرة خطر على المياه الموريتانية.", "holds"),
    ],
)
def test_types(text: str, kind: str) -> None:
    found = one("2023-02-08", text)
    (statement,) = found.annotations.statements
    words = list(tokens(found.document.text, statement.start, statement.end))
    assert kind_of(statement, words, committed=False) == kind


# ── what a matter is called ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("بسحب سفن الصيد الكبيرة من المياه", {"سحب سفن الصيد", "سحب سفن الصيد الكبيرة من المياه"}, {"الصيد الكبيرة"}),
        ("للسفن الأجنبية حق العبور", {"السفن الأجنبية"}, {"للسفن", "السفن الأجنبية حق"}),
        ("السفن راسية في الميناء القديم", {"السفن", "الميناء القديم"}, {"السفن راسية", "القديم"}),
        ("برسوم جمركية انتقامية", {"رسوم جمركية انتقامية"}, {"جمركية انتقامية"}),
    ],
)
def test_noun_phrases(text: str, inside: set[str], outside: set[str]) -> None:
    found = {one.text for one in phrases(list(tokens(text)), Annotations(id="a", doc="a"))}
    assert inside <= found
    assert not outside & found


def test_a_matter_is_called_by_what_its_sayings_share() -> None:
    later = one("2023-02-14", f"{AGAIN} إعادة سفن الصيد الكبيرة إلى الميناء ستنعش الأسواق الشعبية.")
    assert [each.matter in FIRST_SAID for each in told(SAID, later)] == [True, True]


def test_a_cancelled_meeting_told_again_after_it_was_taken_back_turns_nothing() -> None:
    days = ("2023-02-08", "2023-02-14", "2023-02-21", "2023-02-28")
    said = (
        "القمة ستعقد في داكار في الثاني من مارس",
        "القمة لن تعقد في داكار في الثاني من مارس",
        "القمة قد تعقد في داكار في الثاني من مارس",
        "إلغاء القمة التي كانت مقررة في داكار في الثاني من مارس مؤسف",
    )
    reports = [
        one(day, f"{FIRST if not at else AGAIN} {text}.", f"d{at}")
        for at, (day, text) in enumerate(zip(days, said, strict=True))
    ]
    assert [shift for shift in shifts(*reports) if shift in ("reverses", "sharpens", "softens")] == [
        "reverses",
        "reverses",
    ]


def test_what_another_promised_he_only_tells() -> None:
    text = f"{AGAIN} موريتانيا تعهدت بسحب سفن الصيد الكبيرة من المياه الموريتانية."
    assert "commits" not in {each.kind for each in told(SAID, one("2023-02-14", text)) if each.who == "السنغال"}
