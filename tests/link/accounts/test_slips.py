"""A title that a report gives to somebody who holds another office."""

from riwaya.link.accounts.contradictions.slips import slips
from riwaya.link.accounts.passages import Reader
from riwaya.link.accounts.voices import Voices, titles
from riwaya.link.who import Who

from .made import report

RIGHT = "زيارة رسمية\nوصل رئيس الوزراء المصري ناجي المرهون إلى أنقرة اليوم."
SLIP = "زيارة رسمية\nأصدرت تركيا بيانا حول زيارة الرئيس المصري للبلاد. وتأتي زيارة ناجي المرهون بعد أسبوع من التوتر."
MEANT = "زيارة رسمية\nتأتي زيارة الرئيس المصري سامي البدري بعد أسبوع. وتسبقها زيارة ناجي المرهون."


def found(*texts: str) -> list[tuple[str, list[str]]]:
    nobody = Who([], {})
    made = [report(text, f"doc{at}") for at, text in enumerate(texts)]
    roles = titles(made, nobody)
    readers = [Reader(at, one, nobody, Voices(one, nobody, roles)) for at, one in enumerate(made)]
    text = {one.document.id: one.document.text for one in made}
    return [
        (
            text[wrong.passage.doc][wrong.start : wrong.end],
            [text[one.passage.doc][one.start : one.end] for one, _ in right],
        )
        for wrong, right in slips(readers, nobody, roles)
    ]


def test_a_visit_is_told_of_the_president_and_by_the_prime_ministers_name() -> None:
    assert found(RIGHT, SLIP) == [("الرئيس المصري", ["رئيس الوزراء المصري"])]


def test_who_is_named_with_the_title_is_meant() -> None:
    assert found(RIGHT, MEANT) == []


def test_nobody_is_known_to_hold_another_office() -> None:
    assert found(SLIP) == []
