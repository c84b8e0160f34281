"""The rows of a store depend on the set of reports: not on order, partition, processes or a kill -9."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlalchemy import event

from riwaya.model import Annotations, Clues, Document, Failure, Published
from riwaya.run.add import Summary, add_documents
from riwaya.store import Store, open_store
from store.conftest import Places
from store.invented import Invented, document, paragraphs, reports
from store.killed import killed_at


def add(store: Store, documents: Sequence[Document], jobs: int = 1) -> Summary:
    return add_documents(documents, store, jobs, pipeline=Invented, paragraphs=paragraphs)


def dumped(where: str, *parts: Sequence[Document], jobs: int = 1) -> list[str]:
    with open_store(where) as store:
        for part in parts:
            add(store, part, jobs)
        return list(store.dump())


def test_something_is_learned_from_other_reports(store: Store) -> None:
    add(store, reports(60))
    kinds = [piece.kind for report in store.reports() for piece in report.document.furniture]
    assert kinds.count("recurring") > 10
    assert kinds.count("other-article") > 5


def test_reports_date_one_another(store: Store) -> None:
    add(store, reports(60))
    found = [report.annotations.published for report in store.reports() if not report.document.given]
    inferred = [one for one in found if one is not None]
    assert sum(not one.others for one in inferred) > 2, "of their own"
    assert sum(bool(one.others) for one in inferred) > 5


def test_a_report_is_dated_by_what_comes_later_and_dated_anew_by_what_comes_then(places: Places) -> None:
    text = "قال سمير الحدّاد إن السفينة وصلت إلى الميناء.\nوكانت رحلة طويلة."
    undated = document("a", text)
    first, second = (document(key, text + key, given=day) for key, day in (("b", "2021-03-02"), ("c", "2021-03-09")))
    where = places()
    seen = []
    with open_store(where) as store:
        for part in (undated, first, second):
            add(store, [part])
            report = store.report("a")
            assert report is not None
            seen.append(report.annotations.published.value if report.annotations.published else None)
        assert seen == [None, "2021-03-02", "2021-03-09"]
        assert list(store.dump()) == dumped(places(), [second, undated, first])
        add(store, [document("c", "قال نادر البحري شيئا آخر.", given="2021-03-10")])
        report = store.report("a")
        assert report is not None
        assert report.annotations.published is not None
        assert report.annotations.published.value == "2021-03-02"


def test_a_day_of_its_own_overrules_what_others_said_before(places: Places) -> None:
    text = "قال سمير الحدّاد إن السفينة وصلت إلى الميناء.\nوكانت رحلة طويلة."
    undated, dated = document("a", text), document("a", text, given="2021-03-09")
    other = document("b", text + "b", given="2021-03-02")
    where, fresh = places(), dumped(places(), [dated, other])
    assert dumped(where, [undated], [other], [dated]) == fresh
    assert dumped(where, [undated]) != fresh
    assert dumped(where, [dated]) == fresh


def test_a_day_that_shows_once_furniture_is_learned_overrules_what_others_said(places: Places) -> None:
    opening = "قال نادر البحري إن السفينة وصلت إلى الميناء مساء"
    a = document("a", f"قال سمير الحدّاد إن القبطان وصل (2021-03-09).\n{opening} (2021-03-01)")
    b = document("b", "قال سمير الحدّاد إن القبطان وصل.\nوكانت رحلة طويلة.", given="2021-03-02")
    c = document("c", f"{opening}.\nوكانت رحلة طويلة.", given="2021-03-01")
    where = places()
    with open_store(where) as store:
        seen = []
        for part in (a, b, c):
            add(store, [part])
            report = store.report("a")
            assert report is not None
            seen.append(report.annotations.published.value if report.annotations.published else None)
    assert seen == [None, "2021-03-02", "2021-03-09"]
    assert dumped(where) == dumped(places(), [c, b, a])


class _Later(Invented):
    """A version that reads days as ``1/3`` too."""

    version = "invented 2"

    def annotate(self, document: Document, dated: Published | None = None) -> Annotations | Failure:
        return super().annotate(_spelt(document), dated)

    def clues(self, document: Document, record: Annotations) -> Clues:
        return super().clues(_spelt(document), record)


def _spelt(document: Document) -> Document:
    return replace(document, text=document.text.replace("[9 مارس 21]", "(2021-03-09)"))


def test_a_day_that_only_a_later_version_reads_overrules_what_others_said(places: Places) -> None:
    text = "قال سمير الحدّاد إن السفينة وصلت إلى الميناء.\nوكانت رحلة طويلة"
    both = [document("a", f"{text} [9 مارس 21]"), document("b", text, given="2021-03-02")]
    dumps, seen = [], []
    for pipelines in ((Invented, _Later), (_Later,)):
        with open_store(places()) as store:
            for pipeline in pipelines:
                add_documents(both, store, pipeline=pipeline, paragraphs=paragraphs)
                report = store.report("a")
                assert report is not None
                assert report.annotations.published is not None
                seen.append(report.annotations.published.value)
            dumps.append(list(store.dump()))
    assert seen == ["2021-03-02", "2021-03-09", "2021-03-09"]
    assert dumps[0] == dumps[1]


def test_the_same_reports_again_change_not_a_row(places: Places) -> None:
    with open_store(places()) as store:
        add(store, reports(60))
        before = list(store.dump())
        orders: list[str] = []
        event.listen(store._engine, "before_cursor_execute", lambda _c, _x, order, *_: orders.append(order))
        again = add(store, reports(60))
        assert (again.added, again.changed, again.unchanged, again.annotated) == (0, 0, 60, 0)
        assert not [order for order in orders if order.startswith(("INSERT", "DELETE"))]
        assert list(store.dump()) == before


@settings(max_examples=10, deadline=None)
@given(st.permutations(range(20)), st.lists(st.integers(0, 20), max_size=2))
def test_order_and_partition_do_not_matter(order: list[int], cuts: list[int]) -> None:
    documents = reports(20)
    edges = [0, *sorted(cuts), 20]
    parts = [[documents[i] for i in order[a:b]] for a, b in pairwise(edges)]
    with TemporaryDirectory() as folder:
        assert dumped(f"{folder}/parts.db", *parts) == dumped(f"{folder}/whole.db", documents)


def test_order_and_partition_do_not_matter_on_any_database(places: Places) -> None:
    documents = reports(90)
    halves = dumped(places(), documents[45:], documents[:45])
    assert halves == dumped(places(), documents)


def test_an_article_that_changes_touches_those_that_learned_from_it(places: Places) -> None:
    documents = reports(40)
    changed = [document(old.key, f"قال نادر البحري إن شيئا آخر حدث.\n{n}") for n, old in enumerate(documents[:20])]
    with open_store(places()) as store:
        add(store, documents)
        add(store, changed)
        now = {report.document.id: report for report in store.reports()}
    with open_store(places()) as store:
        add(store, [*changed, *documents[20:]])
        assert now == {report.document.id: report for report in store.reports()}


def test_many_processes_give_the_same_rows(places: Places) -> None:
    documents = reports(80)
    assert dumped(places(), documents, jobs=2) == dumped(places(), documents)


# ── kill -9 ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """More moments at which to be killed."""
    monkeypatch.setattr("riwaya.run.add.BATCH", 12)
    monkeypatch.setattr("riwaya.run.add.CHUNK", 6)


@pytest.mark.usefixtures("small_steps")
def test_killed_at_any_moment_and_run_again_the_rows_are_the_same(places: Places) -> None:
    first, second = reports(60), reports(20, seed=2)
    changed = [document(old.key, old.text + "\nقال سمير الحدّاد إن ذلك غير صحيح.") for old in first[:10]]
    expected = dumped(places(), first, [*second, *changed])
    rng = random.Random(7)
    for _ in range(3):
        where = places()
        for part in (first, [*second, *changed]):
            for _ in range(2):
                killed_at(where, rng.randrange(1, 250), partial(add, documents=part))
            with open_store(where) as store:
                add(store, part)
        with open_store(where) as store:
            assert list(store.dump()) == expected


def test_killed_at_the_very_first_words(places: Places) -> None:
    documents = reports(8)
    expected = dumped(places(), documents)
    where = places()
    for order in (*range(1, 20, 3), 70, 95):
        killed_at(where, order, partial(add, documents=documents))
    assert dumped(where, documents) == expected


@pytest.mark.parametrize("seed", [1, 2])
def test_killed_by_the_clock(tmp_path: Path, seed: int) -> None:
    documents = reports(200)
    where = str(tmp_path / "killed.db")
    rng = random.Random(seed)
    for _ in range(3):
        process = get_context("fork").Process(target=dumped, args=(where, documents))
        process.start()
        process.join(rng.uniform(0.02, 0.5))
        process.kill()
        process.join()
    assert dumped(where, documents) == dumped(str(tmp_path / "whole.db"), documents)
