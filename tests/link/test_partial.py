"""Dates that only the story completes."""

from __future__ import annotations

from typing import Any

import pytest

from riwaya.link.happening import Happening
from riwaya.link.partial import completed

JUNE = 737_957  # 15 June 2021


def told(date: str, **rest: Any) -> Happening:
    known = not date.startswith("XXXX")
    blank: dict[str, Any] = {
        "from_": date if known else "",
        "until": date if known else "",
        "precision": "day",
        "status": "done",
        "type": "CONSULT",
        "lemma": "",
        "what": "",
        "who": (),
        "where": (),
        "terms": (),
        "start": 0,
        "end": 1,
    }
    return Happening(date=date, **(blank | rest))


def alike(left: Happening, right: Happening) -> float:
    return 1.0 if set(left.terms) & set(right.terms) else 0.0


@pytest.mark.parametrize(
    ("one", "others", "day"),
    [
        (told("XXXX-07-15", weekday=4), ["2022-06-01"], "2022-07-15"),  # the Friday
        (told("XXXX-07-15", weekday=2), ["2022-06-01"], ""),  # no Wednesday near
        (told("XXXX-08-20"), ["2020-08", "2021-07-01"], "2020-08-20"),  # the one August told of
        (told("XXXX-08-20"), ["2020-08", "2021-08-01"], ""),  # two Augusts
        (told("XXXX-02-30"), ["2021-02-01"], ""),
        (told("XXXX-WXX-1", weekday=0), ["2021-07-26"], ""),  # another Monday, nothing shared
    ],
)
def test_completed(one: Happening, others: list[str], day: str) -> None:
    found = [(0, one), *((1, told(other)) for other in others)]
    assert [h.date for at, h in completed(found, [], alike) if at == 0] == ([day] if day else [])


def test_a_settled_monday_settles_the_sunday_of_the_report() -> None:
    monday = told("XXXX-WXX-1", weekday=0, status="planned", terms=("قمة",))
    sunday = told("XXXX-WXX-7", weekday=6, today=True)
    other = told("2021-07-26", terms=("قمة",))
    found = completed([(0, monday), (0, sunday), (1, other)], [JUNE], alike)
    assert [h.date for at, h in found if at == 0] == ["2021-07-26", "2021-07-25"]


def test_the_lead_stays_without_a_date() -> None:
    found = completed([(0, told("XXXX-WXX-5", weekday=4, main=True))], [], alike)
    assert [(h.date, h.precision) for _, h in found] == [("", "unknown")]
