"""The days that a dated report tells: which, and in a time that grows with the text."""

from __future__ import annotations

from time import process_time

from riwaya.annotate.sentences import prose
from riwaya.link.telling import clues
from riwaya.model import Annotations, Clues, Document, Published, Time

GIVEN = Published(value="2022-03-16", basis="given")


def taken(text: str, times: tuple[Time, ...]) -> Clues:
    document = Document(id="a", key="a", doc="a", text=text)
    found = prose(document)
    record = Annotations(doc="a", id="a", sentences=found.sentences, times=times)
    return clues(document, record, GIVEN, [(one, found.words(at)) for at, one in enumerate(found.sentences)])


def test_a_day_goes_with_the_words_of_its_own_sentence() -> None:
    text = "زار الوزير السد الاثنين.\nوعاد المبعوث في آذار.\nويجتمع المفاوضون الثلاثاء والثلاثاء.\n"
    days = (("الاثنين", "2022-03-14"), ("آذار", "2022-03"), ("الثلاثاء و", "2022-03-22"), ("والثلاثاء.", "2022-03-22"))
    times = tuple(Time(start=text.index(word), end=text.index(word) + 7, type="DATE", value=day) for word, day in days)
    told = taken(text, times).told
    assert [one.day for one in told] == ["2022-03-14", "2022-03-22"]
    assert not set(told[0].words) & set(told[1].words)
    assert any("مفاوض" in word for word in told[1].words)


def seconds(count: int) -> float:
    """Return the least of three measurements: what else the machine does only adds."""
    text = "في عام 2014.\n" * count
    times = tuple(Time(start=13 * at + 3, end=13 * at + 11, type="DATE", value="2014") for at in range(count))
    spent = []
    for _ in range(3):
        start = process_time()
        assert not taken(text, times).told
        spent.append(process_time() - start)
    return min(spent)


def test_ten_times_the_sentences_take_not_a_hundred_times_as_long() -> None:
    assert seconds(6000) < 30 * seconds(600) + 0.2
