"""A plan of one report that another tells without a date: one entry that shows how it came."""

from __future__ import annotations

from typing import Any

import pytest

from riwaya.link.links import link

from .made import made

PLAN: dict[str, Any] = {
    "doc": "plan",
    "title": "المنسي يتوجه إلى سلوان لبحث اتفاق المياه",
    "text": "يتوجه الوزير جابر المنسي يوم الإثنين 12 مايو 2031 إلى سلوان لبحث اتفاق المياه مع حكومتها.",
    "published": "2031-05-10",
    "people": {"جابر المنسي": {"roles": ["الوزير"]}},
    "places": ["سلوان"],
    "times": [["يوم الإثنين 12 مايو 2031", "2031-05-12"]],
}


def told(verb: str, day: str, name: str = "جابر المنسي") -> dict[str, Any]:
    body = f"{verb} {name} إلى سلوان على رأس وفد لبحث اتفاق المياه مع حكومتها، وفق مكتبه."
    people: dict[str, Any] = {name: {"roles": []}}
    title = "وفد اتفاق المياه إلى سلوان"
    return {"doc": "next", "title": title, "text": body, "published": day, "people": people, "places": ["سلوان"]}


@pytest.mark.parametrize(("day", "status"), [("2031-05-11", "under-way"), ("2031-05-13", "done")])
def test_a_plan_come_true(day: str, status: str) -> None:
    before = {"doc": "next", "text": "ناقش البرلمان اتفاق المياه مع سلوان. " + told("توجه", day)["text"]}
    links = link([made(PLAN), made(told("توجه", day) | before)])
    (entry,) = [one for one in links.timeline if one.date == "2031-05-12"]
    assert entry.status == status
    assert [(one.status, one.date) for one in entry.came] == [("planned", "2031-05-10"), (status, day)]


def test_another_traveller_is_none() -> None:
    text = "ناقش البرلمان اتفاق المياه مع سلوان. " + told("توجه", "2031-05-13", "هاني السعد")["text"]
    links = link([made(PLAN), made(told("توجه", "2031-05-13", "هاني السعد") | {"text": text})])
    (entry,) = [one for one in links.timeline if one.date == "2031-05-12"]
    assert (entry.status, entry.came) == ("planned", ())
