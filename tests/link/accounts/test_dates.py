"""The day of an account: only one that a calendar has."""

from __future__ import annotations

import pytest

from riwaya.link.accounts.accounts import _date

from .made import passage


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("أغلق الحارس القناة في 3 مارس 2021 أمام السفن.", "2021-03-03"),
        ("ستستخدم الوزارة القناة في المستقبل لنقل الحبوب.", None),
        ("تحتاج الوزارة الآن إلى القناة لنقل الحبوب.", None),
    ],
)
def test_what_no_calendar_has_is_no_day(words: str, day: str | None) -> None:
    assert _date([passage(words)]) == day
