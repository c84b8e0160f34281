"""Reports that list events by date."""

import pytest

from riwaya.link.figures.chronicle import chronicle
from riwaya.model import Sentence, Time

DATES = ("2009", "7 مايو 2014", "12 مارس 2015")


def listed(dates, rest):
    text, sentences, times = "", [], []
    for date, told in zip(dates, rest, strict=True):
        for words in (f"- {date}: غارة على بندر.", told):
            start = len(text)
            text += words + "\n"
            sentences.append(Sentence(start=start, end=len(text) - 1, paragraph=len(sentences)))
            if date in words:
                at = start + words.index(date)
                times.append(Time(start=at, end=at + len(date), type="DATE", value=date))
    return sentences, times, text


@pytest.mark.parametrize("count", [3, 2])
def test_what_stands_under_a_date_is_of_that_date(count):
    sentences, times, text = listed(DATES[:count], ["قتل 42 جنديا في الغارة."] * count)
    under = chronicle(sentences, times, text)
    expected = [one.value for one in times for _ in range(2)] if count >= 3 else []
    assert [under[one.start].value for one in sentences if one.start in under] == expected
