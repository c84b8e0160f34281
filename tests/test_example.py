"""The example story from end to end: what its truth file says of the whole, the dossier's data must show."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from riwaya.arabic.letters import fold
from riwaya.model import Report
from riwaya.run.tell import tell
from riwaya.store import Store
from riwaya.tell.dossier import dossier
from riwaya.tell.rows import rows

EXAMPLE = Path(__file__).parent.parent / "src" / "riwaya" / "example"
TRUTH: dict[str, Any] = tomllib.loads((EXAMPLE / "truth.toml").read_text(encoding="utf-8"))
STORY = TRUTH["story"]


@pytest.fixture(scope="module")
def store() -> Any:
    """The example story, read, annotated and linked."""
    with tell([str(EXAMPLE / "reports")]) as (opened, _):
        yield opened


@pytest.fixture(scope="module")
def reports(store: Store) -> dict[str, Report]:
    return {report.document.doc: report for report in store.reports()}


def test_every_report_is_read(store: Store, reports: dict[str, Report]) -> None:
    assert sorted(reports) == sorted(report["doc"] for report in TRUTH["report"])
    assert not store.failures()


def test_the_story_holds_together_and_football_stays_out(store: Store, reports: dict[str, Report]) -> None:
    names = {report.document.id: doc for doc, report in reports.items()}
    told = [sorted(names[doc] for doc in story.documents) for story in store.stories()]
    assert sorted(told, key=len, reverse=True) == [sorted(STORY["water"]), sorted(STORY["football"])]


@pytest.mark.parametrize(("date", "words"), STORY["timeline"])
def test_the_timeline_has(store: Store, reports: dict[str, Report], date: str, words: str) -> None:
    texts = {report.document.id: report.document.text for report in reports.values()}
    said = [
        texts[place.doc][place.start : place.end]
        for entry in store.timeline()
        if entry.date[: len(date)] == date and entry.date[len(date) : len(date) + 1] in ("", "T")
        for place in entry.evidence
    ]
    assert any(fold(words) in fold(sentence) for sentence in said), said


def test_copied_agency_text_is_told(store: Store, reports: dict[str, Report]) -> None:
    names = {report.document.id: doc for doc, report in reports.items()}
    found = {(names[c.doc], names[c.original]) for source in store.sources() for c in source.copies}
    assert found == {tuple(pair) for pair in STORY["copies"]}


@pytest.mark.parametrize(("counted", "numbers"), STORY["disputed"])
def test_counts_that_differ_are_told(store: Store, counted: str, numbers: list[int]) -> None:
    at_odds = {row["number"] for row in rows("figures", store) if row["disputed"]}
    assert set(numbers) <= at_odds, (counted, at_odds)


def test_nothing_of_furniture_reaches_the_views(store: Store, reports: dict[str, Report]) -> None:
    by_id = {report.document.id: report.annotations for report in reports.values()}
    for entry in store.timeline():
        for place in entry.evidence:
            assert not any(f.start < place.end and place.start < f.end for f in by_id[place.doc].furniture)


def test_the_page_names_what_is_open(store: Store) -> None:
    page = dossier(store)
    assert len(page.encode()) < 1_500_000
    assert "http://" not in page.replace("http://www.w3.org/", "")


def test_the_same_bytes_again(store: Store) -> None:
    with tell([str(EXAMPLE / "reports")], jobs=2) as (again, _):
        assert dossier(again) == dossier(store)
        assert list(again.dump()) == list(store.dump())
