from riwaya.link.figures.counts import counts
from riwaya.model import Annotations, Document, Figure, Outlet, Published, Report, Sentence


def report(doc, text, number, words, relation="exactly", day="2020-05-18"):
    at = text.index(words)
    figure = Figure(start=at, end=at + len(words), number=number, relation=relation, counted=words.split()[-1])
    return Report(
        document=Document(id=doc, key=doc, doc=doc, text=text),
        annotations=Annotations(
            doc=doc,
            id=doc,
            outlet=Outlet(name=doc, basis="given"),
            published=Published(value=day, basis="given"),
            sentences=(Sentence(start=0, end=len(text), paragraph=0),),
            figures=(figure,),
        ),
    )


def test_number_and_case_make_no_other_series():
    left = report("المرفأ", "قتل 12 عاملا", 12, "12 عاملا")
    right = report("الأفق", "قتل 7 عمال", 7, "7 عمال")
    assert len({count.series for count in counts([left, right])}) == 1
