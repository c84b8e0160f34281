"""Meetings and journeys without a day: lines of their own, or of the one dated event that they can be. Invented."""

from __future__ import annotations

from typing import Any

import pytest

from riwaya.link.links import link
from riwaya.model import Entry

from .made import made

PEOPLE = ("سامي البدري", "ليلى الحسن", "هاني السعد")
DATED = "وافتتح البدري جسر الرمانة يوم الإثنين 12 مايو 2031. وأعلنت الوزارة يوم الثلاثاء 13 مايو 2031 خطة المياه."


def report(text: str, **rest: Any) -> dict[str, Any]:
    whole = f"سامي البدري في سلوان\n{text}"
    return {
        "doc": "one",
        "title": "سامي البدري في سلوان",
        "text": text,
        "published": "2031-05-15",
        "people": {name: {"roles": [], "variants": [name.split()[1]]} for name in PEOPLE if name in whole},
        "places": [place for place in ("سلوان", "الأردن", "قطر") if place in whole],
        "times": [["يوم الإثنين 12 مايو 2031", "2031-05-12"], ["يوم الثلاثاء 13 مايو 2031", "2031-05-13"]]
        if DATED in text
        else [],
    } | rest


def undated(text: str) -> list[Entry]:
    return [one for one in link([made(report(f"انهار السد.\n{text}"))]).timeline if not one.date and not one.main]


@pytest.mark.parametrize(
    ("text", "who", "whom", "status"),
    [
        ("وخلال اجتماع سامي البدري في القصر ليلى الحسن بحثا السدود.", ["سامي البدري"], ["ليلى الحسن"], "done"),
        ("وبحث السدود خلال لقاء سامي البدري مع ليلى الحسن.", ["سامي البدري"], ["ليلى الحسن"], "done"),
        ("وقال سامي البدري إن لقاءه المقرر مع ليلى الحسن مهم.", ["سامي البدري"], ["ليلى الحسن"], "planned"),
        ("ومن المرجح أن يتوجه سامي البدري إلى الأردن.", ["سامي البدري"], [], "planned"),
        ("والتقى سامي البدري ليلى الحسن في القصر.", ["سامي البدري"], ["ليلى الحسن"], "done"),
        # whom the report is about, and nobody else, is meant by the pronoun
        ("وأشاد سامي البدري بالسد. وخلال لقائه مع ليلى الحسن بحث السدود.", ["سامي البدري"], ["ليلى الحسن"], "done"),
        # who is added behind a comma is a guest too
        (
            "وبحث السدود خلال لقاء سامي البدري مع ليلى الحسن، وهاني السعد.",
            ["سامي البدري"],
            ["ليلى الحسن", "هاني السعد"],
            "done",
        ),
    ],
)
def test_a_line_without_a_day(text: str, who: list[str], whom: list[str], status: str) -> None:
    (entry,) = undated(f"{DATED}\n{text}")
    assert (list(entry.who), list(entry.whom), entry.status, entry.precision) == (who, whom, status, "unknown")


@pytest.mark.parametrize(
    "text",
    [
        "ودعا سامي البدري إلى لقاء ليلى الحسن.",  # asked for
        "ولم يلتق سامي البدري ليلى الحسن.",  # denied
        "ومن غير المتوقع أن يلتقي سامي البدري ليلى الحسن.",  # not expected
        "وقد يتوجه سامي البدري إلى الأردن.",  # perhaps
        "وقال سامي البدري لهاني السعد بعد لقائهم ليلى الحسن إنه متفائل.",  # whose?
        "وقال سامي البدري لهاني السعد بعد لقائه ليلى الحسن إنه متفائل.",  # whose?
        "وتوجه سامي البدري إلى مكتبه.",  # no journey
        "ويلتقي سامي البدري ليلى الحسن في نهائي البطولة.",  # players
        "وينوي سامي البدري بحث السدود لدى لقائه ليلى الحسن.",  # to come, and yet not said to be planned
        "وخلال استقبال ليلى الحسن في القصر عزفت الموسيقى.",  # by whom?
    ],
)
def test_no_line(text: str) -> None:
    assert not undated(f"{DATED}\n{text}")


def test_those_who_are_not_of_the_story() -> None:
    text = f"{DATED} وأشاد سامي البدري وسامي البدري بالسد.\nوالتقى ليلى الحسن هاني السعد في القصر."
    assert [one.whom for one in undated(text)] in ([], [("هاني السعد",)])


def test_the_same_meeting_with_its_day() -> None:
    first = report("التقى سامي البدري يوم الإثنين 12 مايو 2031 ليلى الحسن في سلوان لبحث السدود.")
    first["times"] = [["يوم الإثنين 12 مايو 2031", "2031-05-12"]]
    second = report("انهار السد.\nوبحث السدود خلال لقاء سامي البدري مع ليلى الحسن.", doc="two")
    (entry,) = [one for one in link([made(first), made(second)]).timeline if "ليلى الحسن" in one.whom]
    assert entry.date == "2031-05-12"
    assert {place.doc for place in entry.evidence} == {"one", "two"}
    assert entry.inferred == ("two",)


def test_a_tweet_right_after_what_he_said_on_a_day() -> None:
    text = "وكشف سامي البدري يوم الثلاثاء 13 مايو 2031 تفاصيل الخطة. وكتب البدري في تغريدة على حسابه إن السدود آمنة."
    one = report(text, times=[["يوم الثلاثاء 13 مايو 2031", "2031-05-13"]])
    (entry,) = [one for one in link([made(one)]).timeline if one.date]
    assert len(entry.evidence) == 2


@pytest.mark.parametrize(
    ("text", "online"),
    [
        ("وعقدت الجولة الثانية من الحوار افتراضيا يوم الإثنين 12 مايو 2031.", True),
        ("والتقى سامي البدري ليلى الحسن يوم الإثنين 12 مايو 2031 عبر تقنية الاتصال المرئي.", True),
        ("وعقد الوزراء اجتماعا عبر دائرة تلفزيونية مغلقة يوم الإثنين 12 مايو 2031.", True),
        ("والتقى سامي البدري ليلى الحسن في سلوان يوم الإثنين 12 مايو 2031 لبحث الجرائم عبر الإنترنت.", False),
        ("وعقد الوزراء اجتماعا عبر الهاتف يوم الإثنين 12 مايو 2031.", False),
    ],
)
def test_online(text: str, online: bool) -> None:
    one = report(text, times=[["يوم الإثنين 12 مايو 2031", "2031-05-12"]])
    assert [one.online for one in link([made(one)]).timeline if one.date] == [online]


def test_whom_one_met_is_not_whom_two_states_agreed_with() -> None:
    plan = report("يلتقي سامي البدري يوم الإثنين 12 مايو 2031 هاني السعد في الجولة الرابعة من حوار السدود في سلوان.")
    plan |= {"times": [["يوم الإثنين 12 مايو 2031", "2031-05-12"]], "published": "2031-05-11", "doc": "plan"}
    done = report("أعلنت قطر والأردن يوم الإثنين 12 مايو 2031 في الجولة الرابعة من حوار السدود في سلوان اتفاقهما.")
    done["times"] = [["يوم الإثنين 12 مايو 2031", "2031-05-12"]]
    for entry in link([made(plan), made(done)]).timeline:
        assert not (set(entry.who) == {"قطر", "الأردن"} and entry.whom)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "قال سامي البدري، في مقابلة مع صحيفة الواحة، نشرت يوم الثلاثاء 13 مايو 2031، إن السدود آمنة.",
            "MAKE STATEMENT",
        ),
        ("قال سامي البدري إن السد آمن، وقد نشرت القوائم يوم الثلاثاء 13 مايو 2031.", ""),
    ],
)
def test_what_only_brings_his_words(text: str, kind: str) -> None:
    one = report(text, times=[["يوم الثلاثاء 13 مايو 2031", "2031-05-13"]])
    one["statements"] = [{"words": "السد", "cue": "قال", "speaker": "سامي البدري"}]
    assert [entry.type for entry in link([made(one)]).timeline if entry.date] == [kind]
