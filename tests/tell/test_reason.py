import pytest

from riwaya.model import Published
from riwaya.tell.reason import reason


@pytest.mark.parametrize(
    ("trace", "ar", "en"),
    [
        ("the Thursday of the text, by the date 28/7", "الخميس", "Thursday"),
        ("metadata; the text was written on a Friday", "الجمعة", "Friday"),
        ("this month", "الجاري", "its own month"),
        ("some new rule", "", "some new rule"),
    ],
)
def test_the_reason_is_told_in_both_languages(trace, ar, en):
    told = reason(Published(value="2021-07-29", basis="inferred", trace=trace))
    assert ar in told.ar
    assert en in told.en
    assert not any(letter.isascii() and letter.isalpha() for letter in told.ar)
