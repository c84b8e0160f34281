"""Which series are a story's figures, and which are told in passing."""

from __future__ import annotations

import pytest

from riwaya.link.figures.weighty import weighty

from .test_repeated import read

SHOWN = [
    "وصل الوفد إلى المرفأ\nقتل 3 عمال في حريق شب ليلا",
    "وصول 3 سفن إلى المرفأ\nرست هناك",
    "وصل الوفد إلى المرفأ\nرست 340 سفينة هناك",
    "وصل الوفد إلى المرفأ\nنال 45 صوتا هناك",
    "عائدات المرفأ 18 مليون دولار\nوصل الوفد",
]
FOLDED = [
    "وصل الوفد إلى المرفأ\nبلغت الكلفة 18 مليون دولار",
    "وصل الوفد إلى المرفأ\nوقف مئات المارة هناك",
    "وصل الوفد إلى المرفأ\nفاز بفارق نقطتين هناك",
]


@pytest.mark.parametrize("text", SHOWN)
def test_tolls_openings_and_large_numbers_are_shown(text: str) -> None:
    assert weighty(read(text))


@pytest.mark.parametrize("text", FOLDED)
def test_money_scores_and_crowds_told_in_passing_are_folded(text: str) -> None:
    assert not weighty(read(text))
