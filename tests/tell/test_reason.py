import pytest

from riwaya.model import Published
from riwaya.tell.reason import reason


@pytest.mark.parametrize(
    ("trace", "ar", "en"),
    [
        ("the Thursday of the text, by the date 28/7", "الخميس", "Thursday"),
        ("metadata; the text was written on a Friday", "الجمعة", "Friday"),
        ("this month", "الجاري", "its own month"),
        ("the last Thursday before it was found on 2022-03-18", "الخميس", "found on 2022-03-18"),
        (
            "the Sunday of the text and the like report a.txt, in which its Monday is 2022-03-21; both tell of سد",
            "الاثنين فيهما هو 2022-03-21، وبيوم الأحد",
            "their Monday is 2022-03-21, and the Sunday of the text",
        ),
        ("the like report b.txt; both tell of سد، وادي", "سد، وادي", "a like report"),
        ("its address gives it", "عنوان", "address"),
        ("some new rule", "", "some new rule"),
    ],
)
def test_the_reason_is_told_in_both_languages(trace, ar, en):
    told = reason(Published(value="2021-07-29", basis="inferred", trace=trace))
    assert ar in told.ar
    assert en in told.en
    assert not any(letter.isascii() and letter.isalpha() for letter in told.ar)
