"""Reports that differ in the day of an event: one has it under way before the day that another gives."""

from __future__ import annotations

import pytest

from riwaya.model import Came, Entry, Evidence
from riwaya.model.story import Status
from riwaya.tell.early import early

PLACE = Evidence(doc="a", start=0, end=1)


@pytest.mark.parametrize(
    ("status", "day", "found"),
    [
        ("under-way", "2031-05-11", "2031-05-11"),
        ("under-way", "2031-05-12", ""),  # on that day
        ("planned", "2031-05-11", ""),
        ("under-way", "2031-05", ""),  # the day of that report is not known
    ],
)
def test_early(status: Status, day: str, found: str) -> None:
    came = (Came(status="planned", date="2031-05-10", evidence=PLACE), Came(status=status, date=day, evidence=PLACE))
    assert early(Entry(story="s", date="2031-05-12", came=came)) == found
