"""Places that are named of those who act, not of what happened."""

import pytest

from riwaya.link.figures.aside import aside


@pytest.mark.parametrize(
    ("before", "head", "named_aside"),
    [
        (["المليشيات", "المواليه"], "لسلوان", True),
        (["جماعه", "مدعومه", "من"], "سلوان", True),
        (["قوات", "تابعه"], "لسلوان", True),
        (["سقط", "صاروخ", "في"], "سلوان", False),
        (["القريه", "القريبه", "من"], "سلوان", False),
        (["خرج", "من"], "سلوان", False),
        (["الزياره"], "لسلوان", False),
        ([], "سلوان", False),
    ],
)
def test_a_complement_is_no_place(before, head, named_aside):
    assert aside(before, head) is named_aside
