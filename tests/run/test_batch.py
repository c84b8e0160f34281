"""Records of a batch without a store."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from store.invented import Invented, document, paragraphs, reports

from riwaya.model import Annotations, Document, Failure
from riwaya.run.add import add_documents
from riwaya.run.batch import Record, annotate_documents
from riwaya.store import temporary_store

BAD = Failure(doc="bad.txt", key="bad.txt", stage="read", reason="empty")


def records(found: list[Document | Failure], alone: bool = False, jobs: int = 1) -> list[Record]:
    return list(annotate_documents(found, alone, jobs, Invented, paragraphs))


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("alone", [True, False])
def test_every_item_gives_one_record_in_the_order_of_the_input(alone: bool, jobs: int) -> None:
    found: list[Document | Failure] = [*reports(30)]
    found[7] = document("wrong", "[fault]")
    found[2:2] = [BAD] * 40
    result = records(found, alone, jobs)
    assert [getattr(item, "doc", None) for item in result] == [item.doc for item in found]
    assert result[2] == BAD
    assert sum(isinstance(item, Failure) for item in result) == 41


def test_a_batch_learns_what_a_store_learns_and_one_alone_learns_nothing() -> None:
    documents = reports(60)
    with temporary_store() as store:
        add_documents(documents, store, pipeline=Invented, paragraphs=paragraphs)
        stored = {report.document.id: report.annotations for report in store.reports()}
    together = records([*documents])
    assert {item.id: item for item in together if isinstance(item, Annotations)} == stored
    assert any(isinstance(item, Annotations) and item.furniture for item in together)
    assert not any(isinstance(item, Annotations) and item.furniture for item in records([*documents], alone=True))


@pytest.mark.parametrize("turn", [1, -1])
def test_of_two_versions_of_one_article_the_current_one_counts_as_in_a_store(turn: int) -> None:
    closing = "قالت الوكالة إن السفينة وصلت إلى الميناء مساء أمس."
    texts = [f"قال نادر البحري إن رحلة {n} بدأت من رصيف {n}.\nوأضاف أن الريح {n}." for n in range(3)]
    found = [document(f"r{n}", f"{text}\n{closing}", given="2021-01-11") for n, text in enumerate(texts)]
    corrected = document("r1", texts[1] + "\nوانتهى الخبر.", given="2021-01-12")
    documents: list[Document | Failure] = [found[0], *(found[1], corrected)[::turn], found[2]]
    with temporary_store() as store:
        add_documents(documents, store, pipeline=Invented, paragraphs=paragraphs)
        stored = {report.document.id: report.annotations for report in store.reports()}
    together = {item.id: item for item in records(documents) if isinstance(item, Annotations)}
    assert not any(item.furniture for item in stored.values())
    assert {doc: together[doc] for doc in stored} == stored


def test_a_report_that_comes_twice_gets_the_same_record_twice() -> None:
    text = "قال سمير الحدّاد إن السفينة وصلت إلى الميناء.\nوكانت رحلة طويلة."
    undated, other = document("a", text), document("b", text + "b", given="2021-03-02")
    first, _, second = records([undated, other, undated])
    assert isinstance(first, Annotations)
    assert first.published is not None
    assert first.published.value == "2021-03-02"
    assert first == second


def test_alone_the_first_record_comes_before_the_batch_is_read() -> None:
    def endless() -> Iterator[Document]:
        yield from reports(40)
        pytest.fail("read on without need")

    assert next(iter(annotate_documents(endless(), alone=True, pipeline=Invented, paragraphs=paragraphs)))
