"""Days and places that witnesses of a claim have or lack."""

from riwaya.link.accounts.details import details
from riwaya.link.accounts.mentioned import printed
from riwaya.model import Detail, Evidence

from .made import passage


def rows(*tellings: str, beside: str = "") -> list[Detail]:
    told = [[passage(words, f"doc{at}")] for at, words in enumerate(tellings)]
    texts = {f"doc{at}": words for at, words in enumerate(tellings)} | {"after": beside}
    near = [[passage(beside, "after")] if beside and at == 0 else [] for at in range(len(tellings))]
    return list(details(told, texts, (), (), near))


def cells(found: list[Detail], kind: str) -> list[list[str | None]]:
    return [[cell.value for cell in row.cells] for row in found if row.kind == kind]


def test_the_end_of_the_year_is_its_last_day() -> None:
    found = rows("تنسحب القوات بنهاية العام", "تنسحب القوات في 31 ديسمبر 2021")
    assert cells(found, "date") == [["نهاية العام", "31 ديسمبر 2021"]]


def test_a_place_is_where_something_is() -> None:
    found = rows("سقط صاروخ في بغداد", "هجوم للموالين لإيران بعد أن غادر الوفد واشنطن إلى بغداد")
    assert cells(found, "place") == [["بغداد", "بغداد"]]


def test_who_says_it_in_the_next_sentence_does_not_lack_it() -> None:
    found = rows(
        "سقط صاروخ خلف الجامع", "سقط صاروخ خلف الجامع فجر الخميس 4 مارس 2021", beside="وكان ذلك يوم 4 مارس 2021"
    )
    assert cells(found, "date") == [["يوم 4 مارس 2021", "فجر الخميس 4 مارس 2021"]]


def test_an_article_that_a_clitic_swallowed_is_put_back() -> None:
    texts = {"one": "دعما للولايات المتحدة"}
    assert printed(Evidence(doc="one", start=6, end=21), texts) == "الولايات المتحدة"
