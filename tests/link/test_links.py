"""Whole cases: reports in, stories, people, timeline, sources and copies out, in any order."""

from __future__ import annotations

from typing import Any

import pytest

from riwaya.link.links import link
from riwaya.model import Links

from .made import CASES, case, made

ALL = sorted(path.stem for path in CASES.glob("*.json"))


def linked(one: dict[str, Any]) -> Links:
    return link(made(report) for report in one["reports"])


@pytest.mark.parametrize("name", ALL)
def test_stories(name: str) -> None:
    one = case(name)
    found = sorted(sorted(story.documents) for story in linked(one).stories)
    assert found == sorted(sorted(group) for group in one["expected"]["stories"])


@pytest.mark.parametrize("name", [name for name in ALL if "people" in case(name)["expected"]])
def test_people(name: str) -> None:
    one = case(name)
    found = sorted((e.name, sorted(e.documents)) for e in linked(one).entities if e.type == "person")
    expected = one["expected"]["people"]
    assert found == sorted((key.partition("#")[0], sorted(docs)) for key, docs in expected.items())


@pytest.mark.parametrize("name", [name for name in ALL if "tenures" in case(name)["expected"]])
def test_tenures(name: str) -> None:
    one = case(name)
    people = {e.name: e for e in linked(one).entities if e.type == "person"}
    for person, rows in one["expected"]["tenures"].items():
        assert [[role.title, role.from_, role.until] for role in people[person].roles] == rows


@pytest.mark.parametrize("name", [name for name in ALL if "timeline" in case(name)["expected"]])
def test_timeline(name: str) -> None:
    one = case(name)
    entries = list(linked(one).timeline)
    for day, status, words, docs in one["expected"]["timeline"]:
        fits = [e for e in entries if e.date == day and e.status == status and words in e.what]
        assert len(fits) == 1, (day, words, [(e.date, e.status, e.what) for e in entries])
        assert sorted({span.doc for span in fits[0].evidence}) == sorted(docs)
        entries.remove(fits[0])
    assert not [(e.date, e.what) for e in entries]


@pytest.mark.parametrize("name", [name for name in ALL if "sources" in case(name)["expected"]])
def test_sources(name: str) -> None:
    one = case(name)
    found = {s.outlet: [s.documents, s.statements, s.own, s.unnamed, s.chains] for s in linked(one).sources}
    assert found == one["expected"]["sources"]


@pytest.mark.parametrize("name", [name for name in ALL if "copies" in case(name)["expected"]])
def test_copies(name: str) -> None:
    one = case(name)
    copies = [copy for source in linked(one).sources for copy in source.copies]
    found = sorted([copy.doc, copy.original, copy.kind, copy.basis] for copy in copies)
    assert found == one["expected"]["copies"]


@pytest.mark.parametrize("name", ALL)
def test_order_of_reports_does_not_matter(name: str) -> None:
    reports = [made(report) for report in case(name)["reports"]]
    assert link(reports) == link(reversed(reports)) == link(reports[1:] + reports[:1])


@pytest.mark.parametrize("name", ALL)
def test_evidence_lies_in_its_report(name: str) -> None:
    one = case(name)
    texts = {report["doc"]: f"{report['title']}\n{report['text']}" for report in one["reports"]}
    found = linked(one)
    spans = [
        span
        for rows in (found.stories, found.entities, found.timeline, found.sources)
        for row in rows
        for span in row.evidence
    ]
    assert spans
    for span in spans:
        assert 0 <= span.start < span.end <= len(texts[span.doc])
    for entry in found.timeline:
        first = next(span for span in entry.evidence if span.doc == entry.first)
        assert texts[first.doc][first.start : first.end].strip()


def test_a_later_report_keeps_the_storys_id() -> None:
    reports = [made(report) for report in case("talks")["reports"]]
    before, after = link(reports[:2]), link(reports)
    assert before.stories[0].id == after.stories[0].id


def test_nothing_gives_nothing() -> None:
    assert link([]) == Links()


def test_a_report_without_sentences_is_a_story_of_its_own() -> None:
    empty = made({"doc": "x", "title": ".", "text": "."})
    found = link([empty])
    assert [story.documents for story in found.stories] == [("x",)]
    assert found.timeline == ()


def test_a_name_without_a_letter_is_nobody_and_stops_nothing() -> None:
    found = link([made({"doc": "x", "title": "افتتاح جسر", "text": "قال ؟؟ إن الجسر فتح.", "people": {"؟؟": {}}})])
    assert [story.documents for story in found.stories] == [("x",)]
    assert not [one for one in found.entities if one.type == "person"]
