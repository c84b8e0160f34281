"""What two tellings of one claim contradict each other in."""

import pytest

from riwaya.link.accounts.comparing import compare

from .made import passage


@pytest.mark.parametrize(
    ("left", "right", "kind", "reason"),
    [
        ("وافقت حكومة سهلان على تمديد اتفاق الحدود", "رفضت حكومة سهلان تمديد اتفاق الحدود", "polarity", "contrary"),
        ("ارتفاع أسعار القمح في سهلان", "انخفاض أسعار القمح في سهلان", "polarity", "contrary"),
        ("لم يوقع الوزيران اتفاق المياه في بندر", "وقع الوزيران اتفاق المياه في بندر", "polarity", "negated"),
    ],
)
def test_contradictions(left: str, right: str, kind: str, reason: str) -> None:
    assert [(one.kind, one.reason) for one in compare(passage(left), passage(right, "two"))] == [(kind, reason)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("وافقت حكومة سهلان على تمديد اتفاق الحدود", "أعلنت سهلان موافقتها على تمديد اتفاق الحدود"),
        ("ارتفاع أسعار القمح في سهلان", "انخفاض حاد في درجات الحرارة في سهلان"),
        ("لم يوقع الوزيران اتفاق المياه", "وقع زلزال في بندر"),
        ("سيوقع الوزيران اتفاق المياه", "وقع الوزيران اتفاق المياه"),
        ("لن ترفع سهلان رسوم المياه إلا بعد فتح السد", "سترفع سهلان رسوم المياه بعد فتح السد"),
    ],
)
def test_what_is_no_contradiction(left: str, right: str) -> None:
    assert compare(passage(left), passage(right, "two")) == ()


def test_a_difference_is_the_same_seen_from_the_other_side() -> None:
    left, right = passage("تراجع إنتاج القمح في سهلان"), passage("زيادة إنتاج القمح في سهلان", "two")
    (here,), (there,) = compare(left, right), compare(right, left)
    assert (here.left, here.right) == (there.right, there.left)
    assert left.text[slice(*here.left)] == "تراجع"
